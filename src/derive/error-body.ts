/** Every answer that says no has the same body (wire contract, section 23). */
import { type Refusal, refusals } from '../declare/index.ts'

/** The body of a refusal, as JSON. */
export function errorBody({ code, message, detail }: Refusal): string {
  const { errorItem, currentState, allowedTransition, referenceError } = detail
  const isDetailed = errorItem !== undefined || currentState !== undefined || allowedTransition !== undefined
  return JSON.stringify({
    '@type': isDetailed ? 'DetailedError' : 'Error',
    '@baseType': isDetailed ? 'Error' : undefined,
    code,
    reason: refusals[code].reason,
    message,
    status: String(refusals[code].status),
    referenceError,
    currentState,
    allowedTransition,
    errorItem,
  })
}
