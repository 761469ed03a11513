/** Reads `fields=a,b.c,d[?(@.e==1)].f`: which attributes, and which elements of them, a client asks for (section 8). */
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import type { Hop } from './condition.ts'
import { readJsonPaths, type Step } from './json-path-syntax.ts'
import { wayOf } from './json-path-test.ts'

/** A name, or which elements of the list at hand. */
export type FieldStep = string | Pick<Hop, 'pick' | 'test'>

/** One attribute, or a part of one, that is asked for. */
export interface Field {
  /** The same for two ways of writing the same. */
  readonly name: string
  readonly steps: readonly FieldStep[]
}

/** What is asked for; undefined when the whole document is. */
export type Selection = readonly Field[] | undefined

/** A path of `fields` as it is written, before its names are looked up. */
export type WrittenField = readonly Step[]

const maxNames = 100
const maxDepth = 10
const namePattern = /^@?[A-Za-z_][A-Za-z0-9_-]*$/

/** Reads the values of the `fields` parameters. Throws `invalidFields`, and what is wrong with a predicate. */
export function parseFields(page: ResourcePage, values: readonly string[]): Selection {
  return readFields(values)?.map((written) => fieldOf(page, written))
}

/** The paths that the values of `fields` parameters name; undefined when they name nothing. Throws `invalidFields`. */
export function readFields(values: readonly string[]): readonly WrittenField[] | undefined {
  const written = values.flatMap(readValue)
  if (written.length === 0) return undefined
  if (written.length > maxNames)
    throw refuse('invalidFields', `fields names more than ${maxNames} attributes`)
  return written.filter(
    ([first, ...rest]) => !(isMember(first) && first.name === 'none' && rest.length === 0),
  )
}

/** Looks up what the predicates of a path name in a page. Names the page does not have may be those of a subtype. */
export function fieldOf(page: ResourcePage, written: WrittenField): Field {
  const place = { page, base: [], isInside: false, allowsUnknown: true }
  const { route, path } = wayOf(place, 'element', written)
  const steps = route.hops.flatMap(({ path: names, pick, test }): FieldStep[] => {
    return [...names, { pick, ...(test ? { test } : {}) }]
  })
  const name = written.every(isMember) ? written.map((step) => step.name).join('.') : JSON.stringify(written)
  return { name, steps: [...steps, ...path] }
}

function readValue(value: string): WrittenField[] {
  if (/[[$]/.test(value)) return readPaths(value)
  return value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const names = name.split('.')
      if (names.length > maxDepth || names.some((each) => !namePattern.test(each))) throw unreadable(name)
      return names.map((each): Step => ({ is: 'member', name: each }))
    })
}

function readPaths(value: string): WrittenField[] {
  const paths = jsonPathsOf(value)
  const tooDeep = paths.find((steps) => steps.filter(isMember).length > maxDepth)
  if (tooDeep) throw refuse('invalidFields', `A path in fields may name at most ${maxDepth} attributes`)
  return paths
}

function jsonPathsOf(value: string): Step[][] {
  try {
    return readJsonPaths(value)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalidJsonPath') throw error
    throw refuse('invalidFields', error.message)
  }
}

function unreadable(name: string): Refusal {
  const message = `'${name.slice(0, 100)}' in fields is not an attribute path such as relatedParty.id or note[0].text`
  return refuse('invalidFields', message)
}

function isMember(step: Step | undefined): step is Step & { is: 'member' } {
  return step?.is === 'member'
}
