/** The answers to requests with an idempotency key: kept for as long as clients may repeat them, then forgotten. */
import type { Database } from './database.ts'
import { together } from './together.ts'
import type { Transaction } from './transaction.ts'
import type { AnswerRow } from './writes.ts'

/**
 * Takes a request for this transaction, which is to answer it, and looks for the answer it got before. Undefined when
 * another transaction has it: the first request with the key is still running.
 */
export async function claimRequest(
  tx: Transaction,
  request: string,
  notBefore: string,
): Promise<{ readonly answer: AnswerRow | undefined } | undefined> {
  // The lock is given back after its transaction has become visible, so what the statement after it sees is complete.
  // A digest in hexadecimal: its first 64 bits are the name of the lock.
  const [locks, answers] = await together<[{ isOurs: boolean }[], AnswerRow[]]>([
    tx.query({
      name: 'answer lock',
      text: `select pg_try_advisory_xact_lock($1::int, $2::int) as "isOurs"`,
      values: [signed(request.slice(0, 8)), signed(request.slice(8, 16))],
    }),
    tx.query({
      name: 'answer find',
      text: `select request, digest, status, location, etag, body from answer
        where tenant = $1 and request = $2 and created >= $3`,
      values: [tx.tenant, request, notBefore],
    }),
  ])
  return locks[0]?.isOurs ? { answer: answers[0] } : undefined
}

/** Forgets the oldest answers given before a moment, up to a limit. Gives how many. */
export async function forgetAnswers(database: Database, before: string, limit: number): Promise<number> {
  return database.withWriter(async (client) => {
    const { rowCount } = await client.query({
      name: 'answer forget',
      text: `delete from answer using (
          select tenant, request from answer where created < $1 order by created limit $2 for update skip locked
        ) as old
        where answer.tenant = old.tenant and answer.request = old.request`,
      values: [before, limit],
    })
    return rowCount ?? 0
  })
}

const signed = (hexadecimal: string): number => Number.parseInt(hexadecimal, 16) | 0
