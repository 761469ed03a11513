/** Starts a program as a person does, and says how long it takes until it serves and what it then needs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

export interface Launched {
  /** Milliseconds until it says that it serves. */
  readonly wall: number
  /** Milliseconds of CPU of its process until then; not a number where that cannot be told. */
  readonly cpu: number
  /** MB its process holds at rest; not a number where that cannot be told. */
  readonly memory: number
  /** MB of the PostgreSQL it started. */
  readonly databaseMemory: number
}

/** Time to come to rest, in milliseconds. */
const rest = 3_000

/** Launches a program, lets it rest, and ends it. */
export async function launch(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Launched> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const said = await Promise.race([once(child.stdout, 'data'), ended])
  const wall = performance.now() - began
  if (!String(said[0]).includes('serves')) throw new Error(`${program} did not start`)
  const pid = child.pid ?? 0
  const cpu = cpuOf(pid)
  await new Promise((resolve) => setTimeout(resolve, rest))
  const memory = residentOf(pid)
  const databaseMemory = args.includes('--data') ? databaseOf() : Number.NaN
  child.kill()
  await ended
  return { wall, cpu, memory, databaseMemory }
}

function cpuOf(pid: number): number {
  const fields = (read(`/proc/${pid}/stat`).split(') ')[1] ?? '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function residentOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes) / 1024
}

/** What the processes of the embedded PostgreSQL hold, memory they share counted once. */
function databaseOf(): number {
  return readdirSync('/proc')
    .filter(
      (name) =>
        /^\d+$/.test(name) && /^postgres: goldthread|goldthread-start/.test(read(`/proc/${name}/cmdline`)),
    )
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024)
    .reduce((sum, each) => sum + each, 0)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
