/** Unpacks a file while it comes in, so that neither a large nor a malicious one fills the memory. */
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal, refuse } from '../declare/index.ts'

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/**
 * Bytes that came packed as a Content-Encoding says. Throws `unsupportedMediaType`, `bodyTooLarge` when they are more
 * than `limit` unpacked, and `invalidBody` when they are not packed that way or break off.
 */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const name = (encoding ?? 'identity').trim().toLowerCase()
  const unpacker = name in unpackers ? unpackers[name as keyof typeof unpackers]() : undefined
  if (unpacker === undefined && name !== 'identity') {
    throw refuse('unsupportedMediaType', 'Send the file as it is, or packed with gzip, deflate or br')
  }
  let size = 0
  try {
    const source: AsyncIterable<Uint8Array> =
      unpacker === undefined ? bytes : Readable.from(bytes).compose(unpacker)
    for await (const chunk of source) {
      size += chunk.length
      if (size > limit) throw refuse('bodyTooLarge', `The file may have at most ${limit} bytes, unpacked`)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse(
      'invalidBody',
      `The file breaks off or is not packed as it says: ${(error as Error).message}`,
    )
  }
}
