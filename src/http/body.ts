/**
 * Reads a request's body: collected up to the limit, unpacked up to the limit, decoded as UTF-8, parsed as JSON.
 * We read it ourselves, so that every way it can be wrong has its own refusal.
 */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { type Refusal, refuse } from '../declare/index.ts'
import { maxDepth, tooDeep } from '../derive/validate.ts'
import { unknownTransferCoding } from './client-error.ts'
import { isDeeperThan } from './json-depth.ts'
import { whereJsonEnds } from './malformed-json.ts'

/** Shorter ones are parsed in no time, however deep they are. */
const longText = 65_536

const unpackers = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const

/** The body as a JSON value; undefined when there is none. Throws `malformedJson` with line and column. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const text = await readText(request, limit)
  if (text.trim() === '') return undefined
  if (text.length > longText && isDeeperThan(text, maxDepth)) throw tooDeep()
  try {
    return JSON.parse(text)
  } catch {
    const { line, column, problem } = whereJsonEnds(text)
    throw refuse('malformedJson', `Line ${line}, column ${column}: ${problem}`)
  }
}

/** The body as text, unpacked. */
export async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const way = request.headers['transfer-encoding']
  if (way !== undefined && way.toLowerCase() !== 'chunked') throw unknownTransferCoding()
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && !(encoding in unpackers)) {
    throw refuse('unsupportedMediaType', `Send the body as it is, or packed with gzip, deflate or br`, {
      headers: { 'Accept-Encoding': 'gzip, deflate, br' },
    })
  }
  const sent = await readBytes(request, limit)
  const bytes = encoding === 'identity' ? sent : await unpack(encoding as keyof typeof unpackers, sent, limit)
  if (!isUtf8(bytes)) throw refuse('malformedJson', 'The body is not valid UTF-8')
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length']) > limit) return Promise.reject(tooLarge(limit))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = () => {
      request.off('data', take).off('end', end).off('error', fail).off('close', fail)
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= limit) return
      finish()
      // What is still to come is thrown away, so that the client gets to read our answer.
      request.resume()
      reject(tooLarge(limit))
    }
    const end = () => {
      finish()
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size))
    }
    const fail = () => {
      finish()
      reject(refuse('invalidBody', 'The connection ended before the body did'))
    }
    request.on('data', take).on('end', end).on('error', fail).on('close', fail)
  })
}

async function unpack(encoding: keyof typeof unpackers, sent: Buffer, limit: number): Promise<Buffer> {
  if (sent.length === 0) return sent
  try {
    return await unpackers[encoding](sent, { maxOutputLength: limit })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw refuse('invalidBody', `The body is not packed with ${encoding} as Content-Encoding says`)
  }
}

function tooLarge(limit: number): Refusal {
  return refuse('bodyTooLarge', `The body may have at most ${limit} bytes, unpacked`)
}
