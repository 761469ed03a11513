/** Import and export jobs: what a job asks for is checked when it is posted; `jobs/` runs it (contract, section 19). */
import { randomUUID } from 'node:crypto'
import { type ApiPage, type Document, refuse } from '../declare/index.ts'
import { collectionsOf, contentPath, jobFormat, selectionOf } from '../derive/job.ts'
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
    job(database, `${catalog}ImportJob`, checkImport),
    exportJob(database, `${catalog}ExportJob`),
  ])
}

type Check = (api: ApiPage, document: Document) => void

function job(database: Database, kind: string, check: Check): [string, Behaviour] {
  const onCreate: Behaviour['onCreate'] = async (work, document) => {
    check(work.model.homeOf(kind).api, document)
    // An import may bring the record of a job that is over.
    if (document.status !== 'Not Started') return
    await enqueueJob(work.tx, { kind, id: document.id })
    work.tx.afterCommit(() => database.wake(jobTopic))
  }
  return [kind, { onCreate }]
}

/** An export without a URL to send its file to says from the start where the file will be. */
function exportJob(database: Database, kind: string): [string, Behaviour] {
  const [, behaviour] = job(database, kind, checkExport)
  const complete: Behaviour['complete'] = async (work, document) => {
    const { api, page } = work.model.homeOf(kind)
    if (document.url === undefined) return { ...document, url: `${contentPath(api, page)}/${randomUUID()}` }
    // A path of our own names a file that we keep: no client chooses its name.
    if (String(document.url).startsWith('/')) throw notAbsolute()
    return document
  }
  return [kind, { ...behaviour, complete }]
}

function checkImport(api: ApiPage, { path, contentType, url }: Document): void {
  collectionsOf(api, path)
  jobFormat(contentType)
  checkUrl(url)
}

function checkExport(api: ApiPage, { path, query, contentType, url }: Document): void {
  selectionOf(collectionsOf(api, path), query)
  jobFormat(contentType)
  checkUrl(url)
}

/** Whether the URL may be reached is judged when it is: a name may lead elsewhere by then. */
function checkUrl(url: unknown): void {
  if (typeof url === 'string' && (url.startsWith('/') || URL.canParse(url))) return
  throw notAbsolute()
}

function notAbsolute() {
  return refuse('invalidFormat', 'url must be an absolute URL such as https://files.example.com/catalog.json')
}
