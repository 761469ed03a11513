import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { jsonPatchQuery } from '../../src/derive/json-patch-query.ts'
import { fixture } from '../support/fixture.ts'
import { pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const page = pageOf('ServiceOrder')
const order = fixture[0]
const patched = (...operations: unknown[]) => jsonPatchQuery(page, operations)(order) as JsonObject
const items = (...operations: unknown[]) =>
  (patched(...operations).serviceOrderItem as { quantity?: number; state: string }[]).map(
    ({ quantity, state }) => `${quantity} ${state}`,
  )
const notes = (...operations: unknown[]) =>
  (patched(...operations).note as { author?: string; text?: string }[] | undefined)?.map(
    ({ author, text }) => `${author}: ${text}`,
  )
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value })
const add = (path: string, value: unknown) => ({ op: 'add', path, value })
const remove = (path: string) => ({ op: 'remove', path })
const both = '1 completed,2 inProgress'

describe('a pointer with conditions', () => {
  test.each([
    ['/serviceOrderItem/quantity?serviceOrderItem.id=2', '1 completed,9 inProgress'],
    ['serviceOrderItem/quantity?serviceOrderItem.id=2', '1 completed,9 inProgress'],
    ['/serviceOrderItem/quantity?id=2', '1 completed,9 inProgress'],
    ['/serviceOrderItem/quantity?state=completed', '9 completed,2 inProgress'],
    [
      '/serviceOrderItem/quantity?serviceOrderItem.service.serviceSpecification.id=ss-cpe',
      '1 completed,9 inProgress',
    ],
    ['/serviceOrderItem/quantity?id=1&state=completed', '9 completed,2 inProgress'],
    ['/serviceOrderItem/quantity?id=1,2', '9 completed,9 inProgress'],
    ['/serviceOrderItem/quantity?id=1;id=2', '9 completed,9 inProgress'],
    ['/serviceOrderItem/quantity?id=1;2', '9 completed,9 inProgress'],
    [
      '/serviceOrderItem/quantity?serviceOrderItem.service.serviceCharacteristic.value=500',
      '9 completed,2 inProgress',
    ],
    ['/serviceOrderItem/quantity', '9 completed,9 inProgress'],
    ['/serviceOrderItem/0/quantity', '9 completed,2 inProgress'],
    ['/serviceOrderItem/1/quantity?state=inProgress', '1 completed,9 inProgress'],
  ])('%s chooses the elements they hold for', (path, result) => {
    expect(items(replace(path, 9)).join()).toBe(result)
  })

  test('is about one element: conditions that hold for different ones choose none', () => {
    const path = '/serviceOrderItem/quantity?id=1&state=inProgress'
    expect(refusalOf(() => patched(replace(path, 9))).code).toBe('patchTargetMissing')
  })

  test('may hold a semicolon in quotes', () => {
    const path = '/note/text?note.text="a;author=b"'
    const renamed = [replace('/note/text?author=jdoe', 'a;author=b'), replace(path, 'found')]
    expect(notes(...renamed)).toEqual(['jdoe: found', 'system: slot booked'])
  })

  test('may be about a list in a list', () => {
    const value = 'serviceOrderItem/service/serviceCharacteristic'
    const speed = patched(replace(`/${value}/value?name=speed&serviceOrderItem.id=1`, 1000))
    expect(JSON.stringify(speed)).toContain('{"name":"speed","value":1000}')
    const astray = replace(`/${value}/value?name=speed&serviceOrderItem.id=2`, 1000)
    expect(refusalOf(() => patched(astray)).code).toBe('patchTargetMissing')
  })

  test('without a list is about the resource', () => {
    expect(patched(replace('/description?state=inProgress', 'x')).description).toBe('x')
    expect(patched(replace('description', 'x')).description).toBe('x')
    expect(refusalOf(() => patched(replace('/description?state=held', 'x'))).code).toBe('patchTargetMissing')
  })
})

