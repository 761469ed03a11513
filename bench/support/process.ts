/** The servers under test run in processes of their own; this is how the benchmark speaks to them, and they to it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import pg from 'pg'

type Question = 'cpu' | 'count' | 'counted' | 'profile' | 'profiled' | 'stop'
type Answer =
  | { readonly url: string }
  | { readonly cpu: number }
  | { readonly counted: readonly string[] }
  | { readonly profiled: Profiler.Profile }

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Microseconds of CPU the process has used. */
  cpu(): Promise<number>
  /** The SQL statements it sends while `use` runs, by name where they have one. */
  statementsOf(use: () => Promise<unknown>): Promise<readonly string[]>
  /** What the profiler sees of it while `use` runs. */
  profileOf(use: () => Promise<unknown>): Promise<Profiler.Profile>
  stop(): Promise<void>
}

export interface StartOptions {
  readonly databaseUrl: string
  readonly args?: readonly string[]
}

/** Starts a compiled program; resolves when it listens. */
export async function startProcess(
  program: string,
  { databaseUrl, args = [] }: StartOptions,
): Promise<ServerProcess> {
  const child = fork(program, args, {
    execArgv: [],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
  })
  const ended = once(child, 'exit')
  const next = async (): Promise<Answer> => {
    const answer = await Promise.race([once(child, 'message'), ended.then(() => undefined)])
    if (answer === undefined) throw new Error(`${program} ended`)
    return answer[0] as Answer
  }
  const ask = (question: Question): Promise<Answer> => {
    const answer = next()
    child.send(question)
    return answer
  }
  const { url } = (await next()) as { url: string }
  return {
    url,
    pid: child.pid ?? 0,
    cpu: async () => ((await ask('cpu')) as { cpu: number }).cpu,
    statementsOf: async (use) => {
      child.send('count' satisfies Question)
      await use()
      return ((await ask('counted')) as { counted: string[] }).counted
    },
    profileOf: async (use) => {
      child.send('profile' satisfies Question)
      await use()
      return ((await ask('profiled')) as { profiled: Profiler.Profile }).profiled
    },
    stop: async () => {
      if (child.connected) child.send('stop' satisfies Question)
      await ended
    },
  }
}

/** In the process of the server: tells where it listens, answers questions, and stops when told to. */
export function answerAs(url: string, stop: () => Promise<void>): void {
  const counted = countStatements()
  const session = new Session()
  const send = (answer: Answer) => process.send?.(answer)
  const answers: Readonly<Record<Question, () => void>> = {
    cpu: () => {
      const { user, system } = process.cpuUsage()
      send({ cpu: user + system })
    },
    count: () => counted.start(),
    counted: () => send({ counted: counted.end() }),
    profile: () => {
      session.connect()
      session.post('Profiler.enable').then(() => session.post('Profiler.start'))
    },
    profiled: () => {
      session.post('Profiler.stop').then(({ profile }) => {
        session.disconnect()
        send({ profiled: profile })
      })
    },
    stop: () => {
      stop().then(() => process.exit(0))
    },
  }
  process.on('message', (question: Question) => answers[question]())
  send({ url })
}

type Query = (
  query: string | { readonly name?: string; readonly text: string },
  ...rest: unknown[]
) => unknown

/** Wraps the driver while statements are counted, and only then. */
function countStatements() {
  const client = pg.Client.prototype as unknown as { query: Query }
  const { query } = client
  let seen: string[] = []
  return {
    start: () => {
      seen = []
      client.query = function (this: unknown, asked, ...rest) {
        seen.push(typeof asked === 'string' ? asked : (asked.name ?? asked.text.slice(0, 40)))
        return query.call(this, asked, ...rest)
      }
    },
    end: () => {
      client.query = query
      return seen
    },
  }
}
