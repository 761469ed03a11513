import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import { asAccount } from './account.ts'
import { type Cluster, moveToOtherPort } from './cluster.ts'
import { clearStalePid, type Postmaster, readPostmaster } from './postmaster.ts'
import type { Programs } from './programs.ts'
import { plainEnvironment, systemFolder } from './run.ts'
import { serverSettings } from './server-settings.ts'

/** Time for the children of a killed server to die, and for a lingering port to come free. */
const patience = 10_000
const logLimit = 10 * 1024 * 1024

/** Starts the server of `cluster`, on another port only if it may move. It outlives this process. */
export async function launch(
  cluster: Cluster,
  programs: Programs,
  { mayMove }: { readonly mayMove: boolean },
): Promise<Cluster> {
  const log = logOf(cluster)
  let current = cluster
  for (const deadline = Date.now() + patience; ; await delay(100)) {
    clearStalePid(current.path)
    const begin = sizeOf(log)
    if (await becomesReady(start(current, programs, log), current)) return current
    const said = readFileSync(log).subarray(begin).toString()
    const portIsTaken = /address already in use|could not bind/i.test(said)
    if (portIsTaken && mayMove) current = await moveToOtherPort(current)
    const passes = portIsTaken || /shared memory block|lock file .* already exists/i.test(said)
    if (!passes || Date.now() > deadline) throw refusal(current, log, said)
  }
}

/** The server's own log; one older log is kept. */
function logOf({ folder }: Cluster): string {
  const log = join(folder, 'postgres.log')
  if (sizeOf(log) > logLimit) renameSync(log, `${log}.1`)
  return log
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function start(cluster: Cluster, programs: Programs, log: string): ChildProcess {
  const settings = Object.entries(serverSettings(cluster.record.port)).map(
    ([name, value]) => `${name}=${value}`,
  )
  // Windows administrators may not run a server, unless pg_ctl takes their rights away first.
  const [program, options] =
    process.platform === 'win32'
      ? [
          programs.pgCtl,
          ['start', '-W', '-D', cluster.path, '-o', settings.map((each) => `-c ${each}`).join(' ')],
        ]
      : [programs.postgres, ['-D', cluster.path, ...settings.flatMap((each) => ['-c', each])]]
  const file = openSync(log, 'a', 0o600)
  try {
    const child = spawn(program, options, {
      ...asAccount(cluster.account),
      cwd: systemFolder(),
      env: plainEnvironment(),
      // A process group of its own: Ctrl+C in our terminal is not for the server.
      detached: true,
      stdio: ['ignore', file, file],
      windowsHide: true,
    })
    child.unref()
    return child
  } finally {
    closeSync(file)
  }
}

/** Waits for the server's own word in `postmaster.pid`; false when it gives up. */
async function becomesReady(child: ChildProcess, cluster: Cluster): Promise<boolean> {
  let ended = false
  child.once('exit', (code) => {
    ended = process.platform !== 'win32' || code !== 0
  })
  child.once('error', () => {
    ended = true
  })
  for (;;) {
    if (isReady(readPostmaster(cluster.path), child)) return true
    if (ended) return false
    await delay(5)
  }
}

function isReady(found: Postmaster | undefined, child: ChildProcess): boolean {
  return found?.state === 'ready' && (found.pid === child.pid || process.platform === 'win32')
}

function refusal({ path, record }: Cluster, log: string, said: string): StartRefusal {
  if (/address already in use|could not bind/i.test(said)) {
    return new StartRefusal(
      `Another program took port ${record.port}, which users of the database in ${path} know: end it.`,
    )
  }
  if (/no space left on device/i.test(said)) {
    return new StartRefusal(`The disk of ${path} is full: make room and start again.`)
  }
  const reason = said.split('\n').find((line) => /FATAL|PANIC/.test(line)) ?? said.trim().split('\n').at(-1)
  const why = reason?.replace(/^.*?: +/, '') || 'it gave no reason'
  return new StartRefusal(`PostgreSQL did not start in ${path}: ${why} (more in ${log})`)
}
