/** Validates what a client sends against the page, and says all that is wrong with it (wire contract, section 5). */
import {
  type Finding,
  mostFindings,
  type RefusalCode,
  type ResourcePage,
  refuse,
  refuseFindings,
} from '../declare/index.ts'
import { inDocumentOrder } from './document-order.ts'
import { findingOf } from './finding.ts'
import { duplicateItemIds } from './item-ids.ts'
import type { JsonObject } from './json.ts'
import { parsePointer } from './json-pointer.ts'
import { withLists } from './lone-elements.ts'
import { isSetOnCreate } from './schema.ts'
import { errorsOf, type Purpose } from './schema-errors.ts'

/** How many levels of objects and lists a body may have. */
export const maxDepth = 64
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

export type { JsonObject }

/**
 * Checks a create body by the page of its type, and gives it back without the members the server decides about.
 * Throws a refusal that names every problem of the first group that has one: shape, then server-owned attributes.
 */
export function validateCreate(page: ResourcePage, body: unknown): JsonObject {
  const sent = withLists(page, withoutNulls(readObject(body)))
  delete sent.href
  if (!mayChooseId(page)) delete sent.id
  const draft = withoutUnknown(page, sent)
  refuseIfAny(findingsOf(page, 'create', draft).filter((each) => !isForServer(page, each)))
  const findings: Finding[] = []
  for (const [name, { facts }] of Object.entries(page.fields)) {
    if (!(name in draft)) continue
    if (facts.isIgnoredFromClient) delete draft[name]
    else if (!isSetOnCreate(facts)) {
      const message = `is set by the server; leave it out`
      findings.push({ code: 'attributeNotAllowedOnCreate', path: name, message })
    }
  }
  refuseIfAny(findings)
  return draft
}

/** Nobody misses in what a client sends what the server fills in, whatever the schema of a type asks for. */
function isForServer(page: ResourcePage, { code, path }: Finding): boolean {
  if (code !== 'missingAttribute' || page.type.check === undefined) return false
  const facts = Object.hasOwn(page.fields, path) ? page.fields[path]?.facts : undefined
  if (path === 'id' || path === 'href') return facts === undefined
  return facts !== undefined && (!isSetOnCreate(facts) || facts.isIgnoredFromClient === true)
}

/** Checks a whole document, by the page of its type, after a change or as an import brings it. */
export function validateDocument(page: ResourcePage, document: JsonObject): void {
  refuseIfAny(findingsOf(page, 'document', document))
}

/** The body as an object, refused when it is none, too deep, or has names no document may have. */
export function readObject(body: unknown): JsonObject {
  if (body === undefined || body === null) throw refuse('bodyRequired', 'Send a JSON object as the body')
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw refuse('invalidBody', `The body must be a JSON object, not ${nameOfKind(body)}`)
  }
  checkNames(body)
  return body as JsonObject
}

function mayChooseId(page: ResourcePage): boolean {
  return page.facts.clientMayChooseId === true
}

function refuseIfAny(findings: readonly Finding[]): void {
  if (findings.length > 0) throw refuseFindings(findings)
}

/** All that is wrong with a document, by its page and by what its type asks for besides; not many more than are told. */
function findingsOf(page: ResourcePage, purpose: Purpose, document: JsonObject): Finding[] {
  const findings: Finding[] = []
  for (const error of errorsOf(page, purpose, document)) {
    // A body may be wrong in a million places; to put each into words would keep everybody waiting.
    if (findings.length > mostFindings) break
    const finding = findingOf(error)
    const isSaid = findings.at(-1)?.path === finding?.path && findings.at(-1)?.code === finding?.code
    if (finding && !isSaid) findings.push(finding)
  }
  const others = [...duplicateItemIds(page, document), ...(page.type.check?.(document) ?? [])]
  findings.push(...others.slice(0, Math.max(0, mostFindings + 1 - findings.length)))
  return inDocumentOrder(findings, document).map((finding) => withType(page, document, finding))
}

