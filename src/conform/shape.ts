/** Whether what a server answers has the shape its specification says. */
import { departures } from '../apis/departures.ts'
import { type ApiPage, fits, Refusal, type ResourcePage } from '../declare/index.ts'
import { pageOfType } from '../derive/typed-page.ts'
import { type JsonObject, validateDocument } from '../derive/validate.ts'
import type { OfficialShape } from './official-shape.ts'
import { demand } from './verdict.ts'

/** What an answer is held against: the page of its resource, and the official file when that is at hand. */
export interface Expected {
  readonly api: ApiPage
  /** The resource that is answered. */
  readonly page: ResourcePage
  readonly official: OfficialShape | undefined
}

/** Demands a document of a resource: identity, mandatory attributes, kinds of values. Extensions are allowed. */
export function demandDocument(expected: Expected, value: unknown): asserts value is JsonObject {
  const { page } = expected
  demand(isObject(value), `a ${page.member} must be a JSON object`)
  const { id, href } = value
  demand(typeof id === 'string' && id !== '', `a ${page.member} must have an id`)
  demand(typeof href === 'string' && href !== '', `a ${page.member} must have a href`)
  const problems = problemsOf(expected, value)
  demand(problems.length === 0, `the ${page.member} is not valid: ${problems.slice(0, 5).join('; ')}`)
}

/** Demands an error as TM Forum has it: a code and a reason, and the status as a text if there is one. */
export function demandError(value: unknown, status: number): void {
  demand(isObject(value), 'an error must be a JSON object with code and reason')
  demand(typeof value.code === 'string' && value.code !== '', 'an error must have a code')
  demand(typeof value.reason === 'string' && value.reason !== '', 'an error must have a reason')
  const told = value.status
  demand(told === undefined || told === String(status), `the error says ${told}, the status line ${status}`)
}

/** Whether the pages depart from the official files at a place: what only we say is demanded of nobody else. */
export function isOurs({ number }: ApiPage, where: string, ...whats: readonly string[]): boolean {
  return departures.some(
    (row) => row.api !== '*' && whats.includes(row.what) && fits(number, row.api) && fits(where, row.where),
  )
}

/** What is wrong with a document, in words. */
export function problemsOf({ api, page, official }: Expected, document: JsonObject): string[] {
  const type = page.facts.officialType ?? page.name
  const ofFile = official?.problemsOf(type, document).filter(({ path }) => !isSettled(api, page, path)) ?? []
  return [
    ...problemsOfPage(api, page, document),
    ...ofFile.map(({ path, message }) => `${path} ${message} (official file)`),
  ]
}

function problemsOfPage(api: ApiPage, page: ResourcePage, document: JsonObject): string[] {
  try {
    validateDocument(pageOfType(page, document['@type']), document)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const findings = error.detail.errorItem ?? [{ code: error.code, path: '', message: error.message }]
    return findings
      .filter(
        ({ code, path }) =>
          code !== 'unknownAttribute' && !isOurs(api, `${page.name}.${path}`, 'required here'),
      )
      .map(({ path, message }) => `${path} ${message}`)
  }
}

/** Whether a departure explains why the file finds fault with an answer. */
function isSettled(api: ApiPage, page: ResourcePage, path: string): boolean {
  const last = path.split('.').at(-1) ?? ''
  return departures.some(
    (row) =>
      fits(api.number, row.api) &&
      /^(not enforced|kind|other values|list instead)/.test(row.what) &&
      (fits(`${page.name}.${path}`, row.where) || row.where.endsWith(`.${last}`)),
  )
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
