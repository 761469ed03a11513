/** Import and export jobs: `jobs/` runs them, and says in the `errorLog` what kept it from that (contract, section 19). */
import { randomUUID } from 'node:crypto'
import { refuse } from '../declare/index.ts'
import { contentPath } from '../derive/job.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Database } from '../store/database.ts'
import { enqueueJob, jobTopic } from '../store/jobs.ts'

const catalogs = [
  'ProductCatalog',
  'ServiceCatalog',
  'ResourceCatalog',
  'EntityCatalog',
  'Naas',
  'IotService',
]

/** The jobs of every catalogue, and of the suites that have one. */
export function catalogJobBehaviours(database: Database): [string, Behaviour][] {
  return catalogs.flatMap((catalog) => [
    job(database, `${catalog}ImportJob`),
    exportJob(database, `${catalog}ExportJob`),
  ])
}

function job(database: Database, kind: string): [string, Behaviour] {
  const onCreate: Behaviour['onCreate'] = async (work, document) => {
    // An import may bring the record of a job that is over.
    if (document.status !== 'Not Started') return
    await enqueueJob(work.tx, { kind, id: document.id })
    work.tx.afterCommit(() => database.wake(jobTopic))
  }
  return [kind, { onCreate }]
}

/** An export without a URL to send its file to says from the start where the file will be. */
function exportJob(database: Database, kind: string): [string, Behaviour] {
  const [, behaviour] = job(database, kind)
  const complete: Behaviour['complete'] = async (work, document) => {
    const { api, page } = work.model.homeOf(kind)
    if (document.url === undefined) return { ...document, url: `${contentPath(api, page)}/${randomUUID()}` }
    // A path of our own names a file that we keep: no client chooses its name.
    if (!String(document.url).startsWith('/')) return document
    throw refuse(
      'invalidFormat',
      'url must be an absolute URL such as https://files.example.com/catalog.json',
    )
  }
  return [kind, { ...behaviour, complete }]
}
