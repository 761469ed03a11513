/** The CPU that PostgreSQL uses for a database, where it runs on this machine and the machine is a Linux. */
import { readdirSync, readFileSync } from 'node:fs'

/** Microseconds of CPU its connections have used so far; not a number where that cannot be told. */
export function databaseCpu(url: string): number {
  const database = new URL(url).pathname.slice(1)
  try {
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ticksOf(pid, database))
    const sum = ticks.reduce((total, each) => total + each, 0)
    return sum > 0 ? sum * 10_000 : Number.NaN
  } catch {
    return Number.NaN
  }
}

function ticksOf(pid: string, database: string): number {
  try {
    // As the server names its processes: `postgres: user database 127.0.0.1(40000) idle`.
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (!/^postgres: /.test(command) || !command.includes(` ${database} `)) return 0
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = rest.split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
