/**
 * `Idempotency-Key`: a request that is repeated, because its answer was lost, is answered the same and done once (wire
 * contract, section 16). The answer is written by the transaction of the change, so there is never one without the other.
 */
import { createHash } from 'node:crypto'
import { refuse } from '../declare/index.ts'
import { canonicalJson } from '../derive/canonical-json.ts'
import { checkNames } from '../derive/validate.ts'
import { claimRequest } from '../store/answers.ts'
import type { AnswerRow } from '../store/writes.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { inWork } from './work.ts'

/** A request that bears a key, and what a repeat must have in common with it. */
export interface KeyedRequest {
  readonly key: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly type: string
  readonly body: unknown
  /** Milliseconds for which the answer is kept. */
  readonly keptFor: number
}

/**
 * Does what a request asks for, once: `act` gets the context in which its changes and the answer are one transaction.
 * Throws `idempotencyKeyReused` when the key was used for something else, `idempotencyInProgress` while the first
 * request runs. A request that was refused has left nothing, and is evaluated anew.
 */
export async function once<Answered extends Answer>(
  context: Context,
  caller: Caller,
  request: KeyedRequest,
  act: (context: Context) => Promise<Answered>,
): Promise<{ readonly answer: Answered | Answer; readonly isReplayed: boolean }> {
  // What is too deep is refused before it is walked.
  if (typeof request.body === 'object' && request.body !== null) checkNames(request.body)
  const id = digestOf([caller.tenant, caller.actor, request.method, request.path, request.key])
  const digest = digestOf([request.query, request.type, canonicalJson(request.body)])
  return inWork(context, caller.tenant, async (work) => {
    const notBefore = new Date(Date.parse(work.now) - request.keptFor).toISOString()
    const claim = await claimRequest(work.tx, id, notBefore)
    if (claim === undefined) {
      const message = 'The first request with this Idempotency-Key is still running; repeat it in a moment'
      throw refuse('idempotencyInProgress', message, { headers: { 'Retry-After': '1' } })
    }
    if (claim.answer !== undefined) return { answer: replayOf(claim.answer, digest), isReplayed: true }
    const answer = await act({ ...context, work })
    const { status, location = null, etag = null, body = null } = answer
    work.tx.saveAnswer({ request: id, digest, status, location, etag, body })
    return { answer, isReplayed: false }
  })
}

function replayOf(stored: AnswerRow, digest: string): Answer {
  if (stored.digest !== digest) {
    const message = 'This Idempotency-Key was used for a request with another body or query; choose a new key'
    throw refuse('idempotencyKeyReused', message)
  }
  const { status, location, etag, body } = stored
  return { status, location: location ?? undefined, etag: etag ?? undefined, body: body ?? undefined }
}

/** In hexadecimal. The lengths keep apart what would read the same when strung together. */
function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} ${part}`)
  return hash.digest('hex')
}
