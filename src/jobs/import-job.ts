/**
 * An import job: fetches the file, finds all that is wrong with it, and applies it whole in one transaction, a batch
 * of records at a time so that memory does not grow with the file.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { TextDecoder } from 'node:util'
import {
  eventType,
  type Finding,
  Refusal,
  type ResourcePage,
  refuse,
  refuseFindings,
} from '../declare/index.ts'
import { collectionsOf, jobFormat } from '../derive/job.ts'
import { splitArray, splitLines } from '../derive/records.ts'
import { type JsonObject, readObject } from '../derive/validate.ts'
import type { Caller } from '../resources/caller.ts'
import { newEventId } from '../resources/identifier.ts'
import { importInto, judge, type TypedRecord } from '../resources/import.ts'
import { inWork, Work } from '../resources/work.ts'
import { type Content, findContent, readContent, removeContent, writeContent } from '../store/contents.ts'
import { type Job, JobFailure, type JobMeans } from './job.ts'

const maxRecords = 100_000
const maxFindings = 100
const batch = 200

/** Runs an import. Throws a refusal or a JobFailure that says what is wrong; then nothing was imported. */
export async function runImport(means: JobMeans, job: Job): Promise<void> {
  const { database } = means.context
  // What cannot be imported anyway need not be fetched.
  collectionsOf(job.api, job.document.path)
  jobFormat(job.document.contentType)
  const { content, isOwn } = await contentOf(means, job)
  try {
    await check(means, job, content)
    await apply(means, job, content)
  } finally {
    if (isOwn) await removeContent(database, job.tenant, content.id)
  }
}

/** The file of the job: one that was put up here, or one that is fetched and then kept while the job runs. */
async function contentOf(
  { context: { database }, transfer }: JobMeans,
  { tenant, id, document }: Job,
): Promise<{ content: Content; isOwn: boolean }> {
  const url = String(document.url)
  const known = url.startsWith('/')
    ? await findContent(database, tenant, { address: url })
    : await findContent(database, tenant, { url })
  if (known) return { content: known, isOwn: false }
  if (!/^https?:/i.test(url)) throw new JobFailure(`url: nothing was put up at ${url.slice(0, 300)}`)
  const file = {
    tenant,
    address: `import ${id}`,
    mediaType: 'application/octet-stream',
    expires: new Date(Date.now() + 24 * 3_600_000).toISOString(),
  }
  try {
    return { content: await writeContent(database, file, transfer.get(url)), isOwn: true }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unavailable') throw error
    throw new JobFailure(`url: cannot be fetched: ${(error as Error).message}`)
  }
}

/** Throws a refusal with all that is wrong with the records by themselves. */
async function check(means: JobMeans, job: Job, content: Content): Promise<void> {
  const findings: Finding[] = []
  let index = 0
  for await (const texts of batchesOf(means, job, content)) {
    for (const text of texts) {
      const record = await recordOf(means, job, text, index)
      if (!isRecord(record)) findings.push(...record.findings)
      index += 1
    }
    if (index > maxRecords) throw new JobFailure(`An import may have at most ${maxRecords} records`)
    if (findings.length >= maxFindings) break
  }
  if (findings.length > 0) throw refuseFindings(findings.slice(0, maxFindings))
}

/** Creates and replaces, ends the job and tells of it, all in one transaction. */
async function apply(means: JobMeans, job: Job, content: Content): Promise<void> {
  const { context } = means
  const teller = job.api.resources.find((page) => page.announces.has('batch'))
  const caller: Caller = { tenant: job.tenant, rights: new Set(['client', 'engine']), ...job.author }
  await inWork(context, job.tenant, async (work) => {
    await work.tx.planAnew()
    const count = { created: 0, changed: 0, unchanged: 0 }
    let before = 0
    for await (const texts of batchesOf(means, job, content)) {
      const records: TypedRecord[] = []
      for (const [index, text] of texts.entries()) {
        const record = await recordOf(means, job, text, before + index)
        if (isRecord(record)) records.push(record)
      }
      const part = new Work(work.tx, context.model)
      const options = { before, announce: teller === undefined }
      const imported = await importInto(context, part, records, caller, options)
      part.flush()
      await work.tx.write()
      for (const name of Object.keys(count) as (keyof typeof count)[]) count[name] += imported[name]
      before += texts.length
    }
    if (teller && count.created + count.changed > 0) tellOfBatch(work, job, teller, count)
    await means.end(work, {})
  })
}

/** One event instead of one for each record: its resource names the job and says what it did. */
function tellOfBatch(
  work: Work,
  { id, document, author }: Job,
  page: ResourcePage,
  { created, changed }: { readonly created: number; readonly changed: number },
): void {
  const description = `Import job ${id}: ${created} created, ${changed} changed`
  work.tx.log({
    id: newEventId(),
    type: eventType(page, 'batch'),
    kind: page.kind,
    entity_id: id,
    revision: 1,
    correlation_id: author.correlationId,
    actor: author.actor,
    time: work.now,
    resource: { id, href: document.href, name: `Import ${id}`, description, lastUpdate: work.now },
  })
}

/** The texts of the records, some at a time; other work gets its turn in between. */
async function* batchesOf(
  { context, signal }: JobMeans,
  { tenant, document }: Job,
  content: Content,
): AsyncGenerator<string[]> {
  const splitter = jobFormat(document.contentType) === 'application/json' ? splitArray() : splitLines()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held: string[] = []
  for await (const bytes of readContent(context.database, tenant, content)) {
    for (const text of splitter.push(decoded(decoder, bytes))) held.push(text)
    while (held.length >= batch) {
      signal.throwIfAborted()
      yield held.slice(0, batch)
      held = held.slice(batch)
      await breathe()
    }
  }
  held.push(...splitter.end())
  if (held.length > 0) yield held
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    throw refuse('malformedJson', 'The content is not valid UTF-8')
  }
}

interface Faulty {
  readonly findings: readonly Finding[]
}

const isRecord = (record: TypedRecord | Faulty): record is TypedRecord => 'page' in record

/** A record with the page it belongs to, or what is wrong with it. */
async function recordOf(
  { context }: JobMeans,
  { api, document, tenant }: Job,
  text: string,
  index: number,
): Promise<TypedRecord | Faulty> {
  const wrong = (code: Finding['code'], at: string, message: string): Faulty => {
    return { findings: [{ code, path: `record ${index + 1}${at}`, message }] }
  }
  let record: JsonObject
  try {
    record = readObject(JSON.parse(text))
  } catch (error) {
    const message = error instanceof Refusal ? error.message : `is not JSON: ${(error as Error).message}`
    return wrong('malformedJson', '', message)
  }
  const pages = collectionsOf(api, document.path)
  const types = await context.types.of(tenant)
  const named = types.homeOf(record['@type'], pages) ?? types.homeOf(record['@baseType'], pages)
  const page = named ?? (document.path === undefined ? undefined : pages[0])
  if (page === undefined) {
    const message = `must name one of ${pages.map(({ name }) => name).join(', ')}, since the job has no path`
    return wrong('invalidEnumValue', ': @type', message)
  }
  const { '@type': type, ...rest } = record
  // An export names the type of every document, also where the document itself does not.
  const isOwnName = type === page.name && !page.showsType && !('@type' in page.fields)
  return judge(context, { page, document: isOwnName ? rest : record }, index, tenant)
}
