/**
 * Awaits statements that were sent together. The failure of the first in order is thrown, since those after it only
 * say that the transaction is over; and only when all have ended, so that none is left in flight.
 */
export async function together<Results extends readonly unknown[]>(
  statements: readonly [...{ [Index in keyof Results]: Promise<Results[Index]> | Results[Index] }],
): Promise<Results> {
  const settled = await Promise.allSettled(statements)
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  }) as unknown as Results
}
