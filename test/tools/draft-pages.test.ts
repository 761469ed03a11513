/** Pages drafted from an official file say what the file says, in the words of our pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readArguments } from '../../tools/draft-pages/arguments.ts'
import { draftPages } from '../../tools/draft-pages/draft.ts'
import { writePages } from '../../tools/draft-pages/page.ts'
import { DraftRefusal } from '../../tools/draft-pages/refusal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldthread-draft-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = { type: 'string' }
const ref = (name: string) => ({ $ref: `#/definitions/${name}` })
const listOf = (items: object) => ({ type: 'array', items })
const reference = { id: text, href: text, name: text, '@referredType': text }

const properties = {
  id: text,
  href: { type: 'string', format: 'uri' },
  '@type': text,
  openedOn: { type: 'string', format: 'date-time' },
  'plain-text': text,
  manual: { type: 'string', format: 'uri' },
  picture: { type: 'string', format: 'base64' },
  seats: { type: 'integer' },
  weight: { type: 'number' },
  isOpen: { type: 'boolean' },
  extra: {},
  tags: listOf(text),
  state: ref('KiteState'),
  note: listOf(ref('Note')),
  owner: ref('OwnerRef'),
  parts: listOf(ref('Kite')),
}
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)))

const definitions = {
  Kite: { properties },
  Kite_Create: { properties: without('id', 'openedOn', 'state'), required: ['seats'] },
  Kite_Update: { properties: without('id', 'openedOn', 'weight') },
  KiteState: { type: 'string', enum: ['flying', 'landed '] },
  Note: { properties: { id: text, text }, required: ['text'] },
  OwnerRef: { allOf: [{ properties: reference }], properties: { role: text }, required: ['id'] },
  KiteCreateEvent: {},
  KiteStateChangeEvent: {},
  KiteAttributeValueChangeEvent: {},
  KiteTornEvent: {},
  StormEvent: {},
}
const answer = (schema: object) => ({ responses: { 200: { schema }, 400: { schema: ref('Error') } } })
const paths = {
  '/kite': { get: answer(listOf(ref('Kite'))), post: answer(ref('Kite')) },
  '/kite/{id}': { get: answer(ref('Kite')), put: answer(ref('Kite')) },
  '/hub': { post: answer(ref('EventSubscription')) },
}

/** Writes an official file of an API; what is not given is as in the file about kites. */
function writeFileOf(number: string, changes: object = {}): void {
  const info = { title: `API - Kites ${number}`, version: '4.0.0' }
  const swagger = { swagger: '2.0', info, basePath: `/kites${number}/v4/`, paths, definitions, ...changes }
  writeFileSync(join(folder, `TMF${number}-Kites-v4.0.0.json`), JSON.stringify(swagger))
}

/** Drafts pages; gives their code by path, and the warnings. */
function draft(numbers: readonly string[], meanings = '') {
  const file = join(folder, 'meanings.tsv')
  writeFileSync(file, meanings)
  const { pages, warnings } = draftPages({ specs: folder, meanings: file, numbers })
  return { pages: new Map(pages.map(({ path, code }) => [path, code])), warnings }
}

/** The draft of the file about kites alone. */
function draftKites(meanings?: string) {
  writeFileOf('901')
  const { pages, warnings } = draft(['901'], meanings)
  const page = (name: string) => pages.get(`tmf901-kites-901/${name}.ts`)
  return {
    paths: [...pages.keys()],
    kite: page('kite'),
    parts: page('parts'),
    index: page('index'),
    warnings,
  }
}

