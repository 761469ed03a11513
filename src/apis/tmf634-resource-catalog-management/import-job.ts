/** TMF634 Resource Catalog Management 4.1.0. */
import { dateTime, oneOf, resource, text, uri } from '../../declare/index.ts'
import { jobMoves } from '../shared/lifecycles.ts'

export const ImportJob = resource('ImportJob', {
  meaning: 'A task that loads catalogue data from a file',
  path: 'importJob',
  verbs: ['list', 'read', 'create', 'remove'],
  kind: 'ResourceCatalogImportJob',
  isTask: true,

  fields: {
    completionDate: dateTime('When the import finished').ignoredFromClient,
    contentType: text('File format of the data being loaded'),
    creationDate: dateTime('When the import was set up').stampedOn('create').ignoredFromClient,
    errorLog: text('What went wrong, if the import failed').ignoredFromClient,
    path: text('Address of the resource the data is loaded into'),
    url: uri('Where to fetch the file being loaded').mandatory,
    status: oneOf(['Not Started', 'Running', 'Succeeded', 'Failed'], 'How far the import has got')
      .ignoredFromClient,
  },

  lifecycle: { of: 'status', starts: 'Not Started', moves: jobMoves },
  findBy: ['status', 'creationDate'],
  announces: ['created', 'stateChanged'],
})
