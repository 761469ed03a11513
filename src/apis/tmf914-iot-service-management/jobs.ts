/** TMF914 IoT Service Management 4.0.0: carrying its documents in and out. */
import { resource } from '../../declare/index.ts'
import { exportJobFields, importJobFields, jobFacts } from '../shared/job.ts'

export const ImportJob = resource('ImportJob', {
  meaning: 'A task that loads documents of this suite from a file',
  path: 'importJob',
  kind: 'IotServiceImportJob',
  files: 'uploaded',
  fields: importJobFields,
  ...jobFacts,
})

export const ExportJob = resource('ExportJob', {
  meaning: 'A task that writes documents of this suite to a file',
  path: 'exportJob',
  kind: 'IotServiceExportJob',
  files: 'downloaded',
  fields: exportJobFields,
  ...jobFacts,
})
