/**
 * Orders per second from end to end: fibre orders posted over HTTP until all are completed, on a network that answers
 * at once and with a technician who needs no time, against floors that merely make the same commits.
 */
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './support/build.ts'
import { Databases, run } from './support/databases.ts'
import { type ServerProcess, startProcess } from './support/process.ts'
import { enlargeNetwork, Orders } from './support/product-orders.ts'
import { type Recording, record } from './support/recording.ts'
import { interleave, printTable, quantile, type Ratio, ratioOf, textOf } from './support/rounds.ts'

const pairs = 5
const perRound = 500
const perLoneRound = 40
const warmUp = 300
/** The plans the engine takes in one turn: `batch` of EngineOptions. */
const engineBatch = 24

interface Side {
  readonly name: string
  readonly server: ServerProcess
  readonly orders: Orders
  readonly databaseUrl: string
}

interface Round {
  readonly count: number
  readonly seconds: number
  /** Microseconds of CPU of the server an order. */
  readonly cpu: number
  /** Commits with events an order. */
  readonly commits: number
}

const sides: Side[] = []

async function main(): Promise<void> {
  const program = build()
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
  const databases = await Databases.open()
  try {
    const databaseUrl = await databases.make('goldthread')
    const recording = await prepare(program('bench/goldthread-server'), databaseUrl)
    const file = join(folder, 'recording.json')
    writeFileSync(file, JSON.stringify(recording))
    const floorUrl = await databases.copy(databaseUrl, 'floor')
    const batchedUrl = await databases.copy(databaseUrl, 'batched')
    await open('goldthread', program('bench/goldthread-server'), databaseUrl, ['whole'])
    await open('floor', program('bench/floor-orders'), floorUrl, [file])
    await open('batched floor', program('bench/floor-orders'), batchedUrl, [file, String(engineBatch)])
    describe(recording)
    await compare()
  } finally {
    for (const { server, orders } of sides) {
      await orders.close()
      await server.stop()
    }
    await databases.close()
    await rm(folder, { recursive: true })
  }
}

/** Loads the sample operator and a larger network, and records an order once the node is warm. */
async function prepare(program: string, databaseUrl: string): Promise<Recording> {
  const server = await startProcess(program, { databaseUrl, args: ['whole'] })
  const orders = await Orders.open(server.url, databaseUrl)
  try {
    await enlargeNetwork(server.url, warmUp + (pairs + 1) * (perRound + perLoneRound) + 100)
    await orders.complete(10)
    return await record(databaseUrl, () => orders.complete(1))
  } finally {
    await orders.close()
    await server.stop()
  }
}

async function open(
  name: string,
  program: string,
  databaseUrl: string,
  args: readonly string[],
): Promise<void> {
  const server = await startProcess(program, { databaseUrl, args })
  sides.push({ name, server, databaseUrl, orders: await Orders.open(server.url, databaseUrl) })
}

function describe({ commits, ids }: Recording): void {
  const turns = commits.filter(({ isTurn }) => isTurn).length
  const size = commits
    .flatMap(({ writes }) => Object.values(writes))
    .reduce((sum, { texts }) => sum + texts.join('').length, 0)
  console.log(
    `One order: ${commits.length} commits, ${turns} of them turns of the engine; ${ids.length} documents and events of its own; ${Math.round(size / 1024)} KiB of rows`,
  )
}

async function compare(): Promise<void> {
  for (const { databaseUrl, orders } of sides) {
    await orders.complete(warmUp)
    await run(databaseUrl, 'vacuum analyze')
  }
  const many = await interleave(
    pairs,
    sides.map((side) => () => complete(side, perRound)),
  )
  const lone = await interleave(
    pairs,
    sides.map((side) => () => completeAlone(side)),
  )
  console.log(`\n${perRound} orders a round: median of ${pairs} rounds (least-most)\n`)
  const rows = [
    ['Goldthread /', 'orders/s', 'CPU of the server an order', 'lone order p50', 'lone order p99'],
  ]
  const [ours = []] = many
  const [oursAlone = []] = lone
  for (const [index, { name }] of sides.entries()) {
    if (index === 0) continue
    const floors = many[index] ?? []
    const ofLone = (share: number): Ratio =>
      ratioOf(oursAlone, lone[index] ?? [], (latencies) => quantile(latencies, share))
    rows.push([
      name,
      textOf(ratioOf(ours, floors, ({ count, seconds }) => count / seconds)),
      textOf(ratioOf(ours, floors, ({ cpu }) => cpu)),
      textOf(ofLone(0.5)),
      textOf(ofLone(0.99)),
    ])
  }
  printTable(rows)
  console.log('\nAn order:')
  for (const [index, { name, server, orders }] of sides.entries()) {
    const commits = (many[index] ?? []).map((round) => round.commits).sort((a, b) => a - b)
    const statements = await server.statementsOf(() => orders.complete(1))
    console.log(
      `  ${name}: ${quantile(commits, 0.5).toFixed(1)} commits with events among ${perRound}; ${statements.length} statements alone`,
    )
    if (process.argv.includes('--absolute')) console.log(absolute(many[index] ?? [], lone[index] ?? []))
  }
}

async function complete({ server, orders, databaseUrl }: Side, count: number): Promise<Round> {
  const before = await server.cpu()
  const [last] = await run(databaseUrl, 'select coalesce(max(seq), 0) as seq from event')
  const seconds = await orders.complete(count)
  const cpu = ((await server.cpu()) - before) / count
  const [written] = await run(
    databaseUrl,
    'select count(distinct xid)::int as commits from event where seq > $1',
    [last?.seq],
  )
  return { count, seconds, cpu, commits: Number(written?.commits) / count }
}

/** Orders one after the other; gives the milliseconds each took, ascending. */
async function completeAlone({ orders }: Side): Promise<number[]> {
  const latencies: number[] = []
  for (let index = 0; index < perLoneRound; index++) latencies.push((await orders.complete(1)) * 1000)
  return latencies.sort((a, b) => a - b)
}

function absolute(many: readonly Round[], lone: readonly (readonly number[])[]): string {
  const rates = many.map(({ count, seconds }) => (count / seconds).toFixed(0)).join(' ')
  const cpu = many.map((round) => (round.cpu / 1000).toFixed(1)).join(' ')
  const alone = lone.map((latencies) => quantile(latencies, 0.5).toFixed(1)).join(' ')
  return `    orders/s ${rates}; CPU ms ${cpu}; lone p50 ms ${alone}`
}

await main()
