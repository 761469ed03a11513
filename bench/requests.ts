/**
 * Requests per second: POST, GET by id and a filtered list over 100,000 service orders, Goldthread against the floor.
 * Only ratios are printed: the rates themselves say more about the machine and what else it does.
 */
import { build } from './support/build.ts'
import { Databases } from './support/databases.ts'
import { type LoadOptions, load, requestBytes } from './support/load.ts'
import { absolute, measure, ratios, ratioTitles, type Side } from './support/measure.ts'
import { type ServerProcess, startProcess } from './support/process.ts'
import { interleave, printTable } from './support/rounds.ts'
import { collection, loadedId, loadServiceOrders, order, soughtState } from './support/service-orders.ts'

const loadedCount = 100_000
const pairs = 7
const round = { connections: 16, until: { milliseconds: 2_500 } }
const warmUp = { connections: 16, until: { milliseconds: 1_500 } }

const operations = {
  'POST serviceOrder': (url: string) => {
    const bytes = requestBytes(url, 'POST', collection, { body: JSON.stringify(order) })
    return () => bytes
  },
  'GET by id': (url: string) => {
    const all = Array.from({ length: 5_000 }, (_, index) =>
      requestBytes(url, 'GET', `${collection}/${loadedId(index * 7_919, loadedCount)}`),
    )
    return (index: number) => all[index % all.length] as Buffer
  },
  [`GET ?state=${soughtState}&limit=50`]: (url: string) => {
    const bytes = requestBytes(url, 'GET', `${collection}?state=${soughtState}&limit=50`)
    return () => bytes
  },
}

type Operation = (url: string) => LoadOptions['request']
type TestedSide = Side & Pick<ServerProcess, 'statementsOf'>

async function main(): Promise<void> {
  const program = build()
  const databases = await Databases.open()
  const servers: ServerProcess[] = []
  try {
    const databaseUrl = await databases.make('goldthread')
    await loadServiceOrders(databaseUrl, 0, loadedCount)
    const floorUrl = await databases.copy(databaseUrl, 'floor')
    const args = ['requests']
    const goldthread = await startProcess(program('bench/goldthread-server'), { databaseUrl, args })
    servers.push(goldthread)
    const floor = await startProcess(program('bench/floor-server'), { databaseUrl: floorUrl })
    servers.push(floor)
    await compare({ ...goldthread, databaseUrl }, { ...floor, databaseUrl: floorUrl })
  } finally {
    for (const server of servers) await server.stop()
    await databases.close()
  }
}

async function compare(goldthread: TestedSide, floor: TestedSide): Promise<void> {
  console.log(
    `Goldthread / floor, ${loadedCount.toLocaleString('en')} service orders, ${round.connections} connections: median of ${pairs} pairs of rounds (least-most)\n`,
  )
  const rows = [['', ...ratioTitles]]
  const notes: string[] = []
  for (const [name, operation] of Object.entries(operations)) {
    const sides = [goldthread, floor]
    for (const side of sides) await measure(side, operation(side.url), warmUp)
    const [ours = [], floors = []] = await interleave(
      pairs,
      sides.map((side) => () => measure(side, operation(side.url), round)),
    )
    rows.push([name, ...ratios(ours, floors)])
    for (const [who, side] of Object.entries({ goldthread, floor }))
      notes.push(await costOf(who, name, side, operation))
    if (process.argv.includes('--absolute')) notes.push(absolute(ours, floors))
  }
  printTable(rows)
  console.log(`\nOne request:\n${notes.join('\n')}`)
}

/** What one request costs in statements and bytes. */
async function costOf(who: string, name: string, side: TestedSide, operation: Operation): Promise<string> {
  const request = operation(side.url)
  let size = 0
  const statements = await side.statementsOf(async () => {
    const one = await load(side.url, { connections: 1, until: { count: 1 }, request })
    size = one.answerSize
    // A notification goes out a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
  const sent = request(0).byteLength
  return `  ${name}, ${who}: ${statements.length} statements (${statements.join('; ')}), ${sent} bytes in, ${size} bytes out`
}

await main()
