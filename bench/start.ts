/**
 * How long a start takes, and what a node holds at rest: a first start, on an empty database, and a later one; with the
 * embedded database and with another; beside a floor that connects, listens and does nothing else.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './support/build.ts'
import { Databases } from './support/databases.ts'
import { type Launched, launch } from './support/launch.ts'
import { interleave, printTable, quantile, ratioOf, textOf } from './support/rounds.ts'

const pairs = 5

async function main(): Promise<void> {
  const program = build()
  const databases = await Databases.open()
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-start-'))
  // As root, the server runs as another user, who must get through.
  chmodSync(folder, 0o755)
  try {
    let made = 0
    const goldthread = (data: string) =>
      launch(program('src/main'), ['--port', '0', '--data', join(folder, data)], environment())
    const byUrl = (url: string) => launch(program('src/main'), ['--port', '0'], environment(url))
    const url = await databases.makeEmpty('start')
    const ways: Readonly<Record<string, () => Promise<Launched>>> = {
      'the floor': () => launch(program('bench/floor-start'), [], environment(url)),
      'later, by URL': () => byUrl(url),
      'later, embedded': () => goldthread('again'),
      'first, by URL': async () => byUrl(await databases.makeEmpty(`first_${made++}`)),
      'first, embedded': () => goldthread(`first-${made++}`),
    }
    // The first of each is not measured: it fills the caches of the machine, and makes what later ones find.
    for (const way of Object.values(ways)) await way()
    const results = await interleave(pairs, Object.values(ways))
    print(Object.keys(ways), results)
  } finally {
    await databases.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function environment(databaseUrl?: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _given, ...others } = process.env
  return { ...others, NODE_ENV: 'production', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
}

function print(names: readonly string[], results: readonly (readonly Launched[])[]): void {
  const [floors = []] = results
  console.log(`A start / the floor: median of ${pairs} (least-most)\n`)
  const rows = results.slice(1).map((launched, index) => {
    const ratio = (figure: (each: Launched) => number) => textOf(ratioOf(launched, floors, figure))
    return [
      names[index + 1] ?? '',
      ratio(({ wall }) => wall),
      ratio(({ cpu }) => cpu),
      ratio(({ memory }) => memory),
    ]
  })
  printTable([['', 'until it serves', 'CPU until then', 'memory at rest'], ...rows])
  if (!process.argv.includes('--absolute')) return
  const median = (launched: readonly Launched[], figure: (each: Launched) => number): string =>
    quantile(
      launched.map(figure).sort((a, b) => a - b),
      0.5,
    ).toFixed(0)
  console.log()
  printTable([
    ['', 'ms', 'ms of CPU', 'MB', 'MB of its PostgreSQL'],
    ...results.map((launched, index) => [
      names[index] ?? '',
      median(launched, ({ wall }) => wall),
      median(launched, ({ cpu }) => cpu),
      median(launched, ({ memory }) => memory),
      median(launched, ({ databaseMemory }) => databaseMemory).replace('NaN', ''),
    ]),
  ])
}

await main()
