/** TMF662 Entity Catalog Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { exportJobFields, jobFacts } from '../shared/job.ts'

export const ExportJob = resource('ExportJob', {
  meaning: 'A task that writes catalogue data out to a file',
  path: 'exportJob',
  kind: 'EntityCatalogExportJob',
  fields: exportJobFields,
  files: 'downloaded',
  ...jobFacts,
})
