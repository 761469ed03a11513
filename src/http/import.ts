/** `POST /goldthread/v1/import`: an administrator brings full resources, all or nothing, repeatable. */
import { createHash } from 'node:crypto'
import { type Finding, mostFindings, refuse, refuseFindings } from '../declare/index.ts'
import { canonicalJson } from '../derive/canonical-json.ts'
import type { TypeTable } from '../derive/type-table.ts'
import { checkNames, type JsonObject } from '../derive/validate.ts'
import { type ImportRecord, importRecords, parseRecords } from '../resources/import.ts'
import { readText } from './body.ts'
import { clientOf, sentTrace } from './caller.ts'
import type { Edge } from './edge.ts'
import { answerOnce } from './idempotency.ts'
import { checkAccept, checkContentType } from './negotiation.ts'
import type { Routes } from './routes.ts'

const maxImport = 200 * 2 ** 20
const importTypes = ['application/json', 'application/x-ndjson']

/** Adds the import. */
export function importRoute(routes: Routes, edge: Edge): void {
  const path = '/goldthread/v1/import'
  routes.post<{ Querystring: { type?: string } }>(path, async (request, reply) => {
    checkAccept(request.headers.accept)
    const type = checkContentType(request.headers['content-type'], importTypes)
    const kind = typeOf(request.url)
    const text = await readText(request.raw, maxImport)
    if (text.trim() === '') throw refuse('bodyRequired', 'Send a JSON array, or one JSON object a line')
    const documents = parseRecords(text)
    const caller = { ...clientOf(request.id, sentTrace(request.raw)), actor: 'administrator' }
    const isKeyed = request.headers['idempotency-key'] !== undefined
    const read = { caller, path, type, body: isKeyed ? digestOf(documents) : undefined }
    const { types } = edge.context
    const records = await types.use(caller.tenant, (known) => toRecords(known, documents, kind))
    return answerOnce(edge, request, reply, read, async (context) => {
      const imported = await importRecords(context, records, caller)
      return { status: 200, body: JSON.stringify(imported) }
    })
  })
}

/** What all records say, in the place of a text that would be as long as they are. */
function digestOf(documents: readonly JsonObject[]): string {
  const hash = createHash('sha256')
  for (const document of documents) {
    checkNames(document)
    hash.update(canonicalJson(document)).update('\n')
  }
  return hash.digest('hex')
}

function typeOf(target: string): string | undefined {
  return new URL(target, 'http://localhost').searchParams.get('type') ?? undefined
}

/**
 * Each document with the page it belongs to: that of its type or, where that is not known, of what it extends. Where
 * two APIs show the same thing, the first, an inventory, is its home.
 */
function toRecords(
  types: TypeTable,
  documents: readonly JsonObject[],
  type: string | undefined,
): ImportRecord[] {
  const findings: Finding[] = []
  const records: ImportRecord[] = []
  for (const [index, document] of documents.entries()) {
    if (findings.length > mostFindings) break
    const name = type ?? document['@type']
    const page = types.homeOf(name) ?? (type === undefined ? types.homeOf(document['@baseType']) : undefined)
    if (page) records.push({ page, document })
    else {
      const at = type === undefined ? `record ${index + 1}: @type` : 'the query parameter type'
      const message =
        name === undefined
          ? 'is required, unless the query says type=ServiceSpecification'
          : `'${String(name).slice(0, 100)}' is no resource${types.nearest(String(name))}`
      findings.push({ code: name === undefined ? 'missingAttribute' : 'invalidEnumValue', path: at, message })
      if (type !== undefined) break
    }
  }
  if (findings.length > 0) throw refuseFindings(findings)
  return records
}
