/** TMF633 Service Catalog Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { importJobFields, jobFacts } from '../shared/job.ts'

export const ImportJob = resource('ImportJob', {
  meaning: 'A task that loads catalogue data from a file',
  path: 'importJob',
  kind: 'ServiceCatalogImportJob',
  fields: importJobFields,
  files: 'uploaded',
  ...jobFacts,
})
