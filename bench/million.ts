/**
 * A million service orders: what lists cost the database, and how that grows from a tenth of them; GET by id beside the
 * floor; and list, GET by id and create beside Directus, which has the same orders in the same PostgreSQL.
 */
import { build } from './support/build.ts'
import { databaseTimes, type Times } from './support/database-time.ts'
import { Databases } from './support/databases.ts'
import { installDirectus, setUpDirectus, startDirectus, trackTable } from './support/directus.ts'
import { directusRequests, loadDirectusOrders, table } from './support/directus-orders.ts'
import { type LoadOptions, requestBytes } from './support/load.ts'
import { absolute, measure, ratios, ratioTitles, type Side } from './support/measure.ts'
import { startProcess } from './support/process.ts'
import { interleave, printTable } from './support/rounds.ts'
import { collection, loadedId, loadServiceOrders, order, soughtState } from './support/service-orders.ts'

const count = numberOf('--count') ?? 1_000_000
const pairs = 7
const round = { connections: 16, until: { milliseconds: 2_500 } }
const warmUp = { connections: 16, until: { milliseconds: 1_500 } }
const withDirectus = !process.argv.includes('--without-directus')

/** One thing that is asked of two sides. */
interface Contest {
  readonly name: string
  readonly ours: LoadOptions['request']
  readonly theirs: LoadOptions['request']
}

async function main(): Promise<void> {
  const program = build()
  if (withDirectus) installDirectus()
  const databases = await Databases.open()
  const stops: (() => Promise<void>)[] = [() => databases.close()]
  try {
    const databaseUrl = await databases.make('million')
    await timed('the first tenth', () => loadServiceOrders(databaseUrl, 0, count / 10))
    const tenth = await databaseTimes(databaseUrl)
    await timed('the others', () => loadServiceOrders(databaseUrl, count / 10, count))
    printTimes(tenth, await databaseTimes(databaseUrl))

    const started = await startProcess(program('bench/goldthread-server'), {
      databaseUrl,
      args: ['requests'],
    })
    stops.push(started.stop)
    const goldthread: Side = { ...started, databaseUrl }
    const floor = await startProcess(program('bench/floor-server'), { databaseUrl })
    stops.push(floor.stop)
    await compare('the floor', goldthread, { ...floor, databaseUrl }, [
      { name: 'GET by id', ours: reads(goldthread.url), theirs: reads(floor.url) },
    ])
    if (!withDirectus) return

    const directusUrl = await databases.makeEmpty('directus')
    setUpDirectus(directusUrl)
    await timed('those of Directus', () => loadDirectusOrders(directusUrl, count))
    const directus = await startDirectus(directusUrl)
    stops.push(directus.stop)
    await trackTable(directus.url, table)
    await compare('Directus', goldthread, directus, [
      {
        name: 'list, filtered and sorted, 50 of them, with the exact total',
        ours: lists(goldthread.url, ''),
        theirs: directusRequests.list(directus.url, { hasTotal: true }),
      },
      {
        name: 'the same without a total',
        ours: lists(goldthread.url, '&after='),
        theirs: directusRequests.list(directus.url, { hasTotal: false }),
      },
      { name: 'by id', ours: reads(goldthread.url), theirs: directusRequests.read(directus.url, count) },
      { name: 'create', ours: creates(goldthread.url), theirs: directusRequests.create(directus.url) },
    ])
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

function numberOf(flag: string): number | undefined {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : Number(process.argv[at + 1])
}

async function timed(what: string, load: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await load()
  console.log(`Loaded ${what} in ${Math.round((performance.now() - began) / 1000)} s`)
}

function printTimes(tenth: Times, all: Times): void {
  const titles = [count / 10, count].map((each) => each.toLocaleString('en'))
  console.log('\nMilliseconds in the database, planning and running, for pages of 50:\n')
  const rows = [...all].map(([name, time]) => {
    const before = tenth.get(name) ?? Number.NaN
    return [name, before.toFixed(2), time.toFixed(2), (time / before).toFixed(2)]
  })
  printTable([['', ...titles, 'ratio'], ...rows])
}

async function compare(
  whom: string,
  goldthread: Side,
  other: Side,
  contests: readonly Contest[],
): Promise<void> {
  const rows = [[`Goldthread / ${whom}`, ...ratioTitles]]
  const notes: string[] = []
  for (const { name, ours, theirs } of contests) {
    await measure(goldthread, ours, warmUp)
    await measure(other, theirs, warmUp)
    const [our = [], their = []] = await interleave(pairs, [
      () => measure(goldthread, ours, round),
      () => measure(other, theirs, round),
    ])
    rows.push([name, ...ratios(our, their)])
    notes.push(`  ${name}\n${absolute(our, their)}`)
  }
  console.log()
  printTable(rows)
  if (process.argv.includes('--absolute')) console.log(notes.join('\n'))
}

function reads(url: string): LoadOptions['request'] {
  const all = Array.from({ length: 5_000 }, (_, index) =>
    requestBytes(url, 'GET', `${collection}/${loadedId(index * 7_919, count)}`),
  )
  return (index) => all[index % all.length] as Buffer
}

function lists(url: string, more: string): LoadOptions['request'] {
  const query = `state=${soughtState}&sort=-orderDate&limit=50${more}`
  const bytes = requestBytes(url, 'GET', `${collection}?${query}`)
  return () => bytes
}

function creates(url: string): LoadOptions['request'] {
  const bytes = requestBytes(url, 'POST', collection, { body: JSON.stringify(order) })
  return () => bytes
}

await main()
