/**
 * What a query over events may name: the attributes of the envelope, those of the resources behind `event`, and,
 * since most queries are about those, their attributes by themselves.
 */
import { any, dateTime, part, ResourcePage, type Shape, text, type, uri } from '../declare/index.ts'
import type { Condition, Filter, Test } from '../derive/condition.ts'
import { parseFilter } from '../derive/filter.ts'
import { readJsonPaths, type Step } from '../derive/json-path-syntax.ts'
import { selectsTest } from '../derive/json-path-test.ts'
import { pathOf } from '../derive/link-path.ts'
import { fieldAt } from '../derive/path.ts'
import type { ParsedQuery } from '../derive/query-string.ts'
import { readCondition } from '../derive/read-condition.ts'
import { fieldsOfAll } from '../derive/typed-page.ts'

const envelope: Shape = {
  eventId: text('The identifier of this notice'),
  eventTime: dateTime('When the event took place'),
  eventType: text('Which kind of event is being announced'),
  correlationId: text('The identifier that ties connected events together'),
  domain: text('Which business area it comes from'),
  title: text('A short heading for the event'),
  description: text('What happened, in plain words'),
  priority: text('How urgent the event is'),
  timeOcurred: dateTime('When the thing reported actually happened'),
  fieldPath: text('What has changed'),
  source: any('The thing the event arose from'),
  reportingSystem: any('The system that sent the notice'),
}

const laterEnvelope: Shape = {
  ...envelope,
  timeOccurred: dateTime('When the thing reported actually happened'),
  '@type': text('The type of the event'),
  '@baseType': text('That it is an event'),
}

export class EventShape {
  /** The event as it is delivered: what a filter that was read here is matched on. */
  readonly page: ResourcePage
  readonly #pages: readonly ResourcePage[]
  readonly #members: Shape
  readonly #envelope: Shape
  /** All that may be written: the page, and what may be left out on the way. */
  readonly #writable: ResourcePage

  /** `isLater` for events of the second generation of the APIs, which say more (wire contract, section 26). */
  constructor(pages: readonly ResourcePage[], isLater: boolean) {
    this.#pages = pages
    this.#envelope = isLater ? laterEnvelope : envelope
    const attributes: Shape = Object.assign({}, ...pages.map((page) => fieldsOfAll(page.type)).reverse())
    const members = pages.map((page): [string, Shape[string]] => [
      page.member,
      part(page.type.with({ id: text('Identifier'), href: uri('Where it can be read') }), page.meaning),
    ])
    this.#members = Object.fromEntries(members.reverse())
    const payload = (fields: Shape) => ({
      event: part(type('EventPayload', 'The resource', fields), 'What it is about'),
    })
    const loose = {
      ...attributes,
      id: text('Identifier'),
      href: uri('Where it can be read'),
      ...this.#members,
    }
    this.page = pageOf({ ...this.#envelope, ...payload(this.#members) })
    this.#writable = pageOf({ ...loose, ...this.#envelope, ...payload(loose) })
  }

  /** Reads a query over events. Throws refusals that name the attribute or operator at fault. */
  parse({ conditions, parameters }: ParsedQuery): Filter {
    const attributes = parseFilter(this.#writable, conditions).map((group) =>
      group.flatMap((condition) => this.#completed(condition)),
    )
    const paths = parameters.get('filter')
    return paths
      ? [...attributes, paths.flatMap(readJsonPaths).flatMap((steps) => this.#selected(steps))]
      : attributes
  }

  /** The full paths a path may stand for: one, or one for each resource that has the attribute. */
  expand(path: readonly string[]): string[][] {
    const [first = '', second] = path
    if (first in this.#envelope || (first === 'event' && (second === undefined || second in this.#members))) {
      return [[...path]]
    }
    const inside = first === 'event' ? path.slice(1) : path
    if ((inside[0] ?? '') in this.#members) return [['event', ...inside]]
    return this.#pages.map(({ member }) => ['event', member, ...inside])
  }

  /** The same of a path whose first steps are names. */
  ways(steps: readonly Step[]): Step[][] {
    const end = steps.findIndex((step) => step.is !== 'member')
    const names = (end < 0 ? steps : steps.slice(0, end)) as readonly (Step & { is: 'member' })[]
    if (names.length === 0) return [[...steps]]
    return this.expand(names.map(({ name }) => name)).map((path) => [
      ...path.map((name): Step => ({ is: 'member', name })),
      ...steps.slice(names.length),
    ])
  }

  #completed(condition: Condition): Test[] {
    return this.expand(condition.path).flatMap((path) => {
      const { kind, isMany, known } = fieldAt(this.page, path)
      // Not an attribute of this resource, though of another.
      if (known < path.length && kind === 'any' && known < 3 && path[0] === 'event') return []
      const isLink = path.length === 3 && path[2] === 'href' && condition.operator === 'eq'
      const values = isLink ? condition.values.map(pathOf) : condition.values
      return [onlyIfThere({ ...condition, path, kind, isMany, values })]
    })
  }

  /** The way to the resource may be left out here too, where a path begins with an attribute. */
  #selected(steps: readonly Step[]): Test[] {
    const [first, ...rest] = steps
    if (first?.is !== 'member') return [selectsTest(this.page, steps)]
    const ways = this.expand([first.name]).filter((path) => fieldAt(this.page, path).known === path.length)
    const [way = [first.name], ...others] = ways
    return [way, ...others].map((path) => {
      const members = path.map((name): Step => ({ is: 'member', name }))
      return selectsTest(this.page, [...members, ...rest])
    })
  }
}

/** What is not in an event is not unequal to anything: a condition on it does not hold (wire contract, section 21.1). */
function onlyIfThere(condition: Condition): Test {
  if (!condition.isNegated) return condition
  const isAbsence = condition.operator === 'there'
  const path = isAbsence ? condition.path.slice(0, 2) : condition.path
  if (isAbsence && condition.path[0] !== 'event') return condition
  const target = { path, name: path.join('.'), kind: 'part', isMany: false } as const
  return { is: 'all', tests: [readCondition(target, 'isnotnull', ['']), condition] }
}

function pageOf(fields: Shape): ResourcePage {
  return new ResourcePage('Event', { meaning: 'A notice that something has happened', path: 'event', fields })
}
