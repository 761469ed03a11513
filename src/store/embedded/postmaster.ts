/** The main process of a PostgreSQL server, as its own `postmaster.pid` tells of it. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { identityOf, isAlive, takesSignals } from './process-identity.ts'
import { run } from './run.ts'
import { servesCluster } from './serves-cluster.ts'

/**
 * A server, alive or not. `state` is its own word: starting, ready, stopping; empty in its very first
 * moments.
 */
export type Postmaster = { readonly pid: number; readonly port: number; readonly state: string }

/** What `postmaster.pid` says; undefined after a clean stop. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid ? { pid, port, state: (lines[7] ?? '').trim() } : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes a `postmaster.pid` whose process is gone although its id still takes signals: it was given to
 * another process of the same user, or belongs to a zombie that nobody buries. PostgreSQL would refuse to
 * start over either.
 */
export function clearStalePid(cluster: string): void {
  const left = readPostmaster(cluster)
  if (left && takesSignals(left.pid) && servesCluster(left.pid, cluster) === 'no') rmSync(pidFile(cluster))
}

/**
 * Stops the server as `pg_ctl stop -m fast` does: open transactions are rolled back, everything is written.
 */
export async function stopPostmaster(
  pid: number,
  cluster: string,
  pgCtl: () => Promise<string>,
): Promise<void> {
  const identity = identityOf(pid)
  if (!identity) return
  if (process.platform === 'win32') {
    // There a signal ends a process without a word; pg_ctl speaks to the server by its pipe.
    await run(await pgCtl(), ['stop', '-D', cluster, '-m', 'fast', '-w'], undefined)
    return
  }
  signal(pid, 'SIGINT')
  if (await hasEnded(identity, 60_000)) return
  // At once and without the last checkpoint; nothing committed is lost.
  signal(pid, 'SIGQUIT')
  await hasEnded(identity, 10_000)
}

async function hasEnded(identity: string, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(10)) {
    if (!isAlive(identity)) return true
  }
  return false
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
