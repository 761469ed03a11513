/**
 * A simulated access network. It carries a command out once, however often and from however many nodes it is sent:
 * its journal knows every key. It is as slow and as unreliable as it is told to be.
 */
import { setTimeout as pause } from 'node:timers/promises'
import {
  type NetworkAdapter,
  type NetworkCommand,
  NetworkFault,
  type NetworkResult,
} from '../orchestrator/adapter.ts'
import type { Database } from '../store/database.ts'
import { findResults, type JournalEntry, recordResults } from '../store/network-journal.ts'
import { factsOf } from './facts.ts'
import { type FailureRule, Failures } from './failures.ts'

export interface SimulatedNetworkOptions {
  /** Milliseconds a batch of commands takes. */
  readonly latency?: number
  /** The share of commands that meet a passing fault, from 0 to 1. */
  readonly failureRate?: number
  readonly script?: readonly FailureRule[]
  /** Gives a number from 0 up to 1. */
  readonly chance?: () => number
  /** Waits some milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
  /** The present moment as an ISO date-time. */
  readonly now?: () => string
}

export class SimulatedNetwork implements NetworkAdapter {
  /** Milliseconds a batch of commands takes. */
  latency: number
  readonly #database: Database
  readonly #failures: Failures
  readonly #wait: (milliseconds: number) => Promise<unknown>
  readonly #now: () => string

  constructor(database: Database, options: SimulatedNetworkOptions = {}) {
    this.#database = database
    this.latency = options.latency ?? 0
    this.#failures = new Failures(
      options.failureRate ?? 0,
      options.script ?? [],
      options.chance ?? Math.random,
    )
    this.#wait = options.wait ?? pause
    this.#now = options.now ?? (() => new Date().toISOString())
  }

  /** The share of commands that meet a passing fault, from 0 to 1. */
  get failureRate(): number {
    return this.#failures.rate
  }

  set failureRate(rate: number) {
    this.#failures.rate = rate
  }

  /** Makes commands fail from now on. */
  fail(rule: FailureRule): void {
    this.#failures.add(rule)
  }

  async execute(commands: readonly NetworkCommand[]): Promise<(NetworkResult | NetworkFault)[]> {
    if (this.latency > 0) await this.#wait(this.latency)
    try {
      return await this.#carryOut(commands)
    } catch (error) {
      const fault = new NetworkFault(`the network does not answer: ${(error as Error).message}`, {
        cause: error,
      })
      return commands.map(() => fault)
    }
  }

  async #carryOut(commands: readonly NetworkCommand[]): Promise<(NetworkResult | NetworkFault)[]> {
    // A command that was carried out cannot fail any more, so its key must not use a failure up.
    const known = this.#failures.arePossible
      ? await findResults(this.#database, commands.map(keyOf))
      : new Map<string, unknown>()
    const faults = new Map<string, NetworkFault>()
    const entries = new Map<string, JournalEntry>()
    for (const command of commands) {
      const key = keyOf(command)
      if (known.has(key) || faults.has(key) || entries.has(key)) continue
      const result = this.#failures.strike(command) ?? this.#done(command)
      if (result instanceof NetworkFault) faults.set(key, result)
      else entries.set(key, entryOf(command, result))
    }
    const recorded = await recordResults(this.#database, [...entries.values()])
    return commands.map((command) => {
      const key = keyOf(command)
      return faults.get(key) ?? ((known.get(key) ?? recorded.get(key)) as NetworkResult)
    })
  }

  #done(command: NetworkCommand): NetworkResult {
    return { outcome: 'done', facts: factsOf(command, this.#now()) }
  }
}

/** Two tenants may use the same ids, and so the same keys. */
function keyOf({ tenant, key }: NetworkCommand): string {
  return `${tenant}/${key}`
}

function entryOf(command: NetworkCommand, result: NetworkResult): JournalEntry {
  const { action, target } = command
  return { key: keyOf(command), action, target: `${target.kind}/${target.id}`, result }
}
