/**
 * What the orchestrator asks of the network. An adapter carries a command out once, however often it is sent:
 * the same key is answered with the same result.
 */

/** What to do to a resource, a service or a function of the network. */
export type NetworkAction = 'configure' | 'activate' | 'deactivate' | 'test' | 'heal' | 'scale' | 'migrate'

export interface NetworkCommand {
  /** Idempotency key: the plan, the step, and how often the step was started anew. */
  readonly key: string
  readonly tenant: string
  readonly correlationId: string
  readonly action: NetworkAction
  readonly target: {
    readonly kind: 'Resource' | 'Service' | 'ResourceFunction'
    readonly id: string
    readonly name: string
    /** The id of its specification in the catalogue. */
    readonly specification: string
    /** As they are to be once the command is carried out. */
    readonly characteristics: Readonly<Record<string, unknown>>
  }
  /** What the action asks for beyond its target, such as where to migrate to. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** The names of what a test is to measure; what it can when none are named. */
  readonly measures?: readonly string[]
}

/** How a command ended. A refusal is final: the same command would be refused again. */
export type NetworkResult =
  | { readonly outcome: 'done'; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string }

/** A passing failure: nothing is known of the command, which may be sent again with the same key. */
export class NetworkFault extends Error {}

export interface NetworkAdapter {
  /** Carries out commands; the results are in the order of the commands. A `NetworkFault` stands for a passing failure. */
  execute(commands: readonly NetworkCommand[]): Promise<(NetworkResult | NetworkFault)[]>
}
