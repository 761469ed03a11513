/** What a step does: one task a file in `steps/`, with the words a task may answer in. */
import type { Document, ResourcePage } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import type { NetworkCommand, NetworkResult } from './adapter.ts'
import type { Lookup } from './design.ts'
import type { Reason } from './gates.ts'
import type { Plan, Step, StepDraft } from './plan.ts'

/** How a task ended, or what it needs before it can. */
export type Outcome =
  | { readonly kind: 'done'; readonly message?: string; readonly next?: readonly StepDraft[] }
  /** A command to the network: its intent is committed before it is sent, its result after. */
  | { readonly kind: 'call'; readonly command: NetworkCommand }
  /** Something outside must happen; whoever makes it happen wakes the plan. */
  | { readonly kind: 'wait'; readonly message: string }
  /** It could not be done just now, and left nothing behind: tried again after a pause. */
  | { readonly kind: 'retry'; readonly message: string }
  /** It failed, and whoever asked for it has been told. */
  | { readonly kind: 'fail'; readonly message: string }
  /** A person must act. */
  | { readonly kind: 'hold'; readonly message: string }
  /** The order cannot be carried out, and nothing has been done yet. */
  | { readonly kind: 'reject'; readonly reasons: readonly Reason[] }

export const done = (message?: string, next?: readonly StepDraft[]): Outcome => ({
  kind: 'done',
  ...(message === undefined ? {} : { message }),
  ...(next === undefined ? {} : { next }),
})

export interface Task {
  /** What it does, for people: `Assign and reserve resources`. */
  readonly name: string
  readonly run: (desk: Desk, step: Step) => Promise<Outcome>
  /** Takes the result of the command the task sent. */
  readonly finish?: (desk: Desk, step: Step, result: NetworkResult) => Promise<Outcome>
  /** Tells whoever asked for it that it is given up. What belongs to an order is not: the order is held. */
  readonly giveUp?: (desk: Desk, step: Step, message: string) => void
}

/** What a task works at: the plan, the unit of work, and the shorthand of its domain. */
export class Desk {
  readonly plan: Plan
  readonly work: Work
  readonly lookup: Lookup
  readonly author: Author

  constructor(work: Work, plan: Plan, lookup: Lookup, author: Author) {
    this.work = work
    this.plan = plan
    this.lookup = lookup
    this.author = author
  }

  /** The order the plan belongs to. */
  get order(): Document {
    return this.work.get(this.plan.of.kind, this.plan.of.id)
  }

  /** The home page of a kind. */
  page(kind: string): ResourcePage {
    return this.work.model.homeOf(kind).page
  }

  create(
    kind: string,
    draft: JsonObject,
    options: { readonly id?: string; readonly parent?: string } = {},
  ): Document {
    return this.work.create(this.page(kind), draft, this.author, options)
  }

  change(kind: string, id: string, attributes: JsonObject): Document {
    return this.work.change(this.page(kind), id, attributes, this.author)
  }

  get(kind: string, id: string): Document {
    return this.work.get(kind, id)
  }

  /** A reference to a document of this unit of work. */
  refTo(kind: string, id: string, more: JsonObject = {}): JsonObject {
    const document = this.work.find(kind, id)
    const { page } = this.work.model.homeOf(kind)
    const name = document?.name
    return {
      id,
      href: document?.href ?? this.work.model.hrefOf(page, id),
      ...(typeof name === 'string' ? { name } : {}),
      '@referredType': kind,
      ...more,
    }
  }
}
