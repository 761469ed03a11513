/** Reads a view: a document of there under the names of here, a document of here as it is kept there, and questions. */
import {
  type FieldFacts,
  type Refusal,
  type Renaming,
  type ResourcePage,
  refuse,
  refuseFindings,
  type TypeWord,
  type View,
} from '../declare/index.ts'
import type { Condition, Filter, Test } from './condition.ts'
import type { JsonObject } from './json.ts'
import { fieldAt } from './path.ts'
import { partOf } from './schema.ts'
import type { Sort } from './sort.ts'
import { fieldsOfAll } from './typed-page.ts'

/** A document of there as a page shows it: what the page does not know is left out. */
export function shownBy(page: ResourcePage, view: View, document: JsonObject): JsonObject {
  return knownTo(page.type, here(view, document))
}

/** What a type knows of a value, to the last part; what is a text here is one, whatever it is there. */
function knownTo(type: TypeWord, value: JsonObject): JsonObject {
  if (type.keepsUnknownAttributes) return value
  const fields = fieldsOfAll(type)
  const known = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (name.startsWith('@')) return [[name, member]]
    const facts = own(fields, name)?.facts
    if (facts === undefined) return []
    const part = facts.of && partOf(facts)
    if (part !== undefined) return [[name, each(member, (inner) => knownTo(part, inner))]]
    return [[name, facts.kind === 'text' && typeof member !== 'string' ? JSON.stringify(member) : member]]
  })
  return Object.fromEntries(known)
}

/** A value of there under the names of here. */
function here(renaming: Renaming, value: JsonObject): JsonObject {
  const { names = {}, values = {}, parts = {}, lists = [], singles = [], amounts = {}, ids = [] } = renaming
  const told = new Map(Object.entries(names).map(([ours, theirs]) => [theirs, ours]))
  const shown: JsonObject = {}
  for (const [theirs, member] of Object.entries(value)) {
    const name = told.get(theirs) ?? theirs
    const of = own(parts, name)
    let found = of === undefined ? member : each(member, (part) => here(of, part))
    const known = own(values, name)
    if (known) found = Object.entries(known).find(([, kept]) => kept === member)?.[0] ?? found
    if (singles.includes(name) && Array.isArray(found)) found = found[0]
    if (lists.includes(name) && !Array.isArray(found)) found = [found]
    if (ids.includes(name)) found = (found as JsonObject).id
    const unit = own(amounts, name)
    if (unit === undefined) shown[name] = found
    else Object.assign(shown, amountHere(name, unit, found))
  }
  return shown
}

/** A quantity or a sum of money of there as a number and its unit. */
function amountHere(name: string, unit: string, value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null) return { [name]: value }
  const { amount, value: sum = amount, units, unit: currency = units } = value as JsonObject
  return { [name]: sum, ...(currency === undefined ? {} : { [unit]: currency }) }
}

/** A document of here as it is kept there, by a type of there: what is a number there may be a text here. */
export function keptAs(renaming: Renaming, value: JsonObject, there: TypeWord | undefined): JsonObject {
  const {
    names = {},
    values = {},
    parts = {},
    lists = [],
    singles = [],
    leftOut = [],
    isNamedByHref,
  } = renaming
  const kept: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    if (leftOut.includes(name)) continue
    const of = own(parts, name)
    const facts = there && own(fieldsOfAll(there), own(names, name) ?? name)?.facts
    const type = facts?.of && partOf(facts)
    let found = of || type ? each(member, (part) => keptAs(of ?? {}, part, type)) : member
    if (typeof found === 'string') found = own(own(values, name), found) ?? found
    if (isNumber(facts) && typeof found === 'string' && number.test(found)) found = Number(found)
    if (singles.includes(name)) found = [found]
    if (lists.includes(name) && Array.isArray(found)) found = found[0]
    kept[own(names, name) ?? name] = found
  }
  if (isNamedByHref && kept.id === undefined && typeof kept.href === 'string') {
    const [path = ''] = kept.href.split(/[?#]/, 1)
    kept.id = path.split('/').findLast((step) => step !== '')
  }
  return kept
}

const number = /^-?\d{1,15}(\.\d{1,15})?$/

const isNumber = (facts: FieldFacts | undefined): boolean =>
  facts?.kind === 'integer' || facts?.kind === 'number'

function each(value: unknown, change: (part: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((element) => each(element, change))
  return typeof value === 'object' && value !== null ? change(value as JsonObject) : value
}

/** What is asked here, asked of the documents of there, which have `page`. Throws where it cannot be. */
export function askedThere(page: ResourcePage, view: View, filter: Filter): Filter {
  return filter.map((group) => group.map((test) => testThere(page, view, test)))
}

function testThere(page: ResourcePage, view: View, test: Test): Condition {
  if (test.is !== 'condition') {
    throw refuse('jsonPathFeatureNotSupported', 'Here only attributes are compared; ask as attribute=value')
  }
  const { path, values } = pathThere(page, view, test.path)
  const { kind, isMany } = fieldAt(page, path)
  return { ...test, path, kind, isMany, values: test.values.map((value) => own(values, value) ?? value) }
}

/** The order that is asked for here, of the documents of there. Throws where there is none. */
export function sortedThere(page: ResourcePage, view: View, sort: Sort): Sort {
  return sort.map((key) => {
    if (key.route.hops.length > 0) throw refuse('invalidSort', 'Here lists are sorted by plain attributes')
    const { path } = pathThere(page, view, key.path)
    const { kind, isMany } = fieldAt(page, path)
    return { ...key, path, kind, isMany: isMany || kind === 'any' }
  })
}

/** A refusal of what was kept there, with its paths as a client of here knows them. */
export function refusedHere(view: View, refusal: Refusal): Refusal {
  const { errorItem } = refusal.detail
  if (errorItem === undefined || errorItem.some(({ code }) => code === 'referencedBy')) return refusal
  return refuseFindings(errorItem.map((finding) => ({ ...finding, path: pathHere(view, finding.path) })))
}

/** A path of there, such as `productOrderItem[0].action`, as a path of here. */
function pathHere(view: View, path: string): string {
  let at: Renaming | undefined = view
  const steps = path.split('.').map((step) => {
    const [theirs = ''] = step.split('[', 1)
    const ours = Object.entries(at?.names ?? {}).find(([, kept]) => kept === theirs)?.[0] ?? theirs
    const places = at?.singles?.includes(ours) ? '' : step.slice(theirs.length)
    at = own(at?.parts, ours)
    return ours + places
  })
  return steps.join('.')
}

/** A path of here as a path of there, with the values its last attribute has there. */
function pathThere(page: ResourcePage, view: View, path: readonly string[]) {
  const there: string[] = []
  let at: Renaming | undefined = view
  let values: Readonly<Record<string, string>> | undefined
  for (const name of path) {
    there.push(own(at?.names, name) ?? name)
    values = own(at?.values, name)
    if (own(at?.amounts, name) !== undefined)
      there.push(fieldAt(page, [...there, 'amount']).facts ? 'amount' : 'value')
    if (at?.ids?.includes(name)) there.push('id')
    at = own(at?.parts, name)
  }
  return { path: there, values }
}

/** A member of a record, and nothing that every object has. */
function own<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
