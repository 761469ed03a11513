/** The examples of the public documents run as they stand, against a server of their own. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Node } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'

let fresh: FreshDatabase
let node: Node
beforeAll(async () => {
  fresh = await freshDatabase()
  node = await startNode(readSettings(['--port', '0', '--log-level', 'silent'], { DATABASE_URL: fresh.url }))
})
afterAll(async () => {
  await node.stop()
  await fresh.drop()
})

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs/guides').map((name) => join('docs/guides', name)),
]

/** The shell commands of a document that call the server, each with its continuation lines. */
function commandsOf(path: string): string[] {
  const blocks = [...readFileSync(path, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
    ([, code = '']) => code,
  )
  return blocks
    .flatMap((code) => code.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line.startsWith('curl '))
}

const cases = documents.flatMap((path) => commandsOf(path).map((command) => [path, command] as const))

test('the documents have examples', () => {
  expect(cases.length).toBeGreaterThan(3)
})

test.each(cases)('%s: %s', async (_path, command) => {
  const here = command
    .replaceAll('http://127.0.0.1:8080', node.url)
    .replace('curl', 'curl --fail-with-body -sS')
  const { stdout } = await promisify(execFile)('bash', ['-c', here])
  expect(() => JSON.parse(stdout)).not.toThrow()
})

const links = documents.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/\]\((?!http)([^)#]+)/g)].map(
    ([, target = '']) => [path, target] as const,
  ),
)

test.each(links)('%s links to %s, which exists', (path, target) => {
  const found = join(path, '..', target)
  expect(() => readdirSync(join(found, '..'))).not.toThrow()
  expect(readdirSync(join(found, '..'))).toContain(found.split('/').at(-1))
})
