/** What a refusal says, in the shape tests compare. */
import { type Finding, Refusal } from '../../src/declare/index.ts'

/** The refusal an action throws. Fails when it throws none, or anything else. */
export function refusalOf(action: () => unknown): Refusal {
  try {
    action()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** The findings of a refusal as `code path`. */
export function findingsOf(action: () => unknown): string[] {
  return (refusalOf(action).detail.errorItem ?? []).map(({ code, path }: Finding) => `${code} ${path}`)
}

/** The refusal a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Refusal> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof Refusal) return outcome
  throw outcome ?? new Error('nothing was refused')
}
