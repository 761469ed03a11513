/** Files that come packed, from uploads and from elsewhere. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unpacked } from '../../src/hub/unpacked.ts'

async function text(bytes: Uint8Array, encoding?: string, limit = 1_000): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of unpacked(inPieces(bytes), encoding, limit)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

test.each([
  ['as it is', undefined, Buffer.from('catalogue')],
  ['as it is, and says so', 'identity', Buffer.from('catalogue')],
  ['with gzip', 'GZIP', gzipSync('catalogue')],
  ['with deflate', 'deflate', deflateSync('catalogue')],
  ['with brotli', 'br', brotliCompressSync('catalogue')],
])('a file that comes %s is read', async (_how, encoding, bytes) => {
  expect(await text(bytes, encoding)).toBe('catalogue')
})

test('a file may be as large as the limit, unpacked, and no larger', async () => {
  expect(await text(gzipSync('x'.repeat(1_000)), 'gzip')).toHaveLength(1_000)
  await expect(text(gzipSync('x'.repeat(1_001)), 'gzip')).rejects.toMatchObject({ code: 'bodyTooLarge' })
  await expect(text(Buffer.alloc(1_001))).rejects.toMatchObject({ code: 'bodyTooLarge' })
})

test('a file that is not packed as it says, or breaks off, is refused', async () => {
  await expect(text(Buffer.from('catalogue'), 'gzip')).rejects.toMatchObject({ code: 'invalidBody' })
  await expect(text(gzipSync('catalogue').subarray(0, 20), 'gzip')).rejects.toMatchObject({
    code: 'invalidBody',
  })
  await expect(text(Buffer.from('x'), 'zip')).rejects.toMatchObject({ code: 'unsupportedMediaType' })
})
