/**
 * Directus beside Goldthread: installed into a cache folder outside this project, never a dependency of it, set up on a
 * database and started as its own users would for speed: no cache that answers in place of the database, no limits.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Side } from './measure.ts'

const directusVersion = '12.4.0'
/** What runs Directus where this Node is too old for it. */
const nodeVersion = '24.21.0'
export const token = 'a-static-token'

export interface Directus extends Side {
  stop(): Promise<void>
}

/** Installs Directus unless it is there. */
export function installDirectus(): void {
  const { folder } = places()
  if (existsSync(join(folder, 'installed'))) return
  console.log(`Installing Directus ${directusVersion} in ${folder}: this takes some minutes, once`)
  mkdirSync(join(folder, 'no-isolated-vm'), { recursive: true })
  // A native module that runs the scripts of flows. No flow is measured, and not every machine can compile it.
  writeFileSync(
    join(folder, 'no-isolated-vm/package.json'),
    '{ "name": "isolated-vm", "version": "5.0.3", "main": "index.cjs" }\n',
  )
  writeFileSync(join(folder, 'no-isolated-vm/index.cjs'), 'module.exports = {}\n')
  const manifest = { private: true, overrides: { 'isolated-vm': 'file:./no-isolated-vm' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  const packages = [
    `directus@${directusVersion}`,
    ...(isNewEnough ? [] : [`${nodePackage()}@${nodeVersion}`]),
  ]
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['install', ...options, ...packages], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error('Directus could not be installed; --without-directus leaves it out')
  writeFileSync(join(folder, 'installed'), '')
}

/** Makes the tables of Directus in a database. */
export function setUpDirectus(databaseUrl: string): void {
  const { folder, node, program } = places()
  const { status, stderr } = spawnSync(node, [program, 'bootstrap'], {
    cwd: folder,
    env: environment(databaseUrl),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Directus could not be set up: ${stderr}`)
}

/** Starts Directus; resolves when it answers. */
export async function startDirectus(databaseUrl: string): Promise<Directus> {
  const { folder, node, program } = places()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(node, [program, 'start'], {
    cwd: folder,
    env: { ...environment(databaseUrl), PORT: String(port), PUBLIC_URL: url },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const isUp = () =>
    fetch(`${url}/server/ping`)
      .then(({ ok }) => ok)
      .catch(() => false)
  for (const deadline = Date.now() + 120_000; !(await isUp()); ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('Directus does not start')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    url,
    databaseUrl,
    cpu: async () => cpuOf(child.pid ?? 0),
    stop: () => {
      child.kill()
      return ended
    },
  }
}

/** Has Directus keep a table as one of its collections, as its own application does. */
export async function trackTable(url: string, table: string): Promise<void> {
  const { ok, status } = await fetch(`${url}/collections/${table}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ meta: { accountability: 'all' } }),
  })
  if (!ok) throw new Error(`Directus does not take ${table}: ${status}`)
}

const isNewEnough = Number(process.versions.node.split('.')[0]) >= 22

function nodePackage(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
}

function places() {
  const folder = join(homedir(), '.cache/goldthread-bench', `directus-${directusVersion}`)
  const node = isNewEnough ? process.execPath : join(folder, 'node_modules', nodePackage(), 'bin/node')
  return { folder, node, program: join(folder, 'node_modules/directus/cli.js') }
}

function environment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: databaseUrl,
    SECRET: 'only-for-a-benchmark-on-this-machine',
    ADMIN_EMAIL: 'admin@example.com',
    ADMIN_PASSWORD: 'only-for-a-benchmark',
    ADMIN_TOKEN: token,
    HOST: '127.0.0.1',
    CACHE_ENABLED: 'false',
    RATE_LIMITER_ENABLED: 'false',
    PRESSURE_LIMITER_ENABLED: 'false',
    TELEMETRY: 'false',
    LOG_LEVEL: 'silent',
  }
}

function cpuOf(pid: number): number {
  try {
    const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10_000
  } catch {
    return Number.NaN
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
