/**
 * An administrator's import: full resources with their ids, all or nothing, repeatable.
 * Records come as a JSON array or as NDJSON; the `@type` of each, or its collection, says what it is.
 */
import { type Finding, Refusal, type ResourcePage, refuse, refuseFindings } from '../declare/index.ts'
import { type JsonObject, readObject, validateDocument, withoutNulls } from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { isUsableId, newId, usableIds } from './identifier.ts'
import { inWork, type Work } from './work.ts'

/** One record to import, with the page it belongs to. */
export interface ImportRecord {
  readonly page: ResourcePage
  readonly document: JsonObject
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

/** Creates or replaces every record, in one transaction. Refuses all of them when one is wrong, naming each. */
export async function importRecords(
  context: Context,
  given: readonly ImportRecord[],
  caller: Caller,
  options: { /** Leaves documents that exist as they are. */ readonly onlyNew?: boolean } = {},
): Promise<Imported> {
  if (given.length > maxRecords)
    throw refuse('limitReached', `An import may have at most ${maxRecords} records`)
  const records = given.map(({ page, document }) => ({ page, document: withoutNulls(document) }))
  const findings = records.flatMap((record, index) => problemsOf(record, index))
  if (findings.length > 0) throw refuseFindings(findings)
  return inWork(context, caller.tenant, async (work) => {
    await work.lock(
      records.flatMap(({ page, document }) =>
        hasId(document) ? [{ kind: page.kind, id: document.id }] : [],
      ),
    )
    const count = { created: 0, changed: 0, unchanged: 0 }
    for (const [index, record] of records.entries()) {
      const { document, page } = record
      if (options.onlyNew && hasId(document) && work.find(page.kind, document.id)) count.unchanged += 1
      else count[await importOne(context, work, record, index, caller)] += 1
    }
    return count
  })
}

async function importOne(
  context: Context,
  work: Work,
  { page, document }: ImportRecord,
  index: number,
  caller: Caller,
): Promise<keyof Imported> {
  const id = hasId(document) ? document.id : newId(page.path)
  const known = work.find(page.kind, id)
  const before = work.revisionOf(page.kind, id)
  if (known === undefined) work.create(page, document, caller, { id })
  else work.replace(page, id, { ...document, ...keptDates(page, known, document) }, caller)
  if (known !== undefined && work.revisionOf(page.kind, id) === before) return 'unchanged'
  try {
    await context.behaviours.get(page.kind)?.onCreate?.(work, work.get(page.kind, id), caller)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw refuse(error.code, `record ${index + 1} (${page.name} ${id}): ${error.message}`, error.detail)
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

function problemsOf({ page, document }: ImportRecord, index: number): Finding[] {
  const { id, href: _href, ...rest } = document
  const findings = shapeProblems(page, rest)
  if (id !== undefined && !isUsableId(id)) {
    findings.push({ code: 'invalidFormat', path: 'id', message: usableIds })
  }
  return findings.map((finding) => ({
    ...finding,
    path: `record ${index + 1} (${page.name} ${id ?? ''}): ${finding.path}`,
  }))
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
