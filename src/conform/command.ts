/** `goldthread conform`: tests any server that speaks the TM Forum Open APIs, and writes down how it does. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ApiPage } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import type { OwnBodies } from './bodies.ts'
import { htmlReport } from './report/html.ts'
import { junitReport } from './report/junit.ts'
import { tableReport } from './report/table.ts'
import { conform, type RunOptions } from './run.ts'
import { isObject } from './shape.ts'
import { countOutcomes, type Verdict } from './verdict.ts'

const conformHelp = `Tests a server that speaks the TM Forum Open APIs: ours, or another's.

  goldthread conform --url <base> [--api TMF641 …] [options]

  --url <base>           the server, before /tmf-api: http://127.0.0.1:8080
  --api <number>         an API to test, such as TMF641; may be repeated; all when left out
  --base <number>=<path> where an API lies when not at the path of its official file; may be repeated
  --token <token>        an access token to send with every request
  --header <name: value> a header to send with every request; may be repeated
  --bodies <file>        JSON with bodies to create resources with, where examples will not do: {"productOrder": {…}}
  --files <folder>       official files (TMF641-….json) to hold every answer against, besides our pages
  --listen <host>        the address under which the server reaches this machine, for events (127.0.0.1)
  --no-events            leaves out subscribing and waiting for events
  --timeout <ms>         how long an answer or an event may take (10000)
  --junit <file>         writes JUnit XML
  --json <file>          writes every verdict as JSON
  --html <file>          writes a report to look at
  -h, --help             shows this

The exit code is 0 when nothing failed, 1 when something did. What is created is deleted again where the server allows it.`

const options = {
  url: { type: 'string' },
  api: { type: 'string', multiple: true },
  base: { type: 'string', multiple: true },
  token: { type: 'string' },
  header: { type: 'string', multiple: true },
  bodies: { type: 'string' },
  files: { type: 'string' },
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
  const run = runOf(told, apis)
  let done = 0
  const verdicts = await conform({
    ...run,
    onVerdict: (verdict, total) => redraw?.(progress(verdict, ++done, total)),
  })
  redraw?.('')
  print(tableReport(verdicts))
  if (told.junit !== undefined) writeFileSync(told.junit, junitReport(verdicts))
  if (told.json !== undefined) writeFileSync(told.json, `${JSON.stringify(verdicts, undefined, 2)}\n`)
  if (told.html !== undefined) {
    writeFileSync(told.html, htmlReport(verdicts, { url: run.url, time: new Date().toISOString() }))
  }
  return countOutcomes(verdicts).failed > 0 ? 1 : 0
}

type Told = ReturnType<typeof read>

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowNegative: true }).values
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message.split('.')[0]}: see goldthread conform --help`)
  }
}

function runOf(told: Told, apis: readonly ApiPage[]): RunOptions {
  return {
    url: checkedUrl(told.url),
    headers: headersOf(told),
    timeout: checkedTimeout(told.timeout),
    apis: told.api === undefined ? apis : told.api.map((number) => apiOf(apis, number)),
    paths: new Map((told.base ?? []).map((base) => pathOf(base, apis))),
    bodies: told.bodies === undefined ? undefined : bodiesIn(told.bodies),
    files: told.files === undefined ? undefined : checkedFolder(told.files),
    listen: told.events ? told.listen : undefined,
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

function headersOf({ token, header = [] }: Told): Record<string, string> {
  const headers = new Headers(token === undefined ? {} : { Authorization: `Bearer ${token}` })
  for (const each of header) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(each) ?? []
    if (name === '')
      throw new StartRefusal(`--header must be a name and a value: 'X-Tenant: acme', not '${each}'`)
    headers.set(name, value)
  }
  return Object.fromEntries(headers)
}

function apiOf(apis: readonly ApiPage[], named: string): ApiPage {
  const number = named.toUpperCase().replace(/^(?!TMF)/, 'TMF')
  const found = apis.find((api) => api.number === number)
  if (found === undefined) throw new StartRefusal(`There is no API ${number}: see the list at /apis`)
  return found
}

function pathOf(base: string, apis: readonly ApiPage[]): readonly [string, string] {
  const [, number = '', path = ''] = /^(\w+)=(\/.*?)\/*$/.exec(base) ?? []
  if (path === '') throw new StartRefusal(`--base must be TMF641=/serviceOrdering/v4, not '${base}'`)
  return [apiOf(apis, number).number, path]
}

function bodiesIn(file: string): OwnBodies {
  const wanted = `--bodies must be a JSON file such as {"productOrder": {…}}: ${file}`
  try {
    const bodies: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isObject(bodies) && Object.values(bodies).every(isObject)) return bodies as Record<string, JsonObject>
  } catch (error) {
    throw new StartRefusal(`${wanted} (${(error as Error).message})`)
  }
  throw new StartRefusal(wanted)
}

function checkedFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new StartRefusal(`--files must be a folder of official files, and ${folder} is none`)
}

const width = 24

function progress({ api, resource }: Verdict, done: number, total: number): string {
  const filled = Math.round((done / total) * width)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} ${api} ${resource}`
}
