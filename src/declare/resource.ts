/**
 * A resource page: one TM Forum resource with its fields, lifecycle, events and the paths it is found by.
 * Shared code reads the page and never asks which resource it is holding.
 */
import type { Activates } from './activates.ts'
import type { Domain } from './domain.ts'
import type { Shape, TypeWord } from './field.ts'
import { Type } from './type.ts'
import type { View } from './view.ts'

export type Verb = 'list' | 'read' | 'create' | 'patch' | 'replace' | 'remove'

/**
 * Who may make a move between states: `client`, a caller with the right to manage orders (or the engine);
 * `engine`, the orchestrator or a system with the fulfilment right; `task`, only a cancel task.
 */
export type Mover = 'client' | 'engine' | 'task'

/** For each state, the states it may move to and who may make the move. */
export type Moves<State extends string = string> = Readonly<
  Record<State, Readonly<Partial<Record<State, Mover>>>>
>

export interface Lifecycle<State extends string = string> {
  /** The attribute that holds the state. */
  readonly of: string
  /** The state a document has when the client names none. */
  readonly starts: State
  /** Who may move it where by a patch, also when a create ignores the attribute (`ignoredFromClient`). */
  readonly moves: Moves<State>
  /** Whether there are states besides those of the table, from and to which anyone may move: the file leaves them open. */
  readonly isOpen?: boolean
  /** The date-time attribute the server sets when the document gets its first state and at every move. */
  readonly movedAt?: string
}

/**
 * The events a resource announces, by their TM Forum endings (TMF630 part 1, notification pattern).
 * One-off events are written by their full name.
 */
export const eventEndings = {
  created: 'CreateEvent',
  changed: 'AttributeValueChangeEvent',
  stateChanged: 'StateChangeEvent',
  statusChanged: 'StatusChangeEvent',
  executionStateChanged: 'ExecutionStateChangeEvent',
  anyChange: 'ChangeEvent',
  deleted: 'DeleteEvent',
  batch: 'BatchEvent',
  informationRequired: 'InformationRequiredEvent',
} as const

export type Announcement = keyof typeof eventEndings | `${string}Event`

/** A moment that an event of its own tells of, besides the change: a state is entered, or a list grows. */
export type Moment =
  | { readonly enters: string /** What a client is then asked for. */; readonly asks?: string }
  | { readonly grows: string }

/** What is done with attributes that are not known: refused, stored as they are, or passed over. */
export type UnknownAttributes = 'reject' | 'keep' | 'drop'

/** A path into a document, checked for its first name: `relatedParty.id`. */
export type PathInto<S extends Shape> = S extends unknown
  ? (keyof S & string) | `${keyof S & string}.${string}`
  : never

type StateOf<S extends Shape, Attribute extends keyof S> = S[Attribute]['value'] & string

export interface ResourceFacts {
  readonly meaning: string
  /** The last part of the collection's path, such as `serviceOrder`. */
  readonly path: string
  readonly fields: Shape
  readonly verbs?: readonly Verb[]
  readonly lifecycle?: Lifecycle
  readonly announces?: readonly Announcement[]
  /** Moments of its life, by the announcement that tells of each. */
  readonly moments?: Readonly<Partial<Record<Announcement, Moment>>>
  readonly findBy?: readonly string[]
  /** The kind under which documents are stored, where two APIs show the same thing or use the same name. */
  readonly kind?: string
  /**
   * Documents of certain states that are searched for by one path: what is free to assign, which visits are still to
   * come. They have an index of their own, so that those that are over cost nothing.
   */
  readonly queue?: {
    readonly by: string
    readonly when: Readonly<Record<string, string | readonly string[]>>
  }
  /** The page this one is nested under, for paths such as `/processFlow/{id}/taskFlow`. */
  readonly within?: ResourcePage
  /** Whether each of its documents has a hub of its own, for subscribing to what it gathers. */
  readonly hasHub?: boolean
  /** The parent's attribute that holds these documents, when they are not stored on their own. */
  readonly embeddedAs?: string
  /** The parent's attribute that refers to these documents, each of which is stored on its own. */
  readonly listedAs?: string
  /** Which requests need the network; without it, requests are about what is stored. */
  readonly activates?: Activates
  /** Whether creating one starts work of the orchestrator, due at once. */
  readonly startsWork?: boolean
  /** Whether a client may choose the id on create. */
  readonly clientMayChooseId?: boolean
  /** Create requires at least one element in these lists. */
  readonly nonEmpty?: readonly string[]
  /** An order: its state belongs to its plan, and it is deleted only when final. */
  readonly isOrder?: boolean
  /** A task or job: it runs by itself, is locked once finished and not deleted while it runs. */
  readonly isTask?: boolean
  /** A header by which a client says how a task shall end, so that each end of it can be tried. */
  readonly endedBy?: string
  /** Whether several versions of one document may exist side by side, told apart by their `version`. */
  readonly isVersioned?: boolean
  /** Where a reference to one of its documents forbids to delete it: in documents of these domains, or of any. */
  readonly keptWhileUsedIn?: 'anyDomain' | readonly Domain[]
  /**
   * A create body that is accepted and says something, where one made from the attributes alone would not be:
   * for documentation and for trying out.
   */
  readonly example?: Readonly<Record<string, unknown>>
  /** Whether its documents are the events that are reported from outside (TMF688) under its name. */
  readonly isReported?: boolean
  /** Whose documents it shows under other names, and how: it has none of its own. */
  readonly shows?: View
  /** Whether its documents tell of requests that nobody waited for. */
  readonly isMonitor?: boolean
  /** Files that belong to its documents: put up before there is one, taken down from one, or attached to one. */
  readonly files?: 'uploaded' | 'downloaded' | 'attached'
  /** The types its documents may be of besides its own, with the attributes each has beyond those here. */
  readonly subtypes?: readonly TypeWord[]
  /** Whether attributes the page does not know are kept as they are sent, instead of refused (wire contract, section 24). */
  readonly keepsUnknownAttributes?: boolean
  /** What the deployment wants done with attributes that are not known, at any depth; refused when nothing is said. */
  readonly unknownAttributes?: UnknownAttributes
  /** The name of its type in the official file, where that is not the resource's own. */
  readonly officialType?: string
  /** Whether every answer names its `@type`, also where that is just the resource's own name. */
  readonly showsType?: boolean
  /** Whether a create must name the `@type`, as in the second generation of the APIs; every answer then names it too. */
  readonly needsType?: boolean
}