/** What is not known may be so because the type is not, which others than the sender can mend. */
function withType(page: ResourcePage, { '@type': type }: JsonObject, finding: Finding): Finding {
  const isStrange = typeof type === 'string' && type !== page.type.name && type !== page.facts.officialType
  if (!isStrange || finding.code !== 'unknownAttribute' || /[.[]/.test(finding.path)) return finding
  const hint = `; the type '${type.slice(0, 100)}' is not registered, nor does it say by @baseType and @schemaLocation what it is`
  return { ...finding, message: finding.message + hint }
}

/** A document without the attributes that are not known, where those are to be passed over. */
export function withoutUnknown(page: ResourcePage, document: JsonObject): JsonObject {
  if (page.facts.unknownAttributes !== 'drop') return document
  const unknown = errorsOf(page, 'document', document).filter(
    ({ keyword }) => keyword === 'additionalProperties',
  )
  if (unknown.length === 0) return document
  const kept = structuredClone(document)
  for (const { instancePath, params } of unknown) {
    const holder = parsePointer(instancePath).reduce<unknown>(
      (value, step) => (value as Record<string, unknown>)[step],
      kept,
    )
    delete (holder as JsonObject)[String(params.additionalProperty)]
  }
  return kept
}

/**
 * Refuses what is too deep, and names and texts no document may have. Walks the value once; where it is, is put into
 * words only when something is wrong.
 */
export function checkNames(value: object, trail: (string | number)[] = []): void {
  if (trail.length >= maxDepth) throw tooDeep()
  const isList = Array.isArray(value)
  for (const name of Object.keys(value)) {
    const member = (value as JsonObject)[name]
    const wrong = problemWith(name, member)
    if (wrong)
      throw refuse(wrong.code, `${inWords([...trail, isList ? Number(name) : name])}${wrong.message}`)
    if (typeof member === 'object' && member !== null) {
      trail.push(isList ? Number(name) : name)
      checkNames(member, trail)
      trail.pop()
    }
  }
}

/** The refusal of a body with more levels than a document may have. */
export function tooDeep() {
  return refuse('bodyTooDeep', `The body is nested more than ${maxDepth} levels deep`)
}

function problemWith(name: string, member: unknown): { code: RefusalCode; message: string } | undefined {
  if (forbiddenNames.has(name)) {
    return { code: 'invalidAttributeName', message: `: '${name}' cannot be an attribute` }
  }
  if (!isStorable(name) || (typeof member === 'string' && !isStorable(member))) {
    return {
      code: 'invalidFormat',
      message: ' contains U+0000 or half of a surrogate pair, which no text may',
    }
  }
  if (typeof member === 'number' && !Number.isFinite(member)) {
    return { code: 'invalidFormat', message: ' is too large a number' }
  }
  return undefined
}

function inWords(trail: readonly (string | number)[]): string {
  return trail
    .reduce<string>(
      (path, step) =>
        typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`,
      '',
    )
    .replace(/\p{Cc}|\p{Cs}/gu, '?')
}

/** Whether PostgreSQL can store a text: it takes no U+0000 and no half of a surrogate pair. */
function isStorable(text: string): boolean {
  return !suspicious.test(text) || (!text.includes('\u0000') && !/\p{Cs}/u.test(text))
}

/** Texts without any of these, nearly all, need no closer look. */
const suspicious = /[\0\ud800-\udfff]/

/** An attribute that is null is absent: null is never stored and never answered. Parts without null stay as they are. */
export function withoutNulls(value: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const name of Object.keys(value)) {
    const member = value[name]
    if (member !== null) kept[name] = holdsNull(member) ? cleaned(member) : member
  }
  return kept
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object') return false
  return value === null || Object.values(value).some(holdsNull)
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  return typeof value === 'object' && value !== null ? withoutNulls(value as JsonObject) : value
}

function nameOfKind(value: unknown): string {
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
