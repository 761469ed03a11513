/** The style, scripts and mark of the documents, and Swagger UI: a fixed list of files, read when first asked for. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isNoneMatch } from '../derive/etag.ts'
import type { Routes } from './routes.ts'

const folder = fileURLToPath(new URL('../../src/http/assets/', import.meta.url))
const require = createRequire(import.meta.url)

const own = ['documents.css', 'apis.js', 'try.css', 'try.js', 'thread.svg']
const swaggerUi = {
  'swagger-ui.css': () => require.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': () => require.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Adds the files below `/apis/assets`. */
export function assetRoutes(routes: Routes): void {
  for (const name of own) addFile(routes, name, () => folder + name)
  for (const [name, path] of Object.entries(swaggerUi)) addFile(routes, name, path)
}

function addFile(routes: Routes, name: string, path: () => string): void {
  let kept: Promise<{ readonly content: Buffer; readonly etag: string }> | undefined
  const read = async () => {
    const content = await readFile(path())
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 16)
    return { content, etag: `"${digest}"` }
  }
  routes.get(`/apis/assets/${name}`, async (request, reply) => {
    kept ??= read()
    const { content, etag } = await kept
    reply.header('ETag', etag).header('Cache-Control', 'no-cache').header('X-Content-Type-Options', 'nosniff')
    if (isNoneMatch(request.headers['if-none-match'], etag)) {
      reply.code(304)
      return null
    }
    reply.header('Content-Type', types[name.split('.').at(-1) ?? ''])
    return content
  })
}
