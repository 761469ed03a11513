/** Goldthread as a process of its own, to be killed; and its database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { until } from '../support/until.ts'

export class ServerProcess {
  readonly url: string
  readonly #args: readonly string[]
  readonly #env: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #output = ''

  constructor(port: number, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.url = `http://127.0.0.1:${port}`
    this.#args = ['dist/main.js', '--port', String(port), ...args]
    this.#env = env
  }

  /** Starts, and waits until it is ready. */
  async start(): Promise<void> {
    this.#output = ''
    const child = spawn(process.execPath, this.#args, { env: { ...process.env, ...this.#env } })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#output = (this.#output + chunk).slice(-20_000)
      })
    }
    await until(async () => {
      this.mustLive()
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined)
      return answer?.status === 200
    }, 'a server that is ready')
  }

  /** Throws its last words when it has ended. */
  mustLive(): void {
    const { exitCode = null, signalCode = null } = this.#child ?? {}
    const end = exitCode ?? signalCode
    if (end !== null) throw new Error(`the server ended with ${end}: ${this.#output}`)
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  get output(): string {
    return this.#output
  }
}

/** Lets others run for a while. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

/** A port nobody uses just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Where the embedded database of a data folder can be reached by the test. */
export function embeddedDatabase(folder: string): { url: string; pid: () => number | undefined } {
  const record = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as Record<
    string,
    string | number
  >
  const files = resolve(folder, String(record.cluster))
  return {
    url: `postgres://goldthread:${record.password}@127.0.0.1:${record.port}/goldthread`,
    pid: () => {
      // A record that is just being written is empty, and 0 would be ourselves.
      return Number(textOf(join(files, 'postmaster.pid')).split('\n')[0]) || undefined
    },
  }
}

/** What is in a file; nothing when it is gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