/**
 * A resource page after declaration: every question about it has an answer. `Own` is what subtypes have beyond it: the
 * attributes of any one of them.
 */
export class ResourcePage<S extends Shape = Shape, Own extends Shape = Shape> {
  /** Never set: carries the attributes of the subtypes. */
  declare readonly own: Own
  /** The page as it is declared; another one only where this one was made from it, for documents of a subtype or the like. */
  readonly declared: ResourcePage
  readonly name: string
  readonly meaning: string
  readonly path: string
  readonly kind: string
  readonly verbs: ReadonlySet<Verb>
  readonly type: Type<S>
  readonly lifecycle: Lifecycle | undefined
  readonly announces: ReadonlySet<Announcement>
  readonly findBy: readonly string[]
  readonly facts: ResourceFacts

  /** `made` is for a page that is made from another: from which, and of which subtype its documents are. */
  constructor(
    name: string,
    facts: ResourceFacts & { readonly fields: S },
    made: { readonly from?: ResourcePage; readonly of?: TypeWord } = {},
  ) {
    const { from, of } = made
    this.declared = from?.declared ?? (this as ResourcePage)
    this.name = name
    this.meaning = facts.meaning
    this.path = facts.path
    this.kind = facts.kind ?? name
    this.verbs = new Set(facts.verbs ?? standardVerbs)
    this.type = new Type(of?.name ?? name, of?.meaning ?? facts.meaning, facts.fields, {
      keepsUnknownAttributes: [
        facts.keepsUnknownAttributes,
        of?.keepsUnknownAttributes,
        facts.unknownAttributes === 'keep',
      ].includes(true),
      subtypes: facts.subtypes ?? [],
      check: of?.check,
    })
    this.lifecycle = facts.lifecycle
    this.announces = new Set(facts.announces ?? [])
    this.findBy = facts.findBy ?? []
    this.facts = facts
  }

  get fields(): S {
    return this.type.fields
  }

  /** Whether documents of its own are stored: not of one that others hold, that is reported, or that shows others. */
  get isStored(): boolean {
    const { embeddedAs, isReported, shows } = this.facts
    return embeddedAs === undefined && isReported !== true && shows === undefined
  }

  /** This page, of documents that may be of other types too, or with another answer to what is not known. */
  with(facts: Pick<ResourceFacts, 'subtypes' | 'unknownAttributes'>): ResourcePage<S> {
    return new ResourcePage(this.name, { ...this.facts, ...facts, fields: this.fields }, { from: this })
  }

  /** Whether every answer names its `@type`. */
  get showsType(): boolean {
    return this.facts.showsType === true || this.facts.needsType === true
  }

  /** Whether its documents are removed some time after their end. A monitor goes when its own time is up. */
  get isPassing(): boolean {
    return this.facts.isTask === true && this.facts.isMonitor !== true
  }

  /** The member of an event that carries the resource: `serviceOrder`. */
  get member(): string {
    return this.name.charAt(0).toLowerCase() + this.name.slice(1)
  }

  /** The same resource as a further API shows it: one set of documents, with what that API tells of them otherwise. */
  again<Other extends Shape = S>(differences: Differences<Other> = {}): ResourcePage<Other> {
    const { fields = this.fields as Shape as Other, ...others } = differences
    return new ResourcePage(this.name, { ...this.facts, kind: this.kind, ...others, fields })
  }
}

/** What may differ where a further API shows a resource: not how it lives, nor how its documents are found. */
type Differences<S extends Shape> = Partial<
  Pick<ResourceFacts, 'verbs' | 'announces' | 'within'> & { readonly fields: S }
>

const standardVerbs: readonly Verb[] = ['list', 'read', 'create', 'patch', 'remove']

/** Declares a resource. A wrong state, path or announcement is a type error. */
export function resource<
  const S extends Shape,
  const Attribute extends keyof S & string = keyof S & string,
  const Subtypes extends readonly TypeWord[] = readonly [],
>(
  name: string,
  facts: Omit<ResourceFacts, 'fields' | 'subtypes' | 'lifecycle' | 'findBy' | 'nonEmpty' | 'activates'> & {
    readonly fields: S
    readonly subtypes?: Subtypes
    readonly lifecycle?: {
      readonly of: Attribute
      readonly starts: StateOf<S, Attribute>
      readonly moves: Moves<StateOf<S, Attribute>>
      readonly isOpen?: boolean
      readonly movedAt?: keyof S & string
    }
    readonly findBy?: readonly PathInto<S | Subtypes[number]['fields']>[]
    readonly nonEmpty?: readonly (keyof S & string)[]
    readonly activates?: Activates<StateOf<S, Attribute>, keyof S & string>
  },
): ResourcePage<S, Subtypes[number]['fields']> {
  return new ResourcePage(name, facts as unknown as ResourceFacts & { readonly fields: S })
}