describe('a JSONPath', () => {
  test.each([
    ["serviceOrderItem[?(@.id=='2')].quantity", '1 completed,9 inProgress'],
    ["$.serviceOrderItem[?(@.id=='2')].quantity", '1 completed,9 inProgress'],
    [
      "$.serviceOrderItem[?(@.service.serviceSpecification.id=='ss-cpe')].quantity",
      '1 completed,9 inProgress',
    ],
    ["serviceOrderItem[?(@.id=='1' || @.state=='inProgress')].quantity", '9 completed,9 inProgress'],
    ["$[?(@.state=='inProgress')].serviceOrderItem[0].quantity", '9 completed,2 inProgress'],
    ['serviceOrderItem[-1].quantity', '1 completed,9 inProgress'],
    ['serviceOrderItem[*].quantity', '9 completed,9 inProgress'],
    ['serviceOrderItem.quantity', '9 completed,9 inProgress'],
    ["['serviceOrderItem'][0]['quantity']", '9 completed,2 inProgress'],
  ])('%s chooses what it selects', (path, result) => {
    for (const op of [replace, add]) expect(items(op(path, 9)).join()).toBe(result)
  })

  test('sets members that are not there yet, where their owner is', () => {
    const path = "note[?(@.author=='jdoe')].date"
    expect(refusalOf(() => patched(replace(path, '2026-03-01'))).code).toBe('patchTargetMissing')
    expect(patched(add(path, '2026-03-01')).note).toMatchObject([
      { id: '1', date: '2026-03-01' },
      { id: '2' },
    ])
    expect(patched(add('$.externalId', 'x')).externalId).toBe('x')
    const nowhere = add("note[?(@.author=='nobody')].date", '2026-03-01')
    expect(refusalOf(() => patched(nowhere)).code).toBe('patchTargetMissing')
  })

  test('removes, replaces, copies and tests what it selects', () => {
    expect(notes(remove("note[?(@.author=='system')]"))).toEqual(['jdoe: call first'])
    expect(notes(remove('note[*]'))).toEqual([])
    expect(notes(replace('note[0]', { author: 'ops' }))).toEqual(['ops: undefined', 'system: slot booked'])
    expect(notes(add('$.note', { author: 'ops', text: 'x' }))).toHaveLength(3)
    expect(patched({ op: 'copy', from: 'note[1].text', path: '/description' }).description).toBe(
      'slot booked',
    )
    const several = { op: 'copy', from: 'note.text', path: '/description' }
    expect(refusalOf(() => patched(several)).code).toBe('patchTargetAmbiguous')
    const test = { op: 'test', path: "note[?(@.id=='1')].author", value: 'jdoe' }
    expect(patched(test)).toEqual(order)
  })

  test.each<[string, RefusalCode]>([
    ['note[?(@.author==]', 'invalidJsonPath'],
    ['note[0],note[1]', 'invalidJsonPath'],
    ['$..text', 'jsonPathFeatureNotSupported'],
    ['note[0].__proto__', 'invalidAttributeName'],
    ["['constructor']", 'invalidAttributeName'],
    ['note[7]', 'patchTargetMissing'],
  ])('%s is refused: %s', (path, code) => {
    expect(refusalOf(() => patched(remove(path))).code).toBe(code)
    expect(refusalOf(() => patched(add(path, 'x'))).code).toBe(code)
  })

  test('whose predicate looks through the document again and again is refused in time', () => {
    const many = { ...order, note: Array.from({ length: 2000 }, (_, id) => ({ id: `${id}`, text: 'x' })) }
    const path = "note[?($.note[?($.note[?(@.text=='y')])])]"
    expect(refusalOf(() => jsonPatchQuery(page, [remove(path)])(many)).code).toBe('limitReached')
  })
})

