/** The failures a simulated network is told to have: by script, the first rule that fits, and by chance. */
import {
  type NetworkAction,
  type NetworkCommand,
  NetworkFault,
  type NetworkResult,
} from '../orchestrator/adapter.ts'

/** Makes commands fail that fit all it names, a number of times. */
export interface FailureRule {
  readonly action?: NetworkAction
  /** Id of the specification of the target. */
  readonly specification?: string
  /** Id or name of the target. */
  readonly target?: string
  readonly times: number
  /** A passing fault, or a final refusal. */
  readonly as: 'fault' | 'refused'
  /** The code of a refusal. */
  readonly code?: string
  readonly reason?: string
}

export class Failures {
  /** The share of commands that meet a passing fault, from 0 to 1. */
  rate: number
  readonly #chance: () => number
  #rules: { readonly rule: FailureRule; left: number }[] = []

  constructor(rate: number, script: readonly FailureRule[], chance: () => number) {
    this.rate = rate
    this.#chance = chance
    for (const rule of script) this.add(rule)
  }

  add(rule: FailureRule): void {
    this.#rules.push({ rule, left: rule.times })
  }

  /** Whether any command may fail. */
  get arePossible(): boolean {
    return this.rate > 0 || this.#rules.length > 0
  }

  /** The failure that meets a command, counted off its rule; undefined when it goes well. */
  strike(command: NetworkCommand): NetworkFault | NetworkResult | undefined {
    this.#rules = this.#rules.filter(({ left }) => left > 0)
    const found = this.#rules.find(({ rule }) => fits(rule, command))
    if (found) {
      found.left -= 1
      return failureOf(found.rule, command)
    }
    if (this.rate > 0 && this.#chance() < this.rate) return new NetworkFault(`no answer to ${said(command)}`)
    return undefined
  }
}

function fits(rule: FailureRule, { action, target }: NetworkCommand): boolean {
  return (
    (rule.action === undefined || rule.action === action) &&
    (rule.specification === undefined || rule.specification === target.specification) &&
    (rule.target === undefined || rule.target === target.id || rule.target === target.name)
  )
}

function failureOf(rule: FailureRule, command: NetworkCommand): NetworkFault | NetworkResult {
  if (rule.as === 'fault') return new NetworkFault(rule.reason ?? `no answer to ${said(command)}`)
  const reason = rule.reason ?? `${command.target.name} does not take the command to ${command.action}`
  return { outcome: 'refused', code: rule.code ?? 'NET-001', reason }
}

function said({ action, target }: NetworkCommand): string {
  return `${action} ${target.name}`
}
