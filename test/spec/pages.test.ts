/** What holds for every page of the information model. */
import { describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import type { FieldFacts, Lifecycle, ResourcePage } from '../../src/declare/index.ts'
import { hasOfficialFiles, OfficialFile } from './official-file.ts'
import { attributeAt, typesOf } from './walk.ts'

const pages = apis.flatMap((api) =>
  api.resources.map((page) => ({ api, page, is: `${api.number} ${page.name}` })),
)
const stateful = pages.flatMap(({ page, is }) =>
  page.lifecycle === undefined ? [] : [{ page, is, lifecycle: page.lifecycle }],
)

describe('the list of APIs', () => {
  test('is in the order of the numbers', () => {
    const numbers = apis.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort())
  })

  test('has every base path once', () => {
    expect(new Set(apis.map(({ path }) => path)).size).toBe(apis.length)
  })

  test('has every parent of a nested resource in the same API', () => {
    for (const { api, page } of pages) {
      if (page.facts.within !== undefined) expect(api.resources).toContain(page.facts.within)
    }
  })
})

describe('kinds', () => {
  test('no two resources share a kind unless they are the same thing', () => {
    const byKind = new Map<string, string[]>()
    for (const { page, is } of pages) byKind.set(page.kind, [...(byKind.get(page.kind) ?? []), is])
    expect([...byKind].filter(([, owners]) => owners.length > 1)).toEqual([
      ['ServiceCatalog', ['TMF633 ServiceCatalog', 'TMF914 ServiceCatalog']],
      ['ServiceCategory', ['TMF633 ServiceCategory', 'TMF914 ServiceCategory']],
      ['ServiceCandidate', ['TMF633 ServiceCandidate', 'TMF914 ServiceCandidate']],
      ['Service', ['TMF638 Service', 'TMF640 Service']],
      ['Resource', ['TMF639 Resource', 'TMF702 Resource']],
      ['Alarm', ['TMF642 Alarm', 'TMF908 Alarm', 'TMF915 Alarm']],
      ['ServiceTest', ['TMF653 ServiceTest', 'TMF914 ServiceTest']],
      ['ServiceTestSpecification', ['TMF653 ServiceTestSpecification', 'TMF914 ServiceTestSpecification']],
      ['Event', ['TMF688 Event', 'TMF915 Event']],
      ['Topic', ['TMF688 Topic', 'TMF915 Topic']],
      ['Userinfo', ['TMF691 Userinfo', 'TMF910 Userinfo']],
      [
        'UsageConsumptionReportRequest',
        ['TMF909 UsageConsumptionReportRequest', 'TMF914 UsageConsumptionReportRequest'],
      ],
      ['UsageConsumptionReport', ['TMF909 UsageConsumptionReport', 'TMF914 UsageConsumptionReport']],
    ])
  })

  test('two pages of the same thing agree on its lifecycle and on how it is found', () => {
    for (const { page } of pages) {
      for (const other of pages.filter((candidate) => candidate.page.kind === page.kind)) {
        expect(other.page.lifecycle).toEqual(page.lifecycle)
        expect(other.page.findBy).toEqual(page.findBy)
      }
    }
  })
})

test('every view shows documents that are there, and names attributes of both pages', () => {
  const wrong = pages.flatMap(({ page, is }) => {
    const { shows } = page.facts
    if (shows === undefined) return []
    const there = pages.find((other) => other.page.kind === shows.of)?.page
    const names = Object.entries(shows.names ?? {})
    const listed = [shows.values, shows.parts, shows.amounts].flatMap((each) => Object.keys(each ?? {}))
    return [
      ...names.flatMap(([ours, theirs]) =>
        page.fields[ours] && there?.fields[theirs] ? [] : `${is}.${ours}`,
      ),
      ...[...listed, ...(shows.lists ?? []), ...(shows.singles ?? [])].flatMap((name) =>
        page.fields[name] ? [] : `${is}.${name}`,
      ),
    ]
  })
  expect(wrong).toEqual([])
})

