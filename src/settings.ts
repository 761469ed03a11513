/**
 * Every setting: its default, its meaning, its flag and its environment variable. This is the only reader of the
 * environment and the command line. A flag wins over the environment, the environment over the default.
 */
import { isIP } from 'node:net'
import type { UnknownAttributes } from './declare/index.ts'
import { nearest } from './derive/nearest.ts'
import { rejecting, type UnknownAttributesPolicy } from './derive/type-table.ts'
import { StartRefusal } from './store/start-refusal.ts'

/** A kind of value: how its text is read, and what to ask for when it cannot be. */
interface Kind<Value> {
  readonly wants: string
  /** Undefined when the text is no such value. */
  readonly read: (text: string) => Value | undefined
}

interface Setting<Value> {
  readonly kind: Kind<Value>
  readonly default: Value
  readonly meaning: string
  /** How the help shows the default, where the value itself would not say it. */
  readonly shown?: string
}

const text: Kind<string> = { wants: 'a text', read: (text) => text }

const yesNo: Kind<boolean> = {
  wants: 'true or false',
  read: (text) => ({ true: true, false: false })[text.toLowerCase()],
}

function integer(from: number, to: number): Kind<number> {
  const read = (text: string) => {
    const value = Number(text)
    return /^-?\d+$/.test(text) && value >= from && value <= to ? value : undefined
  }
  return { wants: `an integer from ${from} to ${to}`, read }
}

const share: Kind<number> = {
  wants: 'a number from 0 to 1',
  read: (text) => (/^\d*\.?\d+$/.test(text) && Number(text) <= 1 ? Number(text) : undefined),
}

const units: Readonly<Record<string, number>> = { '': 1, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }

const bytes: Kind<number> = {
  wants: 'a number of bytes such as 10485760 or 10MiB',
  read: (text) => {
    const [, number = '', unit = ''] = /^(\d+) ?([kmg]ib)?$/i.exec(text) ?? []
    const factor = units[unit.toLowerCase()]
    return number === '' || factor === undefined ? undefined : Number(number) * factor
  },
}

function choice<const Values extends readonly (string | number)[]>(values: Values): Kind<Values[number]> {
  return { wants: values.join(' or '), read: (text) => values.find((value) => String(value) === text) }
}

const externalUrl: Kind<string | undefined> = {
  wants: 'an absolute http or https URL such as https://api.example.com/bss',
  read: (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    const isPlain = url && !url.search && !url.hash && !url.username && !url.password
    if (!isPlain || !/^https?:$/.test(url.protocol)) return undefined
    return url.origin + url.pathname.replace(/\/+$/, '')
  },
}

