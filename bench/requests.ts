/**
 * Requests per second: POST, GET by id and a filtered list over 100,000 service orders, Goldthread against the floor.
 * Only ratios are printed: the rates themselves say more about the machine and what else it does.
 */
import { build } from './support/build.ts'
import { Databases } from './support/databases.ts'
import { type Load, type LoadOptions, load, requestBytes } from './support/load.ts'
import { type ServerProcess, startProcess } from './support/process.ts'
import { interleave, printTable, quantile, ratioOf, textOf } from './support/rounds.ts'
import {
  collection,
  loadedCount,
  loadedId,
  loadServiceOrders,
  order,
  soughtState,
} from './support/service-orders.ts'

const pairs = 7
const round = { connections: 16, until: { milliseconds: 2_500 } }
const warmUp = { connections: 16, until: { milliseconds: 1_500 } }

interface Measured extends Load {
  /** Microseconds of CPU of the server a request. */
  readonly cpu: number
}

const operations = {
  'POST serviceOrder': (url: string) => {
    const bytes = requestBytes(url, 'POST', collection, JSON.stringify(order))
    return () => bytes
  },
  'GET by id': (url: string) => {
    const all = Array.from({ length: 5_000 }, (_, index) =>
      requestBytes(url, 'GET', `${collection}/${loadedId(index * 7_919)}`),
    )
    return (index: number) => all[index % all.length] as Buffer
  },
  [`GET ?state=${soughtState}&limit=50`]: (url: string) => {
    const bytes = requestBytes(url, 'GET', `${collection}?state=${soughtState}&limit=50`)
    return () => bytes
  },
}

type Operation = (url: string) => LoadOptions['request']

async function main(): Promise<void> {
  const program = build()
  const databases = await Databases.open()
  const servers: ServerProcess[] = []
  try {
    const databaseUrl = await databases.make('goldthread')
    await loadServiceOrders(databaseUrl)
    const floorUrl = await databases.copy(databaseUrl, 'floor')
    const args = ['requests']
    const goldthread = await startProcess(program('goldthread-server'), { databaseUrl, args })
    servers.push(goldthread)
    const floor = await startProcess(program('floor-server'), { databaseUrl: floorUrl })
    servers.push(floor)
    await compare(goldthread, floor)
  } finally {
    for (const server of servers) await server.stop()
    await databases.close()
  }
}

async function compare(goldthread: ServerProcess, floor: ServerProcess): Promise<void> {
  console.log(
    `Goldthread / floor, ${loadedCount.toLocaleString('en')} service orders, ${round.connections} connections: median of ${pairs} pairs of rounds (least-most)\n`,
  )
  const rows = [['', 'requests/s', 'p50', 'p99', 'CPU of the server a request']]
  const notes: string[] = []
  for (const [name, operation] of Object.entries(operations)) {
    for (const server of [goldthread, floor]) await measure(server, operation, warmUp)
    const [ours = [], floors = []] = await interleave(pairs, [
      () => measure(goldthread, operation, round),
      () => measure(floor, operation, round),
    ])
    const ratio = (figure: (measured: Measured) => number) => textOf(ratioOf(ours, floors, figure))
    rows.push([
      name,
      ratio(({ count, seconds }) => count / seconds),
      ratio(({ latencies }) => quantile(latencies, 0.5)),
      ratio(({ latencies }) => quantile(latencies, 0.99)),
      ratio(({ cpu }) => cpu),
    ])
    for (const [who, server] of Object.entries({ goldthread, floor }))
      notes.push(await costOf(who, name, server, operation))
    if (process.argv.includes('--absolute')) notes.push(absolute(ours, floors))
  }
  printTable(rows)
  console.log(`\nOne request:\n${notes.join('\n')}`)
}

async function measure(
  server: ServerProcess,
  operation: Operation,
  options: Pick<LoadOptions, 'connections' | 'until'>,
): Promise<Measured> {
  const before = await server.cpu()
  const done = await load(server.url, { ...options, request: operation(server.url) })
  return { ...done, cpu: ((await server.cpu()) - before) / done.count }
}

/** What one request costs in statements and bytes. */
async function costOf(
  who: string,
  name: string,
  server: ServerProcess,
  operation: Operation,
): Promise<string> {
  const request = operation(server.url)
  let size = 0
  const statements = await server.statementsOf(async () => {
    const one = await load(server.url, { connections: 1, until: { count: 1 }, request })
    size = one.answerSize
    // A notification goes out a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
  const sent = request(0).byteLength
  return `  ${name}, ${who}: ${statements.length} statements (${statements.join('; ')}), ${sent} bytes in, ${size} bytes out`
}

function absolute(ours: readonly Measured[], floors: readonly Measured[]): string {
  const rate = (side: readonly Measured[]) =>
    side.map(({ count, seconds }) => Math.round(count / seconds)).join(' ')
  const cpu = (side: readonly Measured[]) => side.map((each) => Math.round(each.cpu)).join(' ')
  return `    rates ${rate(ours)} | ${rate(floors)}\n    CPU us ${cpu(ours)} | ${cpu(floors)}`
}

await main()