describe('lifecycles', () => {
  test('every closed list of states belongs to a lifecycle', () => {
    const without = pages.filter(
      ({ page }) =>
        !page.facts.shows &&
        // The state of a line moves as its order does.
        !page.facts.embeddedAs &&
        ['state', 'status'].some(
          (name) => page.fields[name]?.facts.kind === 'oneOf' && page.lifecycle?.of !== name,
        ),
    )
    expect(without.map(({ is }) => is)).toEqual([])
  })

  test.each(stateful)(
    '$is: the lifecycle names the states of its attribute, and no others',
    ({ page, lifecycle }) => {
      const states = Object.keys(lifecycle.moves)
      const values = page.fields[lifecycle.of]?.facts.values
      if (values === undefined) expect(page.fields[lifecycle.of]?.facts.kind).toBe('text')
      else expect([...states].sort()).toEqual([...values].sort())
      expect(states).toContain(lifecycle.starts)
      for (const moves of Object.values(lifecycle.moves))
        expect(states).toEqual(expect.arrayContaining(Object.keys(moves)))
    },
  )

  test.each(stateful)('$is: every state can be reached from the first', ({ lifecycle }) => {
    expect([...reachable(lifecycle)].sort()).toEqual(Object.keys(lifecycle.moves).sort())
  })

  test.each(stateful)('$is: the first state is the only default of the attribute', ({ page, lifecycle }) => {
    expect(page.fields[lifecycle.of]?.facts.fallback).toBeUndefined()
  })

  test.each(stateful)('$is: the date of the last move, if it has one, is a date', ({ page, lifecycle }) => {
    if (lifecycle.movedAt !== undefined) expect(page.fields[lifecycle.movedAt]?.facts.kind).toBe('dateTime')
  })

  test('every order and every task that can be read has a lifecycle', () => {
    const without = pages.filter(
      ({ page }) => (page.facts.isOrder || page.facts.isTask) && page.verbs.has('read') && !page.lifecycle,
    )
    expect(without.map(({ is }) => is)).toEqual([])
  })
})

describe('finding', () => {
  test.each(pages)('$is: every findBy path leads to an attribute that holds one value', ({ page }) => {
    for (const path of page.findBy) {
      const facts = attributeAt(page, path)
      expect(facts?.kind, path).toBeDefined()
      expect(['part', 'list'], path).not.toContain(facts?.kind)
    }
  })

  test('every list of documents can be found by one to five attributes', () => {
    const wrong = pages.filter(
      ({ page }) =>
        page.verbs.has('list') &&
        page.facts.embeddedAs === undefined &&
        (page.findBy.length < 1 || page.findBy.length > 5),
    )
    expect(wrong.map(({ is }) => is)).toEqual([])
  })
})

describe('attributes', () => {
  test.each(pages)('$is: every description is one short sentence', ({ page }) => {
    for (const meaning of [page.meaning, ...describedIn(page).map(({ meaning }) => meaning)]) {
      expect(meaning).toMatch(/^[A-Z].{3,98}[^.\s]$/)
    }
  })

  test.skipIf(!hasOfficialFiles)('every description is ours, not the official text', () => {
    const filed = apis.filter(({ isFromDescription }) => !isFromDescription)
    const copied = filed.flatMap((api) => {
      const file = new OfficialFile(api.number)
      return api.resources.flatMap((page) =>
        describedIn(page)
          .filter(({ type, name, meaning }) => {
            const official =
              name === undefined ? file.description(type) : file.attributes(type).get(name)?.description
            return official !== undefined && plain(official) === plain(meaning)
          })
          .map(({ type, name }) => `${api.number} ${type}.${name}`),
      )
    })
    expect(copied).toEqual([])
  })

  test.each(pages)('$is: every default is a value its attribute may hold', ({ page }) => {
    for (const { facts } of typesOf(page).flatMap(({ fields }) => Object.values(fields))) {
      if (facts.fallback !== undefined) expect(isValueOf(facts), facts.meaning).toBe(true)
    }
  })

  test.each(pages)('$is: a list that must not be empty is mandatory', ({ page }) => {
    for (const name of page.facts.nonEmpty ?? []) {
      expect(page.fields[name]?.facts).toMatchObject({ kind: 'list', isMandatory: true })
    }
  })

  test.each(pages)('$is: nobody must send the id of what may be given in full', ({ page }) => {
    for (const word of typesOf(page).filter(({ name }) => name.endsWith('RefOrValue'))) {
      expect(word.fields.id?.facts.isMandatory, word.name).not.toBe(true)
      expect(word.fields.href?.facts.isMandatory, word.name).not.toBe(true)
    }
  })
})

function reachable(lifecycle: Lifecycle): Set<string> {
  const found = new Set([lifecycle.starts])
  for (const state of found) for (const next of Object.keys(lifecycle.moves[state] ?? {})) found.add(next)
  return found
}

interface Described {
  readonly type: string
  /** Undefined for the description of the type itself. */
  readonly name?: string
  readonly meaning: string
}

function describedIn(page: ResourcePage): Described[] {
  return typesOf(page).flatMap((word) => [
    { type: word.name, meaning: word.meaning },
    ...Object.entries(word.fields).map(([name, { facts }]) => ({
      type: word.name,
      name,
      meaning: facts.meaning,
    })),
  ])
}

function plain(sentence: string): string {
  return sentence.trim().replace(/\.$/, '').toLowerCase()
}

function isValueOf({ kind, values, fallback }: FieldFacts): boolean {
  switch (kind) {
    case 'oneOf':
      return typeof fallback === 'string' && values?.includes(fallback) === true
    case 'list':
      return Array.isArray(fallback)
    case 'yesNo':
      return typeof fallback === 'boolean'
    case 'integer':
    case 'number':
      return typeof fallback === 'number'
    default:
      return typeof fallback === 'string'
  }
}
