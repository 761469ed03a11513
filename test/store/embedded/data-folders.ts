/** Data folders with an embedded database in them, other processes that use it, and the tidying up after each test. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { isAlive } from '../../../src/store/embedded/process-identity.ts'
import { type EmbeddedServer, startEmbedded } from '../../../src/store/embedded/server.ts'
import { StartRefusal } from '../../../src/store/start-refusal.ts'
import { until } from '../../support/until.ts'

export const nobody = { uid: 65534, gid: 65534 }
export const isRoot = process.geteuid?.() === 0

/** Where the data folders of a test file are. */
export const base = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-embedded-')))
const prepared = join(base, 'prepared')
const servers: EmbeddedServer[] = []
const children: ChildProcess[] = []

/** Prepares a data folder to be copied, and ends after each test what it has left behind. */
export function useDataFolders(): void {
  // Far more than is needed, and more than is waited for; this machine may be busy with other work.
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

  beforeAll(async () => {
    // Made for its owner only; as root, the database belongs to another user.
    chmodSync(base, 0o755)
    await (await startEmbedded({ folder: prepared })).stop()
  })

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    for (const server of servers.splice(0)) await server.stop()
    for (const name of readdirSync(base)) {
      const folder = join(base, name)
      if (folder === prepared) continue
      const left = startedIn(folder)
      if (left) await ended(left, 'SIGQUIT')
      const { cluster = '.' } = recordOf(folder)
      if (cluster.startsWith('/')) rmSync(cluster, { recursive: true })
      rmSync(folder, { recursive: true })
    }
  })

  afterAll(() => rmSync(base, { recursive: true }))
}

/** A data folder: a copy of a prepared one, which is quicker than to make one, or none yet. */
export function place(name: string, { empty = false } = {}): string {
  const folder = join(base, name)
  if (!empty) execFileSync('cp', ['-a', prepared, folder])
  return folder
}

export async function start(folder: string, log = (_line: string) => {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, log })
  servers.push(server)
  return server
}

/** What a database answers: the first column of the first row. */
export async function ask(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<string[]>({ text: statement, rowMode: 'array' })
    return String(rows[0]?.[0] ?? '')
  } finally {
    await client.end().catch(() => {})
  }
}

/** The one line with which a start is refused. */
export async function refused(start: Promise<unknown>): Promise<string> {
  const refusal = await start.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refusal).toBeInstanceOf(StartRefusal)
  const { message } = refusal as StartRefusal
  expect(message).not.toContain('\n')
  return message
}

type ChildUse = { child: ChildProcess; url: string; pid: number; adopted: boolean }

/** Another process that uses the database of `folder` until it is told to stop. */
export async function childUsing(folder: string, account = {}): Promise<ChildUse> {
  const child = program(folder, account)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [use] = (await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(() => Promise.reject(new Error(said))),
  ])) as [Omit<ChildUse, 'child'>]
  return { child, ...use }
}

/** The same, just started. */
export function program(folder: string, account = {}): ChildProcess {
  const launcher = import.meta.resolve('../../../src/store/embedded/server.ts')
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(launcher)})
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} })
    process.on('message', async () => { await server.stop(); process.disconnect() })
    process.send({ url: server.url, pid: server.pid, adopted: server.adopted })`
  const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', code]
  const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const
  const child = spawn(process.execPath, options, { ...account, cwd: '/', stdio: [...stdio] })
  children.push(child)
  return child
}

/** A process that is no database, of the same user as one: over that PostgreSQL itself would give up. */
export function stranger(): ChildProcess {
  const child = spawn('sleep', ['60'], isRoot ? nobody : {})
  children.push(child)
  return child
}

/** Kills a process and waits until the system has forgotten it. */
export async function ended(pid: number | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!pid) return
  process.kill(pid, signal)
  await until(() => !isAlive(String(pid)), `the end of process ${pid}`)
}

export function recordOf(folder: string): { cluster: string; port: number } {
  const file = join(folder, 'postgres.json')
  if (!existsSync(file)) return { cluster: '.', port: 0 }
  return JSON.parse(readFileSync(file, 'utf8')) as { cluster: string; port: number }
}

/** The process id of a server that a test has left behind. */
function startedIn(folder: string): number | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return isAlive(String(pid)) ? pid : undefined
}