const databaseAddress: Kind<string | undefined> = {
  wants: 'a URL such as postgres://user@host:5432/database',
  read: (text) => (/^postgres(ql)?:\/\//.test(text) ? text : undefined),
}

function listOf(wants: string, isOne: (text: string) => boolean): Kind<readonly string[]> {
  const read = (text: string) => {
    const pieces = text.split(',').map((piece) => piece.trim())
    const given = pieces.filter(Boolean)
    return given.every(isOne) ? given : undefined
  }
  return { wants, read }
}

const networks = listOf('a comma-separated list such as 10.0.0.0/8,::1', isNetwork)
const targets = listOf(
  'a comma-separated list of hosts and networks such as hooks.internal,10.0.0.0/8',
  (text) => isNetwork(text) || /^[A-Za-z0-9_.-]+$/.test(text),
)

/** So many requests in a period, in milliseconds. */
export interface Rate {
  readonly count: number
  readonly per: number
}

const periods: Readonly<Record<string, number>> = { s: 1_000, min: 60_000 }

const rate: Kind<Rate | undefined> = {
  wants: 'a number of requests such as 100/s or 6000/min',
  read: (text) => {
    const [, count = '', period = ''] = /^([1-9]\d{0,8})\/(s|min)$/.exec(text) ?? []
    const per = periods[period]
    return per === undefined ? undefined : { count: Number(count), per }
  },
}

const aliases: Kind<ReadonlyMap<string, string>> = {
  wants: 'a comma-separated list such as /tmf-api/alarmManagement/v4=/tmf-api/alarm/v4',
  read: (text) => {
    const pairs = text
      .split(',')
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map((pair) => pair.split('='))
    const isPath = (path: string) => /^(\/[A-Za-z0-9._~-]+)+$/.test(path)
    if (!pairs.every((pair) => pair.length === 2 && pair.every(isPath))) return undefined
    return new Map(pairs as [string, string][])
  },
}

/** Whether a text is an address, or a network in CIDR notation. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

const policies = ['reject', 'keep', 'drop'] as const

/** One word for all resources, or words for some: `keep`, or `ServiceOrder=keep,Product=drop`. */
const policyByResource: Kind<UnknownAttributesPolicy> = {
  wants: 'reject, keep or drop, or one for each of some resources such as ServiceOrder=keep,Product=drop',
  read: (text) => {
    const pieces = text.split(',').map((piece) => piece.trim().split('='))
    const isPolicy = (word: string | undefined): word is UnknownAttributes =>
      policies.some((each) => each === word)
    const byResource = new Map<string, UnknownAttributes>()
    let otherwise: UnknownAttributes = 'reject'
    for (const [first = '', policy, ...rest] of pieces) {
      if (policy === undefined && isPolicy(first)) otherwise = first
      else if (first !== '' && isPolicy(policy) && rest.length === 0) byResource.set(first, policy)
      else return undefined
    }
    return { otherwise, byResource }
  },
}

function setting<Value>(kind: Kind<Value>, fallback: Value, meaning: string, shown?: string): Setting<Value> {
  return { kind, default: fallback, meaning, ...(shown === undefined ? {} : { shown }) }
}

const loopback: readonly string[] = ['localhost', '127.0.0.0/8', '::1']
const day = 86_400_000
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const table = {
  port: setting(integer(0, 65_535), 8080, 'Port to listen on; 0 takes any free one'),
  host: setting(text, '127.0.0.1', 'Address to listen on'),
  data: setting(text, './data', 'Folder of the embedded database'),
  databaseUrl: setting(databaseAddress, undefined, 'A PostgreSQL 15+ to use instead', 'the embedded one'),
  connections: setting(integer(1, 500), 10, 'Database connections for changes, and as many for reads'),
  seed: setting(yesNo, true, 'Whether an empty database is filled with the sandbox catalogue'),
  publicUrl: setting(externalUrl, undefined, 'The URL others reach this server by', 'as the request says'),
  trustedProxies: setting(networks, [], 'Proxies whose forwarding headers are believed', 'none'),
  basePathAliases: setting(
    aliases,
    new Map<string, string>(),
    'Other base paths of APIs, each with the one it stands for',
    'none',
  ),
  allowCallbacks: setting(
    targets,
    [],
    'Hosts and networks events may be sent to, besides public https',
    'loopback, when listening on loopback',
  ),
  rateLimit: setting(rate, undefined, 'Requests a client may make, such as 100/s or 6000/min', 'any number'),
  maxWaiting: setting(
    integer(1, 1_000_000),
    1000,
    'Requests that may wait for a database connection; with more, new ones are refused',
  ),
  allowHttp: setting(yesNo, false, 'Whether events and files may be sent to public hosts by http as well'),
  jobHosts: setting<readonly string[] | undefined>(
    targets,
    undefined,
    'Hosts and networks that jobs may fetch files from and send them to, besides public https',
    'as --allow-callbacks',
  ),
  deliveryParallel: setting(integer(1, 1000), 8, 'Events sent to one subscription at a time'),
  maxSubscriptions: setting(integer(1, 100_000), 100, 'Subscriptions that a client may have'),
  maxBody: setting(bytes, 10 * 2 ** 20, 'Largest request body', '10MiB'),
  defaultLimit: setting(integer(1, 100_000), 100, 'Page size of a list when the client names none'),
  maxLimit: setting(integer(1, 100_000), 1000, 'Largest page size of a list'),
  partialStatus: setting(choice([206, 200]), 206, 'Status of a page that was asked for and is not all'),
  queryTimeout: setting(integer(1, 600_000), 5000, 'Milliseconds after which a list query is stopped'),
  requireIfMatch: setting(yesNo, false, 'Whether a change must name, in If-Match, the revision it is for'),
  unknownFilter: setting(
    choice(['reject', 'empty', 'ignore']),
    'reject',
    'What a list does with a condition on an attribute nobody knows: refuse it, match nothing, or pass it over',
  ),
  unknownAttributes: setting(
    policyByResource,
    rejecting,
    'What is done with attributes nobody knows: reject, keep or drop, for all resources or as ServiceOrder=keep,Product=drop',
    'reject',
  ),
  fetchSchemas: setting(
    yesNo,
    false,
    'Whether the schema of an unknown type is fetched from its @schemaLocation, once, by the rules for callbacks',
  ),
  idempotencyTtl: setting(
    integer(1000, 31 * day),
    day,
    'Milliseconds for which a request with an idempotency key is answered the same when repeated',
  ),
  monitorTtl: setting(
    integer(1000, 2 ** 31 - 1),
    7 * day,
    'Milliseconds for which a monitor is kept once it is over',
  ),
  activationWait: setting(
    integer(0, 30_000),
    5000,
    'Milliseconds a request waits for the network before it is answered with a monitor',
  ),
  taskTtl: setting(
    integer(1000, 3660 * day),
    90 * day,
    'Milliseconds for which a task is kept after its end',
  ),
  eventTtl: setting(
    integer(1000, 3660 * day),
    30 * day,
    'Milliseconds for which an event is kept; those of an order as long after its end',
  ),
  shutdownGrace: setting(integer(0, 3_600_000), 20_000, 'Milliseconds running requests get at shutdown'),
  logLevel: setting(choice(levels), 'info', 'What is logged'),
  networkLatency: setting(integer(0, 3_600_000), 0, 'Milliseconds the simulated network takes for a command'),
  networkFailureRate: setting(share, 0, 'Share of commands at which the simulated network fails in passing'),
  technicianDelay: setting(
    integer(-1, 86_400_000),
    0,
    'Milliseconds the simulated technician takes for a visit; -1 for no technician',
  ),
  json: setting(yesNo, false, 'The demo prints JSON'),
  once: setting(yesNo, false, 'The demo ends after its orders are done'),
  help: setting(yesNo, false, 'Print this help'),
}

/** What the program is told to do, and the meaning of each. */
const commands = { serve: 'Start the server', demo: 'Start the server and follow example orders' } as const

/** Commands with flags of their own. */
const otherCommands = {
  conform: 'Test a server of the TM Forum Open APIs; see goldthread conform --help',
} as const

type Command = keyof typeof commands

type Name = keyof typeof table
type ValueOf<Entry> = Entry extends Setting<infer Value> ? Value : never

/** All settings, read and checked. */
export type Settings = { readonly [Key in Name]: ValueOf<(typeof table)[Key]> } & {
  readonly command: Command
}

const names = Object.keys(table) as Name[]
const flagOf = (name: Name): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
const variableOf = (name: Name): string =>
  name === 'databaseUrl' ? 'DATABASE_URL' : `GOLDTHREAD_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`

/** Reads the settings. Throws a StartRefusal that says, in one line, what to write instead. */
export function readSettings(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const values: Record<string, unknown> = {}
  for (const name of names) {
    const given = env[variableOf(name)]
    values[name] = given ? readValue(name, variableOf(name), given) : table[name].default
  }
  const isAllowListGiven = Boolean(env[variableOf('allowCallbacks')])
  const flags = readFlags(argv)
  for (const [name, given] of flags.given) values[name] = readValue(name, flagOf(name), given)
  const settings = { ...values, command: flags.command } as Settings
  if (settings.defaultLimit > settings.maxLimit) {
    throw new StartRefusal(
      `${flagOf('defaultLimit')} is ${settings.defaultLimit}, more than ${flagOf('maxLimit')} ${settings.maxLimit}: lower the one or raise the other.`,
    )
  }
  if (isAllowListGiven || flags.given.has('allowCallbacks') || !isLoopback(settings.host)) return settings
  return { ...settings, allowCallbacks: loopback }
}

/** Whether an address to listen on is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

interface Flags {
  readonly given: ReadonlyMap<Name, string>
  readonly command: Command
}

function readFlags(argv: readonly string[]): Flags {
  const given = new Map<Name, string>()
  const words: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] as string
    if (!word.startsWith('-')) {
      words.push(word)
      continue
    }
    const [, flag = word, attached] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    const isNo = flag.startsWith('--no-')
    const name = nameOfFlag(flag === '-h' ? '--help' : isNo ? `--${flag.slice(5)}` : flag)
    if (name === undefined || (isNo && (attached !== undefined || !isSwitch(name)))) throw unknownFlag(flag)
    if (isSwitch(name)) given.set(name, attached ?? String(!isNo))
    else if (attached !== undefined) given.set(name, attached)
    else {
      const next = argv[++index]
      if (next === undefined || next.startsWith('--')) {
        throw new StartRefusal(`${flag} needs a value: ${table[name].kind.wants}.`)
      }
      given.set(name, next)
    }
  }
  return { given, command: commandOf(words) }
}

function commandOf([first = 'serve', second]: readonly string[]): Command {
  if (!(first in commands)) {
    const known = Object.keys({ ...commands, ...otherCommands })
    throw new StartRefusal(`There is no command '${first}'${nearest(first, known) || ': see --help.'}`)
  }
  if (second !== undefined) throw new StartRefusal(`'${second}' is not understood: flags begin with --.`)
  return first as Command
}

const nameOfFlag = (flag: string): Name | undefined => names.find((name) => flagOf(name) === flag)
const isSwitch = (name: Name): boolean => (table[name] as Setting<unknown>).kind === yesNo

function unknownFlag(flag: string): StartRefusal {
  const known = names.flatMap((name) =>
    isSwitch(name) ? [flagOf(name), flagOf(name).replace('--', '--no-')] : [flagOf(name)],
  )
  return new StartRefusal(`There is no flag ${flag}${nearest(flag, known) || ': see --help.'}`)
}

function readValue(name: Name, source: string, given: string): unknown {
  const { kind } = table[name]
  const value = kind.read(given.trim())
  if (value !== undefined) return value
  // The address of a database may hold a password, which must not reach a log.
  const shown = name === 'databaseUrl' ? '' : ` '${given.slice(0, 100)}'`
  throw new StartRefusal(`${source}${shown} is not usable: give ${kind.wants}.`)
}

/** The text of --help. */
export function helpText(): string {
  const rows = names.map((name) => {
    const { kind, default: fallback, meaning, shown } = table[name] as Setting<unknown>
    const flag = isSwitch(name) && fallback === true ? flagOf(name).replace('--', '--[no-]') : flagOf(name)
    const usual = kind === yesNo && fallback === false ? '' : ` [${shown ?? String(fallback)}]`
    return [flag, `${meaning}${usual}`, variableOf(name)] as const
  })
  const width = Math.max(...rows.map(([flag]) => flag.length))
  return [
    'Usage: goldthread [command] [flags]',
    '',
    ...Object.entries({ ...commands, ...otherCommands }).map(
      ([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`,
    ),
    '',
    ...rows.flatMap(([flag, meaning, variable]) => [
      `  ${flag.padEnd(width)}  ${meaning}`,
      `  ${' '.repeat(width)}  ${variable}`,
    ]),
    '',
  ].join('\n')
}
