/** `goldthread conform`: tests any server that speaks the TM Forum Open APIs, and writes down how it does. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ApiPage } from '../declare/index.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { htmlReport } from './report/html.ts'
import { junitReport } from './report/junit.ts'
import { tableReport } from './report/table.ts'
import { conform } from './run.ts'
import { countOutcomes, type Verdict } from './verdict.ts'

const conformHelp = `Tests a server that speaks the TM Forum Open APIs: ours, or another's.

  goldthread conform --url <base> [--api TMF641 …] [options]

  --url <base>       the server, before /tmf-api: http://127.0.0.1:8080
  --api <number>     an API to test, such as TMF641; may be repeated; all when left out
  --token <token>    an access token to send with every request
  --listen <host>    the address under which the server reaches this machine, for events (127.0.0.1)
  --no-events        leaves out subscribing and waiting for events
  --timeout <ms>     how long an answer or an event may take (10000)
  --junit <file>     writes JUnit XML
  --json <file>      writes every verdict as JSON
  --html <file>      writes a report to look at
  -h, --help         shows this

The exit code is 0 when nothing failed, 1 when something did. What is created is deleted again where the server allows it.`

const options = {
  url: { type: 'string' },
  api: { type: 'string', multiple: true },
  token: { type: 'string' },
  listen: { type: 'string', default: '127.0.0.1' },
  events: { type: 'boolean', default: true },
  timeout: { type: 'string', default: '10000' },
  junit: { type: 'string' },
  json: { type: 'string' },
  html: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export interface Terminal {
  readonly print: (text: string) => void
  /** Draws the progress over what it drew before; absent where nobody watches. */
  readonly redraw?: (text: string) => void
}

/** Runs the command. Gives the exit code. Throws a StartRefusal for what it was told wrongly. */
export async function runConform(
  args: readonly string[],
  apis: readonly ApiPage[],
  { print, redraw }: Terminal,
): Promise<number> {
  const told = read(args)
  if (told.help) {
    print(conformHelp)
    return 0
  }
  const url = checkedUrl(told.url)
  let done = 0
  const verdicts = await conform({
    url,
    token: told.token,
    timeout: checkedTimeout(told.timeout),
    apis: chosen(apis, told.api),
    listen: told.events ? told.listen : undefined,
    onVerdict: (verdict, total) => redraw?.(progress(verdict, ++done, total)),
  })
  redraw?.('')
  print(tableReport(verdicts))
  if (told.junit !== undefined) writeFileSync(told.junit, junitReport(verdicts))
  if (told.json !== undefined) writeFileSync(told.json, `${JSON.stringify(verdicts, undefined, 2)}\n`)
  if (told.html !== undefined) {
    writeFileSync(told.html, htmlReport(verdicts, { url, time: new Date().toISOString() }))
  }
  return countOutcomes(verdicts).failed > 0 ? 1 : 0
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowNegative: true }).values
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message.split('.')[0]}: see goldthread conform --help`)
  }
}

function checkedUrl(url: string | undefined): string {
  if (url !== undefined && URL.canParse(url) && /^https?:/.test(url)) return url.replace(/\/+$/, '')
  throw new StartRefusal('Name the server to test: --url http://127.0.0.1:8080')
}

function checkedTimeout(timeout: string): number {
  if (/^\d{1,7}$/.test(timeout) && Number(timeout) > 0) return Number(timeout)
  throw new StartRefusal(`--timeout must be a number of milliseconds, not '${timeout}'`)
}

function chosen(apis: readonly ApiPage[], wanted: readonly string[] | undefined): readonly ApiPage[] {
  if (wanted === undefined) return apis
  const numbers = wanted.map((each) => each.toUpperCase().replace(/^(?!TMF)/, 'TMF'))
  const unknown = numbers.find((number) => !apis.some((api) => api.number === number))
  if (unknown !== undefined) throw new StartRefusal(`There is no API ${unknown}: see the list at /apis`)
  return apis.filter(({ number }) => numbers.includes(number))
}

const width = 24

function progress({ api, resource }: Verdict, done: number, total: number): string {
  const filled = Math.round((done / total) * width)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} ${api} ${resource}`
}
