/** The rules of the building (ARCHITECTURE.md): imports point down, and each thing is known in one place only. */
import { describe, expect, test } from 'vitest'
import { type SourceFile, sourceFile, sourceFiles } from './source.ts'

const floors: Readonly<Record<string, number>> = {
  declare: 0,
  apis: 1,
  client: 1,
  derive: 2,
  store: 3,
  documents: 3,
  resources: 4,
  behaviours: 5,
  orchestrator: 5,
  hub: 5,
  partners: 5,
  mobility: 5,
  access: 5,
  network: 6,
  jobs: 6,
  http: 6,
  conform: 6,
  demo: 7,
  'node.ts': 7,
  'node-behaviours.ts': 7,
  'seed.ts': 7,
  'start.ts': 7,
  'main.ts': 7,
}
/** The settings stand beside the stairs: they may know what declares and derives, and few may know them. */
const settingsFloor = 3
/** Folders of one floor do not know each other, except on the top floor, where things are put together. */
const topFloor = 7
const settings = 'settings.ts'
const mayReadSettings = ['http', 'node.ts', 'start.ts', 'demo', 'main.ts']
/** How a start is refused: known to everything that can fail to start. */
const startRefusal = 'store/start-refusal.ts'
/** The interface the orchestrator owns and the network implements. */
const adapter = 'orchestrator/adapter.ts'

const files = sourceFiles()
const placeOf = (path: string) => path.split('/')[0] ?? path
const floorOf = (path: string) => floors[placeOf(path)]

/** What is wrong about an import; undefined when it may be. */
function faultOf(from: string, to: string): string | undefined {
  const [here, there] = [placeOf(from), placeOf(to)]
  if (here === there || to === startRefusal) return undefined
  if (to === settings) return mayReadSettings.includes(here) ? undefined : 'may not know the settings'
  const [own, other] = [from === settings ? settingsFloor : floorOf(from), floorOf(to)]
  if (own === undefined || other === undefined) return 'is on no floor'
  if (here === 'network' && there === 'orchestrator' && to !== adapter) return 'may know the adapter only'
  if (other < own || (own === topFloor && other === topFloor)) return undefined
  return other === own ? 'is next door' : 'is upstairs'
}

const faults = (sources: readonly SourceFile[]) =>
  sources.flatMap(({ path, files: imported }) =>
    imported.flatMap((to) => {
      const fault = faultOf(path, to)
      return fault === undefined ? [] : [`${path} imports ${to}: ${fault}`]
    }),
  )

/** Files whose code, without comments, has a text; those of the places named are passed over. */
const filesWith = (pattern: RegExp, except: readonly string[]) =>
  files
    .filter(({ path, code }) => !except.includes(placeOf(path)) && pattern.test(code))
    .map(({ path }) => path)

const importersOf = (name: RegExp, except: readonly string[]) =>
  files
    .filter(
      ({ path, packages }) => !except.includes(placeOf(path)) && packages.some((each) => name.test(each)),
    )
    .map(({ path }) => path)

describe('the imports of a file', () => {
  test('are found in every form they have', () => {
    const text = `
      import { a,
        type B } from './a.ts'
      import * as c from '../store/c.ts'
      import type { D } from "./d.ts"
      import './e.ts'
      export * from './f.ts'
      export { g } from './g.ts'
      export type { H } from './h.ts'
      const i = await import('./i.ts')
      type J = import('./j.ts').J
      // import { no } from './comment.ts'
      /* import { no } from './comment.ts' */
      import pg from 'pg'
      const text = 'https://example.com/from \\'x\\''
    `
    const { files: found, packages } = sourceFile('http/x.ts', text)
    const names = ['a', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `http/${name}.ts`)
    expect([...found].sort()).toEqual([...names, 'store/c.ts'].sort())
    expect(packages).toEqual(['pg'])
  })

  test('lead to files there are', () => {
    const paths = new Set(files.map(({ path }) => path))
    const astray = files.flatMap(({ path, files: to }) =>
      to.filter((each) => !paths.has(each)).map((each) => [path, each]),
    )
    expect(astray).toEqual([])
    expect(files.flatMap(({ files: to }) => to).length).toBeGreaterThan(500)
  })

  test('point down', () => {
    expect(faults(files)).toEqual([])
  })

  test('that point up or next door would be found', () => {
    const wrong = [
      ['declare/x.ts', 'derive/y.ts'],
      ['store/x.ts', 'resources/y.ts'],
      ['hub/x.ts', 'orchestrator/y.ts'],
      ['orchestrator/x.ts', 'hub/y.ts'],
      ['http/x.ts', 'network/y.ts'],
      ['network/x.ts', 'orchestrator/engine.ts'],
      ['resources/x.ts', 'settings.ts'],
      ['settings.ts', 'http/x.ts'],
      ['http/x.ts', 'node.ts'],
      ['attic/x.ts', 'declare/y.ts'],
    ] as const
    for (const [from, to] of wrong) expect([from, to, faultOf(from, to)]).not.toContain(undefined)
    expect(faultOf('network/x.ts', adapter)).toBeUndefined()
    expect(faultOf('settings.ts', startRefusal)).toBeUndefined()
    expect(faultOf('main.ts', 'node.ts')).toBeUndefined()
  })

  test('do not run in circles', () => {
    const imports = new Map(files.map(({ path, files: to }) => [path, to]))
    const finished = new Set<string>()
    const circles: string[] = []
    const follow = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' -> '))
      if (above.includes(path) || finished.has(path)) return
      for (const to of imports.get(path) ?? []) follow(to, [...above, path])
      finished.add(path)
    }
    for (const { path } of files) follow(path, [])
    expect(circles).toEqual([])
  })
})

describe('what one place knows, no other does', () => {
  test('SQL is in the store', () => {
    const statement =
      /['"`]\s*(select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s+as\s*\(|create\s+(table|index)\s|truncate\s)/i
    expect(filesWith(statement, ['store'])).toEqual([])
    expect(importersOf(/^pg$/, ['store'])).toEqual([])
  })

  test('the web server is in http', () => {
    expect(importersOf(/fastify/, ['http'])).toEqual([])
    expect(importersOf(/^(node:)?(http|http2|https)$/, ['http', 'hub', 'conform', 'demo'])).toEqual([])
  })

  test('the environment is read by the settings, for main', () => {
    expect(filesWith(/process\s*\.\s*env\b/, [settings, 'main.ts'])).toEqual(handsItsEnvironmentOn)
  })

  test('main alone prints', () => {
    expect(filesWith(/\bconsole\s*\./, ['main.ts'])).toEqual([])
    expect(filesWith(/process\s*\.\s*std(out|err)\b/, ['main.ts'])).toEqual([])
  })

  test('main alone ends the process and takes its signals', () => {
    expect(filesWith(/process\s*\.\s*(exit|exitCode|on|once)\b/, ['main.ts'])).toEqual([])
  })
})

/** A program that is started gets an environment of its own: the path by which it finds others, no more. */
const handsItsEnvironmentOn = ['store/embedded/process-identity.ts', 'store/embedded/run.ts']
