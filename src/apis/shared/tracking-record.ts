/** The history of a document, entry by entry. */
import { dateTime, list, text, type } from '../../declare/index.ts'
import { Characteristic } from './characteristic.ts'

export const TrackingRecord = type('TrackingRecord', 'One entry in the history of a problem', {
  id: text('Identifier of this tracking record'),
  description: text('What was done to the problem'),
  systemId: text('The system used to do it'),
  time: dateTime('When it was done'),
  user: text('Who did it'),
  characteristic: list(Characteristic, 'Extra details as names and values'),
})
