import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { identityOf } from './process-identity.ts'

/**
 * Whether process `pid` is the server of the files at `cluster`, or only has the id that a dead server left
 * behind. 'perhaps' where the system does not tell; then only a connection can.
 */
export function servesCluster(pid: number, cluster: string): 'yes' | 'no' | 'perhaps' {
  if (identityOf(pid) === undefined) return 'no'
  if (process.platform === 'linux') return servesOnLinux(pid, realpathSync(cluster))
  if (process.platform === 'darwin') return servesOnMac(pid, realpathSync(cluster))
  return 'perhaps'
}

function servesOnLinux(pid: number, cluster: string): 'yes' | 'no' | 'perhaps' {
  const words = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'))
  if (words === undefined) return 'perhaps'
  // A child of a server calls itself "postgres: checkpointer".
  if (!/^(postgres|postmaster)$/.test(basename(words[0] ?? ''))) return 'no'
  // A server lives in its files; the system says so to its own user and to root.
  const served = attempt(() => readlinkSync(`/proc/${pid}/cwd`)) ?? words[words.indexOf('-D') + 1]
  if (!served?.startsWith('/')) return 'perhaps'
  return served === cluster ? 'yes' : 'no'
}

/**
 * The command comes as one line there, and paths may contain spaces: what does not match is never a sure
 * 'no'.
 */
function servesOnMac(pid: number, cluster: string): 'yes' | 'no' | 'perhaps' {
  const command = attempt(() =>
    execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }),
  )
  if (command === undefined) return 'perhaps'
  if (!/(^|\/)(postgres|postmaster)( |$)/m.test(command)) return 'no'
  return command.includes(` -D ${cluster} `) ? 'yes' : 'perhaps'
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
