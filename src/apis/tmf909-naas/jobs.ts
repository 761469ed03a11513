/** TMF909 Network as a Service 3.0: carrying its documents in and out. */
import { resource, text } from '../../declare/index.ts'
import { exportJobFields, importJobFields, jobFacts } from '../shared/job.ts'

export const ImportJob = resource('ImportJob', {
  meaning: 'A task that loads documents of this suite from a file',
  path: 'importJob',
  kind: 'NaasImportJob',
  files: 'uploaded',
  fields: { ...importJobFields, status: text('How far the import has got').ignoredFromClient },
  ...jobFacts,
})

export const ExportJob = resource('ExportJob', {
  meaning: 'A task that writes documents of this suite to a file',
  path: 'exportJob',
  kind: 'NaasExportJob',
  files: 'downloaded',
  fields: { ...exportJobFields, status: text('How far the export has got').ignoredFromClient },
  ...jobFacts,
})
