/** What a check of a server comes to. */

export type Outcome = 'passed' | 'failed' | 'skipped'

/** A check of one resource of one API, and what came of it. */
export interface Verdict {
  /** The number of the API, such as `TMF641`. */
  readonly api: string
  readonly resource: string
  /** What was checked, as a sentence. */
  readonly check: string
  readonly outcome: Outcome
  /** Why it failed or was skipped, with what was sent and answered. */
  readonly message?: string
  readonly milliseconds: number
}

/** What a server does that the specification does not allow; or leaves out that it demands. */
export class Shortfall extends Error {}

/** Why a check cannot be made, through no fault of the server. */
export class Skipped extends Error {}

/** Fails the check unless something holds. */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Shortfall(otherwise)
}

/** How many verdicts there are of each outcome. */
export function countOutcomes(verdicts: readonly Verdict[]): Readonly<Record<Outcome, number>> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { outcome } of verdicts) counts[outcome] += 1
  return counts
}
