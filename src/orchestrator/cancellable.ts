/** What every cancel task asks of the order it is about (wire contract, section 18). */
import { type Document, type Refusal, refuse } from '../declare/index.ts'
import { isFinal } from '../derive/change.ts'
import { readInstants } from '../derive/literal.ts'
import type { Work } from '../resources/work.ts'

/** A kind of order, and the attribute by which a cancel task names one. */
export interface Cancelled {
  readonly order: string
  readonly attribute: string
}

/** The order to be cancelled, locked before. Throws the refusals of section 18. */
export function checkCancellable(work: Work, { order: kind, attribute }: Cancelled, id: string): Document {
  const order = work.find(kind, id)
  if (order === undefined) {
    throw refuse('referencedEntityNotFound', `${attribute}.id: there is no ${attribute} '${id}'`)
  }
  const { page } = work.model.homeOf(kind)
  const state = String(order.state)
  if (isFinal(page, state)) {
    const message = `${attribute} ${id} is ${state}, which is final: there is nothing left to cancel`
    throw refuse('stateTransitionNotAllowed', message, { currentState: state, allowedTransition: [] })
  }
  return order
}

/** The refusal of a second cancellation; it says where the first is. */
export function alreadyOpen(
  work: Work,
  { attribute }: Cancelled,
  id: string,
  open: { readonly kind: string; readonly task: string },
): Refusal {
  const { page } = work.model.homeOf(open.kind)
  const referenceError = work.model.hrefOf(page, open.task)
  return refuse('taskAlreadyOpen', `${attribute} ${id} is being cancelled already`, { referenceError })
}

/** When a task wants the cancellation to take place, where that is not now. */
export function laterDate({ requestedCancellationDate }: Document, now: string): string | undefined {
  const [from] = readInstants(String(requestedCancellationDate)) ?? []
  if (from === undefined) return undefined
  const at = new Date(from).toISOString()
  return at > now ? at : undefined
}
