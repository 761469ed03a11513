/** The answers that say no, by status, with the codes they may carry. */
import { refusals } from '../declare/index.ts'

/** Refusals that may meet any operation. */
const everywhere = [500, 503]

/** The statuses of an operation's refusals, those that meet every operation included, as far as there are any. */
export function refusedStatuses(own: readonly number[]): number[] {
  return [...own, ...everywhere].filter((status) => codesOf(status).length > 0).sort((a, b) => a - b)
}

/** All statuses of refusals. */
export function allRefusedStatuses(): number[] {
  return [...new Set(Object.values(refusals).map(({ status }) => status as number))].sort((a, b) => a - b)
}

/** What a refusal of a status may be about, in words. */
export function refusedBecause(status: number): string {
  return `Refused: ${codesOf(status).join(', ')}`
}

function codesOf(status: number): string[] {
  return Object.entries(refusals)
    .filter(([, facts]) => facts.status === status)
    .map(([code]) => code)
}