describe('the page of a resource', () => {
  test.each([
    ['a moment', "openedOn: dateTime('Kite.openedOn')"],
    ['a text whose name is no identifier', "'plain-text': text('Kite.plain-text')"],
    ['a URI', "manual: uri('Kite.manual')"],
    ['bytes', "picture: base64('Kite.picture')"],
    ['an integer', "seats: integer('Kite.seats')"],
    ['a number', "weight: number('Kite.weight')"],
    ['yes or no', "isOpen: yesNo('Kite.isOpen')"],
    ['what may be anything', "extra: any('Kite.extra')"],
    ['a list of texts', "tags: list('text', 'Kite.tags')"],
    ['a named enum', "state: oneOf(['flying', 'landed'], 'Kite.state')"],
    ['a list of parts', "note: list(Note, 'Kite.note')"],
    ['a part', "owner: part(OwnerRef, 'Kite.owner')"],
    ['a list of itself', "parts: listOfSelf('Kite.parts')"],
  ])('has a word for %s', (_, line) => {
    expect(draftKites().kite).toContain(`    ${line}`)
  })

  test.each([
    ['what neither creation nor change may give is the server’s', 'openedOn', '.serverOwned'],
    ['what only change may give comes afterwards', 'state', '.afterwards'],
    ['what only creation may give is given once', 'weight', '.once'],
    ['what creation wants is mandatory', 'seats', '.mandatory'],
    ['what both may give has no mark', 'isOpen', ''],
  ])('marks who writes a field: %s', (_, name, mark) => {
    const line = draftKites()
      .kite?.split('\n')
      .find((each) => each.startsWith(`    ${name}:`))
    expect(line?.slice(line.lastIndexOf(')') + 1)).toBe(`${mark},`)
  })

  test('leaves out what every document has', () => {
    expect(draftKites().kite).not.toMatch(/^ +('@type'|id|href):/m)
  })

  test('names its path, its verbs and its events', () => {
    const { kite } = draftKites()
    expect(kite).toContain("path: 'kite',")
    expect(kite).toContain("verbs: ['list', 'read', 'create', 'replace'],")
    expect(kite).toContain("announces: ['created', 'stateChanged', 'changed', 'KiteTornEvent'],")
  })

  test('does not list the verbs when they are the usual ones', () => {
    const kite = answer(ref('Kite'))
    const one = { get: kite, patch: kite, delete: kite }
    writeFileOf('901', { paths: { ...paths, '/kite/{id}': one } })
    expect(draft(['901']).pages.get('tmf901-kites-901/kite.ts')).not.toContain('verbs:')
  })

  test('imports the words and parts it uses', () => {
    const lines = draftKites().kite?.split('\n').slice(0, 3)
    expect(lines).toEqual([
      '/** TMF901 Kites 901 4.0.0. */',
      "import { any, base64, dateTime, integer, list, listOfSelf, number, oneOf, part, resource, text, uri, yesNo } from '../../declare/index.ts'",
      "import { Note, OwnerRef } from './parts.ts'",
    ])
  })

  test('names the resource that it stands within', () => {
    const definitionsWithTail = { ...definitions, Tail: { properties: { id: text, length: text } } }
    const pathsWithTail = { ...paths, '/kite/{kiteId}/tail': { get: answer(listOf(ref('Tail'))) } }
    writeFileOf('901', { definitions: definitionsWithTail, paths: pathsWithTail })
    const tail = draft(['901']).pages.get('tmf901-kites-901/tail.ts')
    expect(tail).toContain("import { Kite } from './kite.ts'")
    expect(tail).toContain("path: 'tail',\n  within: Kite,\n  verbs: ['list'],")
  })
})

test('an API’s folder has its own parts and an index', () => {
  const { paths: drafted, parts, index } = draftKites()
  expect(drafted).toEqual(['parts', 'kite', 'index'].map((name) => `tmf901-kites-901/${name}.ts`))
  expect(parts).toContain(
    "export const Note = type('Note', 'Note', {\n  id: itemId('Identifier within the list'),\n  text: text('Note.text').mandatory,\n})",
  )
  expect(parts).toContain(
    "export const OwnerRef = reference('OwnerRef', 'OwnerRef', {\n  role: text('OwnerRef.role'),\n})",
  )
  expect(index).toContain("export const Kites901Api = api({\n  number: 'TMF901',\n  name: 'Kites 901',")
  expect(index).toContain("path: '/kites901/v4',")
  expect(index).toContain('resources: [Kite],')
})

test('a meaning stands where there is one; what has none is warned about', () => {
  const { kite, warnings } = draftKites("Kite\tA kite\nKite.seats\tHow many one's kite carries\n")
  expect(kite).toContain("meaning: 'A kite',")
  expect(kite).toContain("seats: integer('How many one’s kite carries').mandatory,")
  expect(warnings).not.toContain('no meaning for Kite')
  expect(warnings).not.toContain('no meaning for Kite.seats')
  expect(warnings).toContain('no meaning for Kite.weight')
})

test('what a person has to look at is warned about', () => {
  const { warnings } = draftKites()
  expect(warnings.filter((warning) => !warning.startsWith('no meaning'))).toEqual([
    'TMF901: event StormEvent belongs to no resource',
    'TMF901: Kite.state wants a lifecycle',
  ])
})

