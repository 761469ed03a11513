/** The two generations of the TM Forum APIs differ in a few names (wire contract, section 26). */
import type { ApiPage } from '../declare/index.ts'

/** What the types of an API are called, and how a listener answers. */
export interface Generation {
  readonly createSuffix: string
  readonly updateSuffix: string
  /** The types of a registration at the hub: as sent, and as answered. */
  readonly hub: { readonly input: string; readonly output: string }
  readonly listenerStatus: number
  readonly jsonType: string
  /** Whether every body names its `@type`. */
  readonly typesAreSent: boolean
  /** Whether the official file is Swagger 2.0, so that ours is offered too. */
  readonly hasSwagger: boolean
}

const v4: Generation = {
  createSuffix: '_Create',
  updateSuffix: '_Update',
  hub: { input: 'EventSubscriptionInput', output: 'EventSubscription' },
  listenerStatus: 201,
  jsonType: 'application/json;charset=utf-8',
  typesAreSent: false,
  hasSwagger: true,
}

const v5: Generation = {
  createSuffix: '_FVO',
  updateSuffix: '_MVO',
  hub: { input: 'Hub_FVO', output: 'Hub' },
  listenerStatus: 204,
  jsonType: 'application/json',
  typesAreSent: true,
  hasSwagger: false,
}

/** The generation of an API, as its page says. */
export function generationOf(api: ApiPage): Generation {
  return api.generation === 5 ? v5 : v4
}