describe('an operation on what is chosen', () => {
  test('removes all of it, whatever its place', () => {
    expect(notes(remove('/note?note.author=jdoe'))).toEqual(['system: slot booked'])
    expect(notes(remove('/note?note.author=jdoe,system'))).toEqual([])
    expect(notes(remove('/note/text'))).toEqual(['jdoe: undefined', 'system: undefined'])
    expect(notes(remove('/note'))).toBeUndefined()
  })

  test('adds an element to a list that is named without conditions on it', () => {
    const added = { author: 'ops', text: 'second CPE' }
    expect(notes(add('/note', added))?.at(-1)).toBe('ops: second CPE')
    expect(notes(remove('/note'), add('/note', added))).toEqual(['ops: second CPE'])
    expect(notes(add('note', added))).toHaveLength(3)
    expect(notes(add('/note/-', added))).toHaveLength(3)
    expect(notes(add('/note/0', added))?.[0]).toBe('ops: second CPE')
    const nested = patched(
      add('/serviceOrderItem/service/serviceCharacteristic?serviceOrderItem.id=2', { name: 'x' }),
    )
    expect(JSON.stringify(nested)).toContain('"serviceCharacteristic":[{"name":"x"}]')
  })

  test('sets a list in the place of a list', () => {
    expect(notes(add('/note', [{ author: 'ops', text: 'x' }]))).toEqual(['ops: x'])
  })

  test('sets a member of every element, also where it was not', () => {
    expect(
      items(remove('/serviceOrderItem/quantity?id=1'), add('/serviceOrderItem/quantity', 4)).join(),
    ).toBe('4 completed,4 inProgress')
    expect(items(add('/serviceOrderItem/quantity?id=2', 4)).join()).toBe('1 completed,4 inProgress')
  })

  test('sets a chosen element itself, and merges nothing', () => {
    for (const op of [add, replace]) {
      const changed = notes(op('/note?note.author=jdoe', { author: 'ops' }))
      expect(changed).toEqual(['ops: undefined', 'system: slot booked'])
    }
  })

  test('tests that all of it is equal', () => {
    const is = (path: string, value: unknown) => ({ op: 'test', path, value })
    expect(items(is('/serviceOrderItem/action', 'add')).join()).toBe(both)
    expect(refusalOf(() => items(is('/serviceOrderItem/state', 'completed'))).code).toBe('patchTestFailed')
    expect(refusalOf(() => items(is('/note/text?author=nobody', 'x'))).code).toBe('patchTargetMissing')
  })

  test('copies and moves one value, to every place that is chosen', () => {
    const text = '/note/text?author=jdoe'
    expect(notes({ op: 'copy', from: text, path: '/note/text?author=system' })).toEqual([
      'jdoe: call first',
      'system: call first',
    ])
    expect(notes({ op: 'move', from: text, path: '/description' })).toEqual([
      'jdoe: undefined',
      'system: slot booked',
    ])
    const several = { op: 'copy', from: '/note/text', path: '/description' }
    expect(refusalOf(() => patched(several)).code).toBe('patchTargetAmbiguous')
    const none = { op: 'move', from: '/note/text?author=nobody', path: '/description' }
    expect(refusalOf(() => patched(none)).code).toBe('patchTargetMissing')
    const within = { op: 'move', from: '/note/0', path: '/note/0/text' }
    expect(refusalOf(() => patched(within)).code).toBe('invalidPatch')
  })

  test('comes after those before it', () => {
    expect(
      notes(
        { op: 'test', path: '/state', value: 'inProgress' },
        replace('/note/author?id=2', 'jdoe'),
        remove('/note?author=jdoe'),
      ),
    ).toEqual([])
  })
})

describe('a JSON Patch Query is refused', () => {
  test.each<[string, string, RefusalCode]>([
    ['when a condition is about nothing known', '/note/text?nobody=x', 'unknownQueryAttribute'],
    ['when a condition is none', '/note/text?', 'invalidPatch'],
    ['when a condition asks for a page', '/note/text?limit=1', 'invalidPatch'],
    ['when a condition is not percent-encoded', '/note/text?author=%zz', 'invalidQuery'],
    ['when a number is compared with a text', '/serviceOrderItem/state?quantity=many', 'invalidFilterValue'],
    ['when a path reaches for a prototype', '/note/__proto__', 'invalidAttributeName'],
    ['when an element is not there', '/note/7/text', 'patchTargetMissing'],
    ['when a member is not there', '/note/date', 'patchTargetMissing'],
  ])('%s', (_why, path, code) => {
    const refusal = refusalOf(() => patched(remove(path)))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(`operation[0] (remove ${path})`)
  })

  test('when it looks at too much', () => {
    const many = { ...order, note: Array.from({ length: 20_000 }, (_, id) => ({ id: `${id}`, text: 'x' })) }
    const patch = jsonPatchQuery(page, Array(100).fill(replace('/note/text?text=y,x', 'x')))
    expect(refusalOf(() => patch(many)).code).toBe('limitReached')
  })
})
