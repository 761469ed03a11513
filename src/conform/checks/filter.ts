/** Checks of the filters of lists: all that is found has the value, and what has it is found. */
import type { FieldKind, ResourcePage } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import { partOf } from '../../derive/schema.ts'
import type { Check } from '../check.ts'
import { isSame } from '../kept.ts'
import { isObject } from '../shape.ts'
import { documentOf, type Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'
import { unknownId } from './create.ts'
import { listed } from './read.ts'

/** A value of a document, where it is, and another value of the same kind that it has not. */
interface Target {
  readonly path: string
  readonly value: string
  readonly other: string
}

export const filterChecks: readonly Check[] = [
  filterCheck('a text', (page) => ownNames(page, ['text']), unknownId('text')),
  filterCheck('a date', (page) => ownNames(page, ['dateTime']), '1971-01-01T00:00:00.000Z'),
  filterCheck('one of a closed list of values', (page) => ownNames(page, ['oneOf']), undefined),
  filterCheck('a value within a part', nestedPaths, unknownId('part')),
]

function filterCheck(
  of: string,
  pathsOf: (page: ResourcePage) => string[],
  other: string | undefined,
): Check {
  return {
    name: `a filter by ${of} answers those that have the value, and no others`,
    verb: 'list',
    applies: (page) => pathsOf(page).length > 0,
    run: async (subject) => {
      const { document } = documentOf(subject)
      const target = targetIn(subject.page, document, pathsOf(subject.page), other)
      if (target === undefined)
        throw new Skipped(`the document has no ${of.replace(/^an? /, '')} to filter by`)
      await demandFiltered(subject, document, target)
    },
  }
}

async function demandFiltered(subject: Subject, document: JsonObject, target: Target): Promise<void> {
  const { path, value, other } = target
  const condition = `${path}=${encodeURIComponent(value)}`
  const found = await listed(subject, `?${condition}&limit=50`)
  const wrong = found.find((each) => !valuesAt(each, path).some((has) => isSame(value, has)))
  demand(
    wrong === undefined,
    `${path} is '${wrong && valuesAt(wrong, path).join(', ')}' where '${value}' was asked for`,
  )
  demand(found.length > 0, `nothing is found by ${path}, which has that value`)
  const id = `id=${encodeURIComponent(String(document.id))}`
  const own = await listed(subject, `?${condition}&${id}`)
  demand(own.length === 1 && own[0]?.id === document.id, `${own.length} are found by ${path} and the id`)
  const none = await listed(subject, `?${path}=${encodeURIComponent(other)}&${id}`)
  demand(none.length === 0, `found by '${other}', which is not its ${path}`)
}

/** Attributes of some kinds, those first that documents are found by; none that the server moves by itself. */
function ownNames(page: ResourcePage, kinds: readonly FieldKind[]): string[] {
  const names = [...new Set([...page.findBy, ...Object.keys(page.fields)])]
  return names.filter((name) => {
    const facts = page.fields[name]?.facts
    return facts !== undefined && name !== 'id' && kinds.includes(facts.kind) && isSettled(page, name)
  })
}

function isSettled(page: ResourcePage, name: string): boolean {
  const { of, movedAt } = page.lifecycle ?? {}
  const isStamped = page.fields[name]?.facts.stamp === 'change'
  return name !== of && name !== movedAt && !isStamped && !/(state|status|update)/i.test(name)
}

/** Texts in parts and in the elements of lists: ids first, by which people search. */
function nestedPaths(page: ResourcePage): string[] {
  const paths = Object.entries(page.fields).flatMap(([name, { facts }]) =>
    facts.of === undefined || !isSettled(page, name)
      ? []
      : Object.entries(partOf(facts).fields)
          .filter(([inner, field]) => field.facts.kind === 'text' && !/(state|status|@)/i.test(inner))
          .map(([inner]) => `${name}.${inner}`),
  )
  const isId = (path: string) => Number(!path.endsWith('.id'))
  return [...page.findBy.filter((path) => paths.includes(path)), ...paths].sort((a, b) => isId(a) - isId(b))
}

function targetIn(
  page: ResourcePage,
  document: JsonObject,
  paths: readonly string[],
  other: string | undefined,
): Target | undefined {
  for (const path of paths) {
    const [value] = valuesAt(document, path)
    // What separates the values of a query has a meaning of its own.
    if (typeof value !== 'string' || value === '' || /[,;"'\\]/.test(value)) continue
    const another = other ?? page.fields[path]?.facts.values?.find((each) => each !== value)
    if (another !== undefined) return { path, value, other: another }
  }
  return undefined
}

function valuesAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path))
  if (path === '') return [value]
  if (!isObject(value)) return []
  const [name = '', ...rest] = path.split('.')
  return valuesAt(value[name], rest.join('.'))
}
