/**
 * An export job: writes the documents as they are at one moment into a file, and then offers the file for download or
 * sends it to the URL of the job. Nothing is sent while the database is read.
 */
import { randomUUID } from 'node:crypto'
import type { ResourcePage } from '../declare/index.ts'
import { collectionsOf, contentPath, type JobFormat, jobFormat, selectionOf } from '../derive/job.ts'
import type { Model } from '../derive/model.ts'
import { splitVersionKey } from '../derive/versions.ts'
import { inWork } from '../resources/work.ts'
import { type Content, ContentWriter, readContent, removeContent } from '../store/contents.ts'
import { readSnapshot, type SnapshotRow } from '../store/snapshot.ts'
import { type Job, JobFailure, type JobMeans } from './job.ts'

/** How long the file of an export can be downloaded: seven days, in milliseconds. */
const keptFor = 7 * 24 * 3_600_000

/** Runs an export. Throws a JobFailure when the file cannot be sent. */
export async function runExport(means: JobMeans, job: Job): Promise<void> {
  const { context } = means
  const url = String(job.document.url)
  // A path of our own is where the file is offered for download.
  const isKept = url.startsWith('/')
  const address = isKept ? url : `${contentPath(job.api, job.page)}/${randomUUID()}`
  const content = await write(means, job, address)
  try {
    if (!isKept) await send(means, job, content, url)
    await inWork(context, job.tenant, (work) => means.end(work, {}))
  } catch (error) {
    await removeContent(context.database, job.tenant, content.id)
    throw error
  }
  if (!isKept) await removeContent(context.database, job.tenant, content.id)
}

async function write(
  { context, signal }: JobMeans,
  { tenant, api, document }: Job,
  address: string,
): Promise<Content> {
  const { database, model } = context
  const format = jobFormat(document.contentType)
  const selections = await context.types.use(tenant, (types) =>
    selectionOf(collectionsOf(api, document.path), document.query, (each) => types.pageOf(each)),
  )
  const writer = await ContentWriter.open(database, {
    tenant,
    address,
    mediaType: format,
    expires: new Date(Date.now() + keptFor).toISOString(),
  })
  const { first, between, last } = marks[format]
  let lead = first
  try {
    await readSnapshot(database, tenant, selections, async (of, rows) => {
      signal.throwIfAborted()
      const text = lead + rows.map((row) => textOf(model, of, row)).join(between)
      lead = between
      await writer.write(Buffer.from(text))
    })
    await writer.write(Buffer.from(lead === first ? first + last : last))
    return await writer.complete()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

const marks: Readonly<Record<JobFormat, { first: string; between: string; last: string }>> = {
  'application/json': { first: '[', between: ',\n', last: ']' },
  'application/x-ndjson': { first: '', between: '\n', last: '\n' },
}

/** A document as an import takes it: with id, type and relative href. */
function textOf(model: Model, page: ResourcePage, { id: key, type, baseType, text }: SnapshotRow): string {
  const id = page.facts.isVersioned ? splitVersionKey(key).id : key
  const isSubtype = type !== null && type !== page.name && baseType === null
  const named = type === null ? { '@type': page.name } : isSubtype ? { '@baseType': page.name } : {}
  const head = JSON.stringify({ id, href: model.hrefOf(page, id), ...named }).slice(0, -1)
  return text.length > 2 ? `${head},${text.slice(1)}` : `${head}}`
}

async function send(
  { context: { database }, transfer }: JobMeans,
  { tenant }: Job,
  content: Content,
  url: string,
): Promise<void> {
  if (!/^https?:/i.test(url)) throw new JobFailure(`url: must begin with https, not ${url.slice(0, 100)}`)
  try {
    await transfer.put(url, content, readContent(database, tenant, content))
  } catch (error) {
    throw new JobFailure(`url: the file cannot be sent: ${(error as Error).message}`)
  }
}
