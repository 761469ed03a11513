/** What import and export jobs have in common in every catalogue: their attributes and how they are found. */
import { dateTime, oneOf, text, uri } from '../../declare/index.ts'
import { jobMoves } from './lifecycles.ts'
import { jobStates } from './states.ts'

export const importJobFields = {
  completionDate: dateTime('When the import finished').ignoredFromClient,
  contentType: text('File format of the data being loaded'),
  creationDate: dateTime('When the import was set up').stampedOn('create').ignoredFromClient,
  errorLog: text('What went wrong, if the import failed').ignoredFromClient,
  path: text('Address of the resource the data is loaded into'),
  url: uri('Where to fetch the file being loaded').mandatory,
  status: oneOf(jobStates, 'How far the import has got').ignoredFromClient,
}

export const exportJobFields = {
  completionDate: dateTime('When the export finished').ignoredFromClient,
  contentType: text('File format the export is written in'),
  creationDate: dateTime('When the export was set up').stampedOn('create').ignoredFromClient,
  errorLog: text('What went wrong, if the export failed').ignoredFromClient,
  path: text('Address of the resource whose data is exported'),
  query: text('Filter that limits what gets exported'),
  url: uri('Where the exported file is kept'),
  status: oneOf(jobStates, 'How far the export has got').ignoredFromClient,
}

/** What every job page says besides its name, its kind and its attributes. */
export const jobFacts = {
  verbs: ['list', 'read', 'create', 'remove'],
  isTask: true,
  lifecycle: { of: 'status', starts: 'Not Started', moves: jobMoves },
  findBy: ['status', 'creationDate'],
  announces: ['created', 'stateChanged'],
  example: { contentType: 'application/json', url: 'https://example.com/catalogue.json' },
} as const
