/** An event of the log as the APIs show it: each with its own names and paths, all with the same id and content. */
import { type ApiPage, eventDomain, type ResourcePage } from '../declare/index.ts'
import { announces, envelopeOf } from '../derive/events.ts'
import type { Model } from '../derive/model.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { LoggedRecord } from '../store/event-log.ts'

/** The kind under which the log keeps events that were reported from outside. */
export const reportedKind = 'Event'

export class ShownEvent {
  readonly record: LoggedRecord
  readonly #model: Model
  readonly #shown = new Map<ApiPage, JsonObject | undefined>()

  constructor(model: Model, record: LoggedRecord) {
    this.#model = model
    this.record = record
  }

  /** The event as an API shows it; undefined when it is none of that API's. */
  by(api: ApiPage): JsonObject | undefined {
    if (!this.#shown.has(api)) {
      const body = this.#shownBy(api)
      this.#shown.set(api, body && api.generation === 5 ? this.withSource(body) : body)
    }
    return this.#shown.get(api)
  }

  #shownBy(api: ApiPage): JsonObject | undefined {
    const { kind, type } = this.record
    const page = api.resources.find(
      (candidate) =>
        (candidate.facts.isReported ? this.isReported : candidate.kind === kind) &&
        announces(candidate, type),
    )
    if (page?.facts.isReported) return reported(this.record)
    return page && envelopeOf(this.#recordOn(page), page, api)
  }

  /** The event as the API shows it that its kind is at home in, or as it was reported from outside. */
  atHome(): JsonObject | undefined {
    if (this.isReported) return reported(this.record)
    // A kind of an earlier version that no API serves any more.
    const home = this.#model.collections.find(({ page }) => page.kind === this.record.kind)
    return home && this.by(home.api)
  }

  /** The event as a topic of one API's events shows it. */
  inDomain(api: ApiPage): JsonObject | undefined {
    if (!this.isReported) return this.by(api)
    return this.record.resource.domain === eventDomain(api) ? reported(this.record) : undefined
  }

  /** What TMF688 and the second generation say besides: what the event arose from and who reports it. */
  withSource(body: JsonObject): JsonObject {
    if (this.isReported) return body
    const { resource, entityId } = this.record
    const name = this.#model.homeOf(this.record.kind).page.name
    const shown = Object.values(body.event as JsonObject)[0] as JsonObject | undefined
    const source = { id: entityId, href: shown?.href ?? resource.href, '@referredType': name }
    return { ...body, reportingSystem: { id: 'goldthread', name: 'Goldthread' }, source }
  }

  get isReported(): boolean {
    return this.record.kind === reportedKind
  }

  #recordOn(page: ResourcePage): LoggedRecord {
    if (this.#model.homeOf(page.kind).page === page) return this.record
    const resource = { ...this.record.resource, href: this.#model.hrefOf(page, this.record.entityId) }
    return { ...this.record, resource }
  }
}

function reported({ resource }: LoggedRecord): JsonObject {
  const { id: _id, href: _href, ...body } = resource
  return body
}
