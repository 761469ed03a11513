/**
 * An administrator's import: full resources with their ids, all or nothing, repeatable.
 * Records come as a JSON array or as NDJSON; the `@type` of each, or its collection, says what it is.
 */
import {
  type Finding,
  mostFindings,
  Refusal,
  type ResourcePage,
  refuse,
  refuseFindings,
} from '../declare/index.ts'
import { stampParts } from '../derive/stamp.ts'
import {
  type JsonObject,
  readObject,
  validateDocument,
  withoutNulls,
  withoutUnknown,
} from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { isUsableId, newId, usableIds } from './identifier.ts'
import { keyOfRecord, lockVersions, settleVersions } from './versions.ts'
import { inWork, type Work } from './work.ts'

/** One record to import, with the page it belongs to. */
export interface ImportRecord {
  readonly page: ResourcePage
  readonly document: JsonObject
}

/** A record with the page it is judged by: that of its type. */
export interface TypedRecord extends ImportRecord {
  readonly typed: ResourcePage
}

interface Named {
  readonly page: ResourcePage
  readonly id: string
}

export interface Imported {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

const maxRecords = 100_000

/** Splits a text into records: a JSON array, or one JSON object a line. Throws `malformedJson` with the line. */
export function parseRecords(text: string): JsonObject[] {
  const trimmed = text.trim()
  if (trimmed.startsWith('[')) {
    const records: unknown = parseJson(trimmed, 'The array')
    return (records as unknown[]).map(readObject)
  }
  return trimmed
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => readObject(parseJson(line, `Line ${number}`)))
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse('malformedJson', `${what} is not JSON: ${(error as Error).message}`)
  }
}

/** What an import is told besides its records. */
export interface ImportOptions {
  /** Leaves documents that exist as they are. */
  readonly onlyNew?: boolean
  /** False for no event of its own for each record. */
  readonly announce?: boolean
  /** How many records of the same import came before these. */
  readonly before?: number
}

/** Creates or replaces every record, in one transaction. Refuses all of them when one is wrong, naming each. */
export async function importRecords(
  context: Context,
  given: readonly ImportRecord[],
  caller: Caller,
  options: ImportOptions = {},
): Promise<Imported> {
  if (given.length > maxRecords)
    throw refuse('limitReached', `An import may have at most ${maxRecords} records`)
  const records: TypedRecord[] = []
  const findings: Finding[] = []
  for (const [index, record] of given.entries()) {
    if (findings.length > mostFindings) break
    const judged = await judge(context, record, index, caller.tenant)
    if ('typed' in judged) records.push(judged)
    else findings.push(...judged.findings)
  }
  if (findings.length > 0) throw refuseFindings(findings)
  return inWork(context, caller.tenant, (work) => importInto(context, work, records, caller, options))
}

/** A record as it can be imported, or all that is wrong with it by itself; `index` counts from 0. */
export async function judge(
  { types }: Context,
  { page, document: sent }: ImportRecord,
  index: number,
  tenant: string,
): Promise<TypedRecord | { readonly findings: readonly Finding[] }> {
  const about = (finding: Finding): Finding => ({
    ...finding,
    path: `record ${index + 1} (${page.name} ${sent.id ?? ''}): ${finding.path}`,
  })
  try {
    const typed = await types.pageOfSent(page, sent, tenant)
    const document = withoutUnknown(typed, withoutNulls(sent))
    const findings = problemsOf(typed, document)
    return findings.length === 0 ? { page, document, typed } : { findings: findings.map(about) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error
    return { findings: [about({ code: error.code, path: '@type', message: error.message })] }
  }
}

function problemsOf(page: ResourcePage, document: JsonObject): Finding[] {
  const { id, href: _href, ...rest } = document
  // Where the id says something of its own, the page requires it as an attribute.
  const findings = shapeProblems(page, typeof id === 'string' ? { id, ...rest } : rest)
  if (id !== undefined && !isUsableId(id)) {
    findings.push({ code: 'invalidFormat', path: 'id', message: usableIds })
  }
  return findings
}

/** Creates or replaces records, found to be right by themselves, in a unit of work. */
export async function importInto(
  context: Context,
  work: Work,
  records: readonly TypedRecord[],
  caller: Caller,
  options: ImportOptions,
): Promise<Imported> {
  for (const typed of new Set(records.map((record) => record.typed))) await context.types.hold(work, typed)
  const named: Named[] = records.flatMap(({ page, document }) =>
    hasId(document) ? [{ page, id: document.id }] : [],
  )
  await work.lock(named.map(({ page, id }) => ({ kind: page.kind, id })))
  // An id that is there may be there in several versions.
  const several = new Map<string, Named>()
  for (const each of named.filter(({ page, id }) => page.facts.isVersioned && work.find(page.kind, id))) {
    const keys = await lockVersions(work, each.page, each.id)
    if (keys.length > 1) several.set(`${each.page.kind} ${each.id}`, each)
  }
  const count = { created: 0, changed: 0, unchanged: 0 }
  for (const [index, record] of records.entries()) {
    const { document, page } = record
    const key = hasId(document) ? keyOfRecord(work, page, document) : newId(page.path)
    if (hasId(document) && key !== document.id)
      several.set(`${page.kind} ${document.id}`, { page, id: document.id })
    if (options.onlyNew && work.find(page.kind, key)) count.unchanged += 1
    else count[await importOne(context, work, record, { index, key, ...options }, caller)] += 1
  }
  for (const { page, id } of several.values()) await settleVersions(work, page, id)
  return count
}

async function importOne(
  context: Context,
  work: Work,
  { page, document, typed }: TypedRecord,
  {
    index,
    key,
    before: earlier = 0,
    announce = true,
  }: ImportOptions & { readonly index: number; readonly key: string },
  caller: Caller,
): Promise<keyof Imported> {
  const known = work.find(page.kind, key)
  const before = work.revisionOf(page.kind, key)
  if (known === undefined) work.create(page, document, caller, { id: key, announce })
  else {
    const record = { ...document, ...keptDates(typed, known, document) }
    work.replace(page, key, stampParts(typed, record, work.now), caller, { announce })
  }
  if (known !== undefined && work.revisionOf(page.kind, key) === before) return 'unchanged'
  try {
    await context.behaviours.get(page.kind)?.onCreate?.(work, work.get(page.kind, key), caller)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw refuse(
      error.code,
      `record ${earlier + index + 1} (${page.name} ${key}): ${error.message}`,
      error.detail,
    )
  }
  return known === undefined ? 'created' : 'changed'
}

/** What the server filled in at first stays when the record says nothing about it, so that a repeat changes nothing. */
function keptDates(page: ResourcePage, known: JsonObject, document: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const isOfLifecycle = name === page.lifecycle?.of || name === page.lifecycle?.movedAt
    const isServers = facts.stamp !== undefined || facts.fallback !== undefined || isOfLifecycle
    if (isServers && document[name] === undefined && known[name] !== undefined) kept[name] = known[name]
  }
  return kept
}

function shapeProblems(page: ResourcePage, document: JsonObject): Finding[] {
  try {
    validateDocument(page, document)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [...(error.detail.errorItem ?? [])]
  }
}

function hasId(document: JsonObject): document is JsonObject & { id: string } {
  return typeof document.id === 'string'
}
