/** Signed deliveries, as the Standard Webhooks specification has them: verifiers exist in many languages. */
import { createHmac, randomBytes } from 'node:crypto'
import { refuse } from '../declare/index.ts'

const prefix = 'whsec_'

/** A new secret. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/** Reads a secret the client has chosen. Throws `invalidHeader`. */
export function readSecret(chosen: string): string {
  const isBase64 = /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(chosen)
  const { length } = keyOf(chosen)
  if (isBase64 && length >= 24 && length <= 64) return chosen
  throw refuse('invalidHeader', 'Webhook-Secret must be whsec_ and 24 to 64 random bytes in base64')
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64')
}

export interface Message {
  readonly id: string
  /** Unix seconds. */
  readonly timestamp: number
  readonly body: string
}

/** The value of the `webhook-signature` header: a signature for each secret, of which the receiver need know one. */
export function signatureOf({ id, timestamp, body }: Message, secrets: readonly string[]): string {
  const signed = `${id}.${timestamp}.${body}`
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`)
    .join(' ')
}
