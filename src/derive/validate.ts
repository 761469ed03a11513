/** Validates what a client sends against the page, and says all that is wrong with it (wire contract, section 5). */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import {
  type Finding,
  type RefusalCode,
  type ResourcePage,
  refuse,
  refuseFindings,
} from '../declare/index.ts'
import { duplicateItemIds } from './item-ids.ts'
import type { JsonObject } from './json.ts'
import { withLists } from './lone-elements.ts'
import { createSchema, documentSchema, isDateTime, isSetOnCreate, type JsonSchema } from './schema.ts'

const maxDepth = 64
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  coerceTypes: false,
  useDefaults: false,
  verbose: true,
  formats: { 'date-time': isDateTime },
})
const compiled = new Map<string, WeakMap<ResourcePage, ValidateFunction>>()

export type { JsonObject }

/**
 * Checks a create body and gives it back without the members the server decides about.
 * Throws a refusal that names every problem of the first group that has one: shape, then server-owned attributes.
 */
export function validateCreate(page: ResourcePage, body: unknown): JsonObject {
  const draft = withLists(page, withoutNulls(readObject(body)))
  delete draft.href
  if (!mayChooseId(page)) delete draft.id
  refuseIfAny(findingsOf(page, 'create', createSchema, draft))
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

/** Checks a whole document after a change, such as one built by a patch or read by an import. */
export function validateDocument(page: ResourcePage, document: JsonObject): void {
  refuseIfAny(findingsOf(page, 'document', documentSchema, document))
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

function findingsOf(
  page: ResourcePage,
  purpose: string,
  schema: (page: ResourcePage) => JsonSchema,
  document: JsonObject,
): Finding[] {
  const forPurpose = compiled.get(purpose) ?? new WeakMap<ResourcePage, ValidateFunction>()
  compiled.set(purpose, forPurpose)
  let check = forPurpose.get(page)
  if (check === undefined) {
    check = ajv.compile(schema(page))
    forPurpose.set(page, check)
  }
  const isValid = check(document)
  const findings = isValid
    ? []
    : (check.errors ?? []).map(findingOf).filter((finding) => finding !== undefined)
  findings.push(...duplicateItemIds(page, document))
  return findings
}

function findingOf(error: ErrorObject): Finding | undefined {
  // An empty text that is required is missing, whatever else it is not.
  if (error.data === '' && error.parentSchema?.minLength && error.keyword !== 'minLength') return undefined
  const at = pathOf(error.instancePath)
  const under = (name: string) => (at === '' ? name : `${at}.${name}`)
  switch (error.keyword) {
    case 'required': {
      const missing = String(error.params.missingProperty)
      return { code: 'missingAttribute', path: under(missing), message: 'is required' }
    }
    case 'minLength':
    case 'minItems':
      return { code: 'missingAttribute', path: at, message: 'is required and must not be empty' }
    case 'additionalProperties': {
      const extra = String(error.params.additionalProperty)
      const known = Object.keys(asObject(error.parentSchema?.properties))
      return {
        code: 'unknownAttribute',
        path: under(extra),
        message: `is not known here${nearest(extra, known)}`,
      }
    }
    case 'enum': {
      const values = (error.schema as unknown[]).join(', ')
      return { code: 'invalidEnumValue', path: at, message: `must be one of ${values}` }
    }
    case 'format':
      return {
        code: 'invalidFormat',
        path: at,
        message: 'must be a date-time such as 2026-03-01T09:00:00.000Z',
      }
    case 'type':
      return {
        code: 'invalidFormat',
        path: at || 'the body',
        message: `must be ${article(String(error.schema))}`,
      }
    case 'minimum':
    case 'maximum':
      return { code: 'invalidFormat', path: at, message: 'must be an integer of at most 2^53 - 1' }
    default:
      return { code: 'invalidFormat', path: at, message: error.message ?? 'is not valid' }
  }
}

const article = (kind: string) => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`)

/** `/serviceOrderItem/0/action` as people write it: `serviceOrderItem[0].action`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
      '',
    )
}

/** A hint at the known names that look most like the unknown one. */
export function nearest(name: string, known: readonly string[]): string {
  const close = known
    .map((candidate) => ({
      candidate,
      distance: distanceBetween(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => `'${candidate}'`)
  return close.length === 0 ? '' : `; did you mean ${close.join(' or ')}?`
}

/** Levenshtein distance; names are short, and longer ones are cut so that a hostile name costs nothing. */
function distanceBetween(left: string, right: string): number {
  const a = left.slice(0, 64)
  const b = right.slice(0, 64)
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * Refuses what is too deep, and names and texts no document may have. Walks the value once; where it is, is put into
 * words only when something is wrong.
 */
export function checkNames(value: object, trail: (string | number)[] = []): void {
  if (trail.length >= maxDepth)
    throw refuse('bodyTooDeep', `The body is nested more than ${maxDepth} levels deep`)
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

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

function nameOfKind(value: unknown): string {
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
