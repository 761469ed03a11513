/** TMF760: whether products may be set up so, and how they may be set up, as the catalogue says. */
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Choice, faultsOf } from '../derive/product-settings.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { choiceIn, configurableOf, configured, isOffered } from './configured-offering.ts'

/** The behaviours of both tasks: answered at once when that is wanted, else in the background. */
export function* productConfigurations(): Iterable<readonly [string, Behaviour]> {
  yield ['CheckProductConfiguration', answering('CheckProductConfiguration', check)]
  yield ['QueryProductConfiguration', answering('QueryProductConfiguration', query)]
}

type Answer = (work: Work, task: Document) => Promise<JsonObject>

function answering(kind: string, answer: Answer): Behaviour {
  const finish = async (work: Work, task: Document, by: Author) => {
    const { page } = work.model.homeOf(kind)
    work.change(page, task.id, { ...(await answer(work, task)), state: 'done' }, by)
  }
  return {
    onCreate: async (work, task, by) => {
      if (task.state !== 'acknowledged') return
      limit(task)
      if (task.instantSync === true) await finish(work, task, by)
      else callWhenDue(work, { kind, id: task.id }, by)
    },
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const task = work.find(kind, id)
      if (task?.state === 'acknowledged') await finish(work, task, by)
      return undefined
    },
  }
}

const mostItems = 200

/** Refuses (`limitReached`) a task with more items, at any level, than one answer should hold. */
function limit(task: Document): void {
  const count = (items: unknown): number =>
    ((items ?? []) as JsonObject[]).reduce(
      (sum, item) =>
        sum + 1 + count(item.productConfigurationItem) + count(item.queryProductConfigurationItem),
      0,
    )
  if (count(task.checkProductConfigurationItem) + count(task.requestProductConfigurationItem) <= mostItems)
    return
  throw refuse('limitReached', `A task may have at most ${mostItems} items: send several`)
}

async function check(work: Work, task: Document): Promise<JsonObject> {
  const mayPropose = task.provideAlternatives === true
  const judged = await each(task.checkProductConfigurationItem, (item) => checkItem(work, item, mayPropose))
  return { checkProductConfigurationItem: judged }
}

async function checkItem(work: Work, item: JsonObject, mayPropose: boolean): Promise<JsonObject> {
  const asked = (item.productConfiguration ?? {}) as JsonObject
  const below = item.productConfigurationItem
  const nested = below
    ? { productConfigurationItem: await each(below, (inner) => checkItem(work, inner, mayPropose)) }
    : {}
  const found = await configurableOf(work, asked)
  if (found === undefined) return { ...item, ...nested, ...rejected([unknown]) }
  const choice = choiceIn(asked)
  const faults = faultsOf(found.settings, choice)
  const reasons = found.offering && !isOffered(found.offering, work.now) ? [notOffered, ...faults] : faults
  if (reasons.length === 0) return { ...item, ...nested, state: 'approved' }
  const wrong = new Set(faults.map(({ setting }) => setting))
  const right: Choice = new Map([...choice].filter(([name]) => !wrong.has(name)))
  const canBeRight =
    mayPropose && !reasons.includes(notOffered) && faultsOf(found.settings, right).length === 0
  const proposal = canBeRight
    ? { alternateProductConfigurationProposal: [await configured(work, asked, found, right)] }
    : {}
  return { ...item, ...nested, ...rejected(reasons), ...proposal }
}

async function query(work: Work, task: Document): Promise<JsonObject> {
  const computed = await each(task.requestProductConfigurationItem, (item) => queryItem(work, item))
  return { computedProductConfigurationItem: computed }
}

async function queryItem(work: Work, item: JsonObject): Promise<JsonObject> {
  const asked = (item.productConfiguration ?? {}) as JsonObject
  const below = item.queryProductConfigurationItem
  const nested = below
    ? { queryProductConfigurationItem: await each(below, (inner) => queryItem(work, inner)) }
    : {}
  const found = await configurableOf(work, asked)
  if (found === undefined) return { ...item, ...nested, ...rejected([unknown]) }
  if (found.offering && !isOffered(found.offering, work.now)) {
    return { ...item, ...nested, ...rejected([notOffered]) }
  }
  const choice = choiceIn(asked)
  const faults = faultsOf(found.settings, choice)
  const wrong = new Set(faults.map(({ setting }) => setting))
  const right: Choice = new Map([...choice].filter(([name]) => !wrong.has(name)))
  const productConfiguration = await configured(work, asked, found, right)
  return {
    ...item,
    ...nested,
    productConfiguration,
    state: 'approved',
    ...(faults.length > 0 ? { stateReason: reasonsOf(faults) } : {}),
  }
}

interface Reason {
  readonly code: string
  readonly label: string
}

const unknown: Reason = { code: 'unknownOffering', label: 'The catalogue does not know what is configured' }
const notOffered: Reason = { code: 'notOffered', label: 'The offering is not on sale' }

const rejected = (reasons: readonly Reason[]): JsonObject => ({
  state: 'rejected',
  stateReason: reasonsOf(reasons),
})

const reasonsOf = (reasons: readonly Reason[]): JsonObject[] =>
  reasons.map(({ code, label }) => ({ '@type': 'StateReason', code, label }))

/** One after the other: they share a unit of work. */
async function each(
  items: unknown,
  answer: (item: JsonObject) => Promise<JsonObject>,
): Promise<JsonObject[]> {
  const answers: JsonObject[] = []
  for (const item of (items ?? []) as JsonObject[]) answers.push(await answer(item))
  return answers
}
