/** Import and export jobs: `jobs/` runs them, and says in the `errorLog` what kept it from that (contract, section 19). */
import { randomUUID } from 'node:crypto'
import { type Document, refuse } from '../declare/index.ts'
import { contentPath } from '../derive/job.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { removeContentAt } from '../store/contents.ts'
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
export function catalogJobBehaviours(): [string, Behaviour][] {
  return catalogs.flatMap((catalog): [string, Behaviour][] => [
    [`${catalog}ImportJob`, { onCreate: begin(`${catalog}ImportJob`) }],
    [`${catalog}ExportJob`, exportJob(`${catalog}ExportJob`)],
  ])
}

function begin(kind: string) {
  return async (work: Work, document: Document): Promise<void> => {
    // An import may bring the record of a job that is over.
    if (document.status !== 'Not Started') return
    await enqueueJob(work.tx, { kind, id: document.id })
    work.tx.wake(jobTopic)
  }
}

/** An export without a URL to send its file to says from the start where the file will be. */
function exportJob(kind: string): Behaviour {
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
  return { complete, onCreate: begin(kind), onRemove: removeFile }
}

/** The file an export has made goes with it; one that was sent elsewhere is not ours. */
async function removeFile(work: Work, { href, status, url }: Document): Promise<void> {
  const files = href.replace(/[^/]*$/, 'content/')
  const isOurs = status === 'Succeeded' && typeof url === 'string' && url.startsWith(files)
  if (isOurs) await removeContentAt(work.tx, url)
}
