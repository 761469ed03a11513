import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process named so that the name is never true of another one: "pid start". Process ids are used again,
 * within minutes in a container, so files that name a process by its id alone would hold their folder for
 * ever. The start is empty where the system does not tell it (Windows); then the id alone decides.
 */
export function identityOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!takesSignals(pid)) return undefined
  const start = startOf(pid)
  return start === undefined ? undefined : `${pid} ${start}`
}

/** Whether the process that was called `identity` still runs. A zombie does not. */
export function isAlive(identity: string): boolean {
  const [pid, start = ''] = identity.split(' ')
  const now = identityOf(Number(pid))
  if (now === undefined) return false
  const [, startNow = ''] = now.split(' ')
  return start === '' || startNow === '' || start === startNow
}

/** Whether the system still keeps the id, be it for a zombie or for a process of another user. */
export function takesSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A word that changes with every start under this id; undefined for a zombie; empty when unknown. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startOnLinux(pid)
  if (process.platform === 'darwin') return startOnMac(pid)
  return ''
}

function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command may contain spaces and brackets, so count from the last bracket: state is field 3, start
    // 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    // Ticks since boot: without the boot's own id, pid 7 of a restarted container could look like the last
    // one.
    return `${boot()}:${fields[19]}`
  } catch {
    return takesSignals(pid) ? '' : undefined
  }
}

function boot(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
}

function startOnMac(pid: number): string | undefined {
  try {
    const env = { PATH: process.env.PATH ?? '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      env,
      encoding: 'utf8',
    }).trim()
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '').replaceAll(/\s+/g, '-')
  } catch {
    return takesSignals(pid) ? '' : undefined
  }
}
