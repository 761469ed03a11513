/** TMF628 Performance 4.0.0. */
import { resource } from '../../declare/index.ts'
import { TrackingRecord as Entry } from '../shared/tracking-record.ts'

const { id: _id, ...fields } = Entry.fields

export const TrackingRecord = resource('TrackingRecord', {
  meaning: 'What one run of a job has gathered',
  path: 'trackingRecord',
  verbs: ['list', 'read'],

  fields,

  findBy: ['systemId', 'time'],
})