describe('a type of several APIs', () => {
  const noteWith = (changes: object, required: string[] = ['text']) => ({
    definitions: { ...definitions, Note: { properties: { id: text, text, ...changes }, required } },
  })
  const parts = (number: string, pages: ReadonlyMap<string, string>) =>
    pages.get(`tmf${number}-kites-${number}/parts.ts`)

  test('is written once, to a shared shelf', () => {
    for (const number of ['901', '902']) writeFileOf(number)
    const { pages } = draft(['901', '902'])
    expect(pages.get('shared/common.ts')).toContain('export const Note = ')
    expect(parts('901', pages)).toBeUndefined()
    expect(pages.get('tmf902-kites-902/kite.ts')).toContain(
      "import { Note, OwnerRef } from '../shared/common.ts'",
    )
  })

  test('is made from the shared one where it differs a little', () => {
    for (const number of ['901', '902']) writeFileOf(number)
    writeFileOf('903', noteWith({ author: text }, []))
    const { pages } = draft(['901', '902', '903'])
    expect(parts('903', pages)).toMatch(/^import {.* Note as SharedNote } from '\.\.\/shared\/common\.ts'$/m)
    expect(parts('903', pages)).toContain(
      "export const Note = SharedNote.notNeeding('text').with({\n  author: text('Note.author'),\n})",
    )
  })

  test('is made from the shared one with new values, even where it is also mandatory', () => {
    const valued = (values: string[]) => ({ kind: { type: 'string', enum: values } })
    for (const number of ['901', '902']) writeFileOf(number, noteWith(valued(['short'])))
    writeFileOf('903', noteWith(valued(['long']), ['text', 'kind']))
    expect(parts('903', draft(['901', '902', '903']).pages)).toContain(
      "SharedNote.with({\n  kind: oneOf(['long'], 'Note.kind').mandatory,\n})",
    )
  })

  test('is written in full where it differs much', () => {
    for (const number of ['901', '902']) writeFileOf(number)
    writeFileOf('903', noteWith(Object.fromEntries([...'abcdefg'].map((name) => [name, text]))))
    expect(parts('903', draft(['901', '902', '903']).pages)).toContain("export const Note = type('Note'")
  })
})

describe('the command', () => {
  interface Ended {
    readonly code: number | null
    readonly out: string
    readonly error: string
  }

  function run(...args: string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'tools/draft-pages/main.ts', ...args])
      let [out, error] = ['', '']
      child.stdout.on('data', (chunk) => {
        out += chunk
      })
      child.stderr.on('data', (chunk) => {
        error += chunk
      })
      child.on('close', (code) => resolve({ code, out, error }))
    })
  }

  test('writes the pages into a folder of one’s choice, and the warnings to stderr', async () => {
    writeFileOf('901')
    const meanings = join(folder, 'meanings.tsv')
    writeFileSync(meanings, '')
    const target = join(folder, 'new', 'drafts')
    const { code, out, error } = await run(folder, meanings, target, '901')
    expect([code, out]).toEqual([0, ''])
    expect(error).toContain('no meaning for Kite.seats\n')
    expect(readdirSync(join(target, 'tmf901-kites-901')).sort()).toEqual(['index.ts', 'kite.ts', 'parts.ts'])
    expect(readFileSync(join(target, 'tmf901-kites-901', 'kite.ts'), 'utf8')).toBe(draftKites().kite)
  })

  test('has help', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('npx tsx tools/draft-pages/main.ts <official files> <meanings> <folder> <number> …')
  })

  test('says in one line what is wrong', async () => {
    const { code, out, error } = await run(folder)
    expect([code, out]).toEqual([1, ''])
    expect(error).toBe('Missing: the file of meanings; --help shows the order.\n')
  })
})

describe('what cannot be drafted is refused', () => {
  const at = (name: string) => join(folder, name)

  /** Does what the command does; the message of its refusal. */
  function refusalOf(args: readonly string[]): string | undefined {
    try {
      const request = readArguments(args)
      if (request !== undefined) writePages(request.target, draftPages(request).pages)
      return undefined
    } catch (error) {
      if (error instanceof DraftRefusal) return error.message
      throw error
    }
  }

  test.each([
    ['no arguments', () => [], /^Missing: the folder of official files/],
    ['no file of meanings', () => [folder], /^Missing: the file of meanings/],
    ['no folder', () => [folder, at('m')], /^Missing: the folder to write into/],
    ['no numbers', () => [folder, at('m'), at('drafts')], /^Missing: the numbers of the APIs/],
    ['a word for a number', () => [folder, at('m'), at('drafts'), 'kite'], /^kite is no API number/],
    ['an unknown flag', () => ['--fast'], /^Unknown option '--fast'/],
    ['no such folder', () => [at('x'), at('m'), at('drafts'), '901'], /^There is no folder .+x\.$/],
    ['no such meanings', () => [folder, at('x'), at('drafts'), '901'], /^There is no file of meanings at /],
    ['no such API', () => [folder, at('m'), at('drafts'), '999'], /^There is no file for TMF999 in /],
    ['no swagger 2', () => [folder, at('m'), at('drafts'), '902'], /TMF902-.+ is no swagger 2 file/],
    ['no JSON', () => [folder, at('m'), at('drafts'), '903'], /TMF903-.+ cannot be read as JSON/],
    ['no folder to write to', () => [folder, at('m'), at('m'), '901'], /^Cannot write to .+m: /],
  ])('%s', (_, args, says) => {
    writeFileSync(at('m'), '')
    writeFileOf('901')
    writeFileOf('902', { definitions: undefined })
    writeFileSync(at('TMF903-Torn.json'), '{')
    const message = refusalOf(args())
    expect(message).toMatch(says)
    expect(message?.split('\n')).toHaveLength(1)
    expect(readdirSync(folder)).not.toContain('drafts')
  })
})
