/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, oneOf, resource, text, uri } from '../../declare/index.ts'
import { jobMoves } from '../shared/lifecycles.ts'

export const ExportJob = resource('ExportJob', {
  meaning: 'A task that writes catalogue data out to a file',
  path: 'exportJob',
  verbs: ['list', 'read', 'create', 'remove'],
  kind: 'ProductCatalogExportJob',
  isTask: true,

  fields: {
    completionDate: dateTime('When the export finished').ignoredFromClient,
    contentType: text('File format the export is written in'),
    creationDate: dateTime('When the export was set up').stampedOn('create').ignoredFromClient,
    errorLog: text('What went wrong, if the export failed').ignoredFromClient,
    path: text('Address of the resource whose data is exported'),
    query: text('Filter that limits what gets exported'),
    url: uri('Where the exported file is kept'),
    status: oneOf(['Not Started', 'Running', 'Succeeded', 'Failed'], 'How far the export has got')
      .ignoredFromClient,
  },

  lifecycle: { of: 'status', starts: 'Not Started', moves: jobMoves },
  findBy: ['status', 'creationDate'],
})
