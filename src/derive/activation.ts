/**
 * What the network is to do for a change of a document, as its page says (`activates`), and what the document is like
 * before and after.
 */
import type { Activates, ResourcePage } from '../declare/index.ts'
import { changedAttributes } from './change.ts'
import type { JsonObject } from './json.ts'

export interface Activation {
  readonly action: 'activate' | 'configure' | 'deactivate'
  /** What is stored of a new document until the network has done it. A document there was stays as it is. */
  readonly meanwhile?: JsonObject
  /** What changes once the network has done it; null for an attribute that goes. */
  readonly changes: JsonObject
  /** The date-time attribute to be set to that moment when nothing else has set it. */
  readonly since?: string
  /** Whether the document is then removed. */
  readonly isRemoval?: boolean
}

/**
 * What a client's change from one document to another asks of the network; without a first one it is new, without a
 * second it is removed. Undefined when there is nothing to command.
 */
export function activationOf(
  page: ResourcePage,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): Activation | undefined {
  const { lifecycle } = page
  const { activates } = page.facts
  if (activates === undefined || lifecycle === undefined) return undefined
  const stateOf = (document: JsonObject) => String(document[lifecycle.of] ?? lifecycle.starts)
  const isCarried = (document: JsonObject | undefined) =>
    document !== undefined && activates.carriedWhile.includes(stateOf(document))
  const otherwise = { [lifecycle.of]: activates.otherwise }
  if (after !== undefined && isCarried(after)) {
    if (before !== undefined && isCarried(before)) return settingUp(activates, before, after)
    const wanted = { ...after, [lifecycle.of]: stateOf(after) }
    const meanwhile = { ...after, ...saying(activates, false), ...otherwise }
    return { ...entering(activates, before ?? meanwhile, wanted, before), ...(before ? {} : { meanwhile }) }
  }
  if (before === undefined || !isCarried(before)) return undefined
  const left = after ?? { ...before, ...otherwise }
  const changes = difference(before, { ...left, ...unsaid(activates, before, left, false) })
  return { action: 'deactivate', changes, ...(after ? {} : { isRemoval: true }) }
}

function settingUp(activates: Activates, before: JsonObject, after: JsonObject): Activation | undefined {
  const changes = difference(before, after)
  return activates.setUpBy.some((name) => Object.hasOwn(changes, name))
    ? { action: 'configure', changes }
    : undefined
}

function entering(
  activates: Activates,
  from: JsonObject,
  wanted: JsonObject,
  known: JsonObject | undefined,
): Activation {
  const changes = difference(from, { ...wanted, ...unsaid(activates, known ?? {}, wanted, true) })
  const { by, since } = activates
  return { action: by, changes, ...(since === undefined ? {} : { since }) }
}

/** All attributes that tell whether the network carries a document, with what they say. */
function saying({ saidBy = [] }: Activates, isCarried: boolean): JsonObject {
  return Object.fromEntries(saidBy.map((name) => [name, isCarried]))
}

/** The same, without those that the client has set itself. */
function unsaid(activates: Activates, before: JsonObject, after: JsonObject, isCarried: boolean): JsonObject {
  const said = new Set(changedAttributes(before, after))
  return Object.fromEntries(Object.entries(saying(activates, isCarried)).filter(([name]) => !said.has(name)))
}

function difference(before: JsonObject, after: JsonObject): JsonObject {
  const names = changedAttributes(before, after).filter((name) => name !== 'id' && name !== 'href')
  return Object.fromEntries(names.map((name) => [name, after[name] ?? null]))
}
