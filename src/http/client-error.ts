/**
 * Answers what is not HTTP enough to become a request: too large headers, malformed lines, methods nobody knows, a body
 * that never came.
 */
import { randomUUID } from 'node:crypto'
import { METHODS, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Refusal, refuse } from '../declare/index.ts'
import { errorBody } from '../derive/error-body.ts'
import { jsonType } from './negotiation.ts'

export const maxHeaderSize = 32 * 1024
export const maxTargetSize = 16 * 1024

interface ClientError extends Error {
  readonly code?: string
  readonly rawPacket?: unknown
}

/** Writes the answer and closes the connection, whose further bytes make no sense any more. */
export function answerClientError(error: ClientError, socket: Duplex): void {
  if (error.code === 'ECONNRESET') socket.destroy()
  else refuseSocket(socket, refusalOf(error))
}

/** Refuses what arrives on a connection, and closes it. */
export function refuseSocket(socket: Duplex, refusal: Refusal): void {
  if (socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const body = errorBody(refusal)
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    `Content-Type: ${jsonType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Correlation-ID: ${randomUUID()}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function refusalOf(error: ClientError): Refusal {
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return isLongTarget(error.rawPacket) ? longTarget() : longHeaders()
  if (error.code === 'HPE_INVALID_METHOD' && isRequestLine(error.rawPacket)) return unknownMethod()
  if (error.code === 'HPE_INVALID_TRANSFER_ENCODING') return unknownTransferCoding()
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return refuse('invalidBody', 'The request did not arrive in time; send it again')
  }
  return refuse('invalidHeader', 'The request is not well-formed HTTP/1.1')
}

/** The refusal of a request target that is too long. */
export function longTarget(): Refusal {
  return refuse('uriTooLong', `The request target may have at most ${maxTargetSize} characters`)
}

function longHeaders(): Refusal {
  return refuse('headersTooLarge', `The request line and headers may have at most ${maxHeaderSize} bytes`)
}

/** The refusal of a method that no path could offer. */
export function unknownMethod(): Refusal {
  const known = METHODS.filter((method) => method !== 'CONNECT').join(', ')
  return refuse('notImplemented', `The method is not known; known are ${known}`)
}

/** The refusal of a body that is packed for the way. */
export function unknownTransferCoding(): Refusal {
  const message =
    'Transfer-Encoding can only be chunked; pack the body by Content-Encoding gzip, deflate or br'
  return refuse('notImplemented', message)
}

/** Whether a packet begins as a request does, whatever its method is. */
function isRequestLine(packet: unknown): boolean {
  const start = Buffer.isBuffer(packet) ? packet.toString('latin1', 0, maxTargetSize) : ''
  return /^[\w!#$%&'*+.^`|~-]+ [^ \r\n]+ HTTP\/1\.[01]\r?\n/.test(start)
}

/** Whether the line with the request target is what is too long: the packet begins with it and it does not end. */
function isLongTarget(packet: unknown): boolean {
  const start = Buffer.isBuffer(packet) ? packet.toString('latin1', 0, maxTargetSize) : ''
  return /^[A-Z]+ [^ \r\n]+$/.test(start) && start.length === maxTargetSize
}
