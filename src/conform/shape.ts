/** Whether what a server answers has the shape its specification says. */
import { Refusal, type ResourcePage } from '../declare/index.ts'
import { pageOfType } from '../derive/typed-page.ts'
import { type JsonObject, validateDocument } from '../derive/validate.ts'
import { demand } from './verdict.ts'

/** Demands a document of a page: identity, mandatory attributes, kinds of values. Extensions are allowed. */
export function demandDocument(page: ResourcePage, value: unknown): asserts value is JsonObject {
  demand(isObject(value), `a ${page.member} must be a JSON object`)
  const { id, href } = value
  demand(typeof id === 'string' && id !== '', `a ${page.member} must have an id`)
  demand(typeof href === 'string' && href !== '', `a ${page.member} must have a href`)
  const problems = problemsOf(page, value)
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

function problemsOf(page: ResourcePage, document: JsonObject): string[] {
  try {
    validateDocument(pageOfType(page, document['@type']), document)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const findings = error.detail.errorItem ?? [{ code: error.code, path: '', message: error.message }]
    return findings
      .filter(({ code }) => code !== 'unknownAttribute')
      .map(({ path, message }) => `${path} ${message}`)
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
