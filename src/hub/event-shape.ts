/**
 * What a query over events may name: the attributes of the envelope, those of the resources behind `event`, and,
 * since most queries are about those, their attributes by themselves.
 */
import { any, dateTime, part, ResourcePage, type Shape, text, type, uri } from '../declare/index.ts'
import type { Condition, Filter } from '../derive/filter.ts'
import { parseFilter } from '../derive/filter.ts'
import { pathOf } from '../derive/matches.ts'
import { fieldAt } from '../derive/path.ts'

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

export class EventShape {
  /** The event as it is delivered: what a filter that was read here is matched on. */
  readonly page: ResourcePage
  readonly #pages: readonly ResourcePage[]
  readonly #members: Shape
  /** All that may be written: the page, and what may be left out on the way. */
  readonly #writable: ResourcePage

  constructor(pages: readonly ResourcePage[]) {
    this.#pages = pages
    const attributes: Shape = Object.assign({}, ...pages.map(({ fields }) => fields).reverse())
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
    this.page = pageOf({ ...envelope, ...payload(this.#members) })
    this.#writable = pageOf({ ...loose, ...envelope, ...payload(loose) })
  }

  /** Reads conditions over events. Throws refusals that name the attribute or operator at fault. */
  parse(conditions: readonly string[]): Filter {
    return parseFilter(this.#writable, conditions).map((group) =>
      group.flatMap((condition) => this.#completed(condition)),
    )
  }

  /** The full paths a path may stand for: one, or one for each resource that has the attribute. */
  expand(path: readonly string[]): string[][] {
    const [first = '', second] = path
    if (first in envelope || (first === 'event' && (second === undefined || second in this.#members))) {
      return [[...path]]
    }
    const inside = first === 'event' ? path.slice(1) : path
    if ((inside[0] ?? '') in this.#members) return [['event', ...inside]]
    return this.#pages.map(({ member }) => ['event', member, ...inside])
  }

  #completed(condition: Condition): Condition[] {
    return this.expand(condition.path).flatMap((path) => {
      const { kind, isMany, known } = fieldAt(this.page, path)
      // Not an attribute of this resource, though of another.
      if (known < path.length && kind === 'any' && known < 3 && path[0] === 'event') return []
      const isLink = path.length === 3 && path[2] === 'href'
      return [{ path, kind, isMany, values: isLink ? condition.values.map(pathOf) : condition.values }]
    })
  }
}

function pageOf(fields: Shape): ResourcePage {
  return new ResourcePage('Event', { meaning: 'A notice that something has happened', path: 'event', fields })
}
