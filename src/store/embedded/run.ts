import { spawn } from 'node:child_process'
import { type Account, asAccount } from './account.ts'

/** How a program ended: its exit code, or the reason why it never ran, and all it said. */
export type Ended = { readonly code: number | string; readonly output: string }

/** Runs a PostgreSQL program to its end. */
export function run(
  program: string,
  options: readonly string[],
  account: Account | undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      ...asAccount(account),
      cwd: systemFolder(),
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ code: error.code ?? error.message, output }),
    )
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', output }))
  })
}

/** Where every user may be: PostgreSQL's programs fail when their working folder is closed to them. */
export function systemFolder(): string {
  return process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\') : '/'
}

/**
 * A few names only. Ours may hold secrets, which `nobody` must not carry, and PGPORT, PGDATA or
 * LD_LIBRARY_PATH, which would lead the programs astray.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}
