/**
 * Where Goldthread's time goes: runs one side of a benchmark under Node's CPU profiler and prints the functions and the
 * modules with the most time of their own. `npx tsx bench/profile.ts orders`, or `post`, `get`, `list`; after these
 * three, `floor` profiles the floor instead.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './support/build.ts'
import { Databases } from './support/databases.ts'
import { load, requestBytes } from './support/load.ts'
import { startProcess } from './support/process.ts'
import { enlargeNetwork, Orders } from './support/product-orders.ts'
import { printTable } from './support/rounds.ts'
import { collection, loadedId, loadServiceOrders, order, soughtState } from './support/service-orders.ts'

const orderCount = 1_500
const loadedCount = 20_000
const milliseconds = 8_000

type Profile = Profiler.Profile
type Frame = Profiler.ProfileNode['callFrame']

const requests: Readonly<Record<string, (url: string) => (index: number) => Buffer>> = {
  post: (url) => {
    const bytes = requestBytes(url, 'POST', collection, { body: JSON.stringify(order) })
    return () => bytes
  },
  get: (url) => (index) => requestBytes(url, 'GET', `${collection}/${loadedId(index * 7_919, loadedCount)}`),
  list: (url) => () => requestBytes(url, 'GET', `${collection}?state=${soughtState}&limit=50`),
}

async function main(what: string, who = 'goldthread'): Promise<void> {
  const program = build()
  const databases = await Databases.open()
  const request = requests[what]
  try {
    const databaseUrl = await databases.make('profile')
    if (request) await loadServiceOrders(databaseUrl, 0, loadedCount)
    const args = [request ? 'requests' : 'whole']
    const server = await startProcess(program(`bench/${who}-server`), { databaseUrl, args })
    try {
      const use = request
        ? (share: number) =>
            load(server.url, {
              connections: 16,
              until: { milliseconds: share * milliseconds },
              request: request(server.url),
            })
        : await orderCompletion(server.url, databaseUrl)
      await use(0.2)
      const profile = await server.profileOf(() => use(1))
      print(profile)
      keep(profile)
    } finally {
      await server.stop()
    }
  } finally {
    await databases.close()
  }
}

async function orderCompletion(url: string, databaseUrl: string): Promise<(share: number) => Promise<void>> {
  await enlargeNetwork(url, 2 * orderCount)
  return async (share) => {
    const orders = await Orders.open(url, databaseUrl)
    await orders.complete(share * orderCount)
    await orders.close()
  }
}

function keep(profile: Profile): void {
  const file = join(mkdtempSync(join(tmpdir(), 'goldthread-profile-')), 'bench.cpuprofile')
  writeFileSync(file, JSON.stringify(profile))
  console.log(`The whole profile, for the developer tools of a browser: ${file}`)
}

function print({ nodes, samples = [], timeDeltas = [] }: Profile): void {
  const times = new Map<number, number>()
  for (const [index, id] of samples.entries()) times.set(id, (times.get(id) ?? 0) + (timeDeltas[index] ?? 0))
  const busy = nodes.filter(({ callFrame }) => callFrame.functionName !== '(idle)')
  const total = busy.reduce((sum, { id }) => sum + (times.get(id) ?? 0), 0)
  const share = (nameOf: (frame: Frame) => string, title: string) => {
    const sums = new Map<string, number>()
    for (const { id, callFrame } of busy) {
      const name = nameOf(callFrame)
      sums.set(name, (sums.get(name) ?? 0) + (times.get(id) ?? 0))
    }
    const top = [...sums].sort(([, a], [, b]) => b - a).slice(0, 25)
    printTable([
      ['share', title],
      ...top.map(([name, time]) => [`${((100 * time) / total).toFixed(1)} %`, name]),
    ])
    console.log()
  }
  share(
    ({ functionName, url, lineNumber }) =>
      `${functionName || '(anonymous)'}  ${placeOf(url)}:${lineNumber + 1}`,
    'function',
  )
  share(({ functionName, url }) => moduleOf(url) || functionName, 'module')
}

/** A file of ours, of a package, or of Node itself; empty for the garbage collector and the like. */
function placeOf(url: string): string {
  const [, own] = /goldthread-bench\/(.*)\.js$/.exec(url) ?? []
  return own ?? url.replace(/^.*node_modules\//, '')
}

function moduleOf(url: string): string {
  const place = placeOf(url)
  if (place.startsWith('src/') || place.startsWith('node:')) return place
  return place
    .split('/')
    .slice(0, place.startsWith('@') ? 2 : 1)
    .join('/')
}

await main(process.argv[2] ?? 'orders', process.argv[3])
