/** However a client says what is to change, the document and its events become the same (wire contract, section 12). */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { patchFormats } from '../../src/derive/patch-format.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { patch } from '../../src/resources/patch.ts'
import { pageOf } from '../derive/pages.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { callerOf, order, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const merge = 'application/merge-patch+json'
const operations = 'application/json-patch+json'
const query = 'application/json-patch-query+json'

function patchAs(type: string, name: string, id: string, body: unknown) {
  const format = patchFormats[type]
  if (format === undefined) throw new Error(type)
  return patch(shop.context, pageOf(name), { id }, body, callerOf(), { format })
}

describe('the same change in all four types', () => {
  const name = 'ServiceOrder'
  const attributes = {
    description: fc.constantFrom('x', 'y', 'a/b~c'),
    externalId: fc.constantFrom('PON-1', 'PON-2'),
    priority: fc.constantFrom('1', '4'),
    relatedParty: fc.array(
      fc.record({ id: fc.constantFrom('p-1', 'p-2'), role: fc.constantFrom('a', 'b') }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    note: fc.array(fc.record({ text: fc.constantFrom('call', 'slot') }), { minLength: 1, maxLength: 3 }),
    state: fc.constantFrom('acknowledged', 'held', 'pending'),
  }
  const some = fc.record(attributes, { requiredKeys: ['state'] })
  /** From where every one of those states can be reached. */
  const first = some.map((each) => ({ ...each, state: each.state === 'pending' ? 'held' : each.state }))

  /** The state last, so that a condition on the state it had holds for what comes before. */
  const differing = (before: JsonObject, after: JsonObject) =>
    Object.keys(attributes).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))

  /** What makes of one set of attributes another, as each type says it. */
  function bodies(before: JsonObject, after: JsonObject): Record<string, unknown> {
    const changes = differing(before, after)
    const patched = Object.fromEntries(changes.map((key) => [key, after[key] ?? null]))
    const operation = (key: string, path: string) => {
      if (after[key] === undefined) return { op: 'remove', path }
      return { op: before[key] === undefined ? 'add' : 'replace', path, value: after[key] }
    }
    return {
      [merge]: patched,
      'application/json': patched,
      [operations]: changes.map((key) => operation(key, `/${key}`)),
      [query]: changes.map((key) => operation(key, `/${key}?state=${before.state}`)),
    }
  }

  test('makes equal documents and equal events', async () => {
    await fc.assert(
      fc.asyncProperty(first, some, async ({ state: from, ...before }, { state: to, ...after }) => {
        const results: unknown[] = []
        for (const [type, body] of Object.entries(
          bodies({ ...before, state: from }, { ...after, state: to }),
        )) {
          const { id } = (await shop.create(name, order(before))).document
          if (from !== 'acknowledged') await patchAs(merge, name, id, { state: from })
          const { document, revision } = await patchAs(type, name, id, body)
          const { id: _id, href: _href, orderDate: _date, ...content } = document
          results.push({ content, revision, events: await shop.told(name, id) })
        }
        expect(results).toHaveLength(4)
        for (const result of results) expect(result).toEqual(results[0])
        expect(results[0]).toMatchObject({ content: { state: to } })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a patch by operations', () => {
  let id: string
  beforeEach(async () => {
    const note = [
      { id: '1', author: 'jdoe', text: 'call first' },
      { id: '2', author: 'system', text: 'slot booked' },
    ]
    id = (await shop.create('ServiceOrder', order({ description: 'x', note }))).document.id
  })

  test('does what the contract shows', async () => {
    const { document, revision } = await patchAs(query, 'ServiceOrder', id, [
      { op: 'test', path: '/state', value: 'acknowledged' },
      { op: 'add', path: '/serviceOrderItem/quantity?serviceOrderItem.id=1', value: 3 },
      { op: 'add', path: '/note', value: { author: 'ops', text: 'second CPE' } },
      { op: 'remove', path: "note[?(@.author=='system')]" },
    ])
    expect(revision).toBe(2)
    expect(document.serviceOrderItem).toMatchObject([{ id: '1', quantity: 3 }])
    expect(document.note).toEqual([
      { id: '1', author: 'jdoe', text: 'call first' },
      { id: '3', author: 'ops', text: 'second CPE' },
    ])
  })

  test('may test what the server owns, and put it where it is', async () => {
    const { orderDate, href } = (await patchAs(merge, 'ServiceOrder', id, {})).document
    const { revision } = await patchAs(operations, 'ServiceOrder', id, [
      { op: 'test', path: '/id', value: id },
      { op: 'test', path: '/orderDate', value: orderDate },
      { op: 'replace', path: '/orderDate', value: orderDate },
      { op: 'replace', path: '/href', value: `https://host${href}` },
    ])
    expect(revision).toBe(1)
  })

  test.each([
    [[{ op: 'remove', path: '/orderDate' }], 'missingAttribute'],
    [[{ op: 'replace', path: '/orderDate', value: '2026-01-01T00:00:00Z' }], 'attributeNotPatchable'],
    [[{ op: 'remove', path: '/id' }], 'attributeNotPatchable'],
    [[{ op: 'replace', path: '/href', value: '/elsewhere' }], 'attributeNotPatchable'],
    [[{ op: 'add', path: '/@type', value: 'Other' }], 'attributeNotPatchable'],
    [[{ op: 'replace', path: '', value: { description: 'y' } }], 'missingAttribute'],
    [[{ op: 'replace', path: '', value: [] }], 'invalidPatch'],
    [[{ op: 'add', path: '/desciption', value: 'y' }], 'unknownAttribute'],
    [[{ op: 'replace', path: '/description', value: 5 }], 'invalidFormat'],
    [[{ op: 'replace', path: '/note/1/id', value: '1' }], 'duplicateItemId'],
    [[{ op: 'replace', path: '/state', value: 'gone' }], 'invalidEnumValue'],
    [[{ op: 'replace', path: '/state', value: 'completed' }], 'stateTransitionNotAllowed'],
    [[{ op: 'test', path: '/state', value: 'held' }], 'patchTestFailed'],
    [[{ op: 'remove', path: '/externalId' }], 'patchTargetMissing'],
    [[{ op: 'add', path: '/a\u0000', value: 1 }], 'invalidFormat'],
    [{ description: 'y' }, 'invalidBody'],
  ])('%j is refused: %s', async (body, code) => {
    const described = [{ op: 'replace', path: '/description', value: 'z' }]
    const sent = Array.isArray(body) ? [...described, ...body] : body
    for (const type of [operations, query]) {
      expect([type, (await rejectionOf(patchAs(type, 'ServiceOrder', id, sent))).code]).toEqual([type, code])
    }
    const { document, revision } = await shop.read('ServiceOrder', id)
    expect([document.description, revision]).toEqual(['x', 1])
    expect(await shop.told('ServiceOrder', id)).toEqual(['ServiceOrderCreateEvent@1'])
  })

  test('what is wrong in every state is said before what is wrong in this one', async () => {
    const body = { state: 'completed', description: 5 }
    expect((await rejectionOf(patchAs(merge, 'ServiceOrder', id, body))).code).toBe('invalidFormat')
  })
})

describe('the number of a new item', () => {
  const add = { op: 'add', path: '/note/-', value: { text: 'new' } }
  const removeAll = { op: 'remove', path: '/note' }
  const notesOf = (document: JsonObject) => ((document.note ?? []) as JsonObject[]).map(({ id }) => id)

  async function numbers(first: readonly JsonObject[], ...patches: unknown[]): Promise<unknown[]> {
    const { id } = (
      await shop.create('ServiceOrder', order({ note: first.map((note) => ({ text: 'a', ...note })) }))
    ).document
    const given: unknown[] = []
    for (const body of patches) {
      const type = Array.isArray(body) ? operations : merge
      given.push(notesOf((await patchAs(type, 'ServiceOrder', id, body)).document).join())
    }
    return given
  }

  test('is the smallest never used, though the item that had it is long gone', async () => {
    expect(await numbers([{ text: 'a' }], [add], [removeAll], [add], [add])).toEqual(['1,2', '', '3', '3,4'])
  })

  test('fills a gap that was never used', async () => {
    expect(await numbers([{ id: '1' }, { id: '3' }], [add], [add])).toEqual(['1,3,2', '1,3,2,4'])
  })

  test('is not that of an item which goes in the same change', async () => {
    expect(await numbers([{ text: 'a' }], { note: [{ text: 'b' }] })).toEqual(['2'])
  })

  test('leaves alone what clients call by names', async () => {
    expect(
      await numbers([{ id: 'x' }, { id: '007' }], { note: [{ id: 'y', text: 'b' }, { text: 'c' }] }, [add]),
    ).toEqual(['y,1', 'y,1,2'])
  })

  test('is its own in each list of lists', async () => {
    const items = (more: JsonObject) => [
      { id: '1', action: 'add', service: {} },
      { id: '2', action: 'add', service: {}, ...more },
    ]
    const { id } = (await shop.create('ServiceOrder', { serviceOrderItem: items({}) })).document
    const body = [
      { op: 'add', path: '/serviceOrderItem/0/service/note/-', value: { text: 'a' } },
      { op: 'add', path: '/serviceOrderItem/1/service/note/-', value: { text: 'b' } },
    ]
    await patchAs(operations, 'ServiceOrder', id, body)
    const { document } = await patchAs(operations, 'ServiceOrder', id, [body[0]])
    const found = (document.serviceOrderItem as { service: JsonObject }[]).map(({ service }) =>
      notesOf(service).join(),
    )
    expect(found).toEqual(['1,2', '1'])
  })
})

describe('a document that is sent back as it was shown', () => {
  test('is what it was, with links to our own documents in it', async () => {
    const href = '/tmf-api/partyManagement/v4/individual/p-1'
    const { document } = await shop.create('Resource', { name: 'SIM', relatedParty: [{ id: 'p-1', href }] })
    const shown = JSON.parse(JSON.stringify(document).replaceAll('"/tmf-api', '"https://host/bss/tmf-api'))
    expect((await patchAs(merge, 'Resource', document.id, shown)).revision).toBe(1)
    const other = {
      relatedParty: [{ id: 'p-1', href: 'https://other/tmf-api/partyManagement/v4/individual/p-2' }],
    }
    const changed = (await patchAs(merge, 'Resource', document.id, other)).document
    expect(changed.relatedParty).toMatchObject(other.relatedParty)
  })

  test('of another API that shows the same has the link of that API', async () => {
    const page = shop.context.model.apis.find(({ number }) => number === 'TMF640')?.resources[0]
    const { document } = await shop.create('Service', {
      name: 'Fibre',
      state: 'designed',
      serviceSpecification: { id: 's' },
    })
    if (page === undefined) throw new Error('no TMF640')
    const href = `https://host${shop.context.model.hrefOf(page, document.id)}`
    const { revision } = await patch(shop.context, page, { id: document.id }, { href }, callerOf())
    expect(revision).toBe(1)
  })
})

describe('what has changed since a revision', () => {
  test('is told by attribute, with the revision of its last change', async () => {
    const { id } = (await shop.create('ServiceOrder', order({ description: 'x', priority: '1' }))).document
    await shop.patch('ServiceOrder', id, { description: 'y', priority: '2' })
    await shop.patch('ServiceOrder', id, { state: 'held', priority: '1' })
    await shop.patch('ServiceOrder', id, { note: [{ text: 'a' }] })
    const attempt = (seen: number[]) =>
      rejectionOf(shop.patch('ServiceOrder', id, { description: 'z' }, callerOf(), seen))
    const { detail } = await attempt([1])
    expect(detail.headers).toEqual({ ETag: '"4"' })
    expect(detail.errorItem).toEqual([
      { code: 'changed', path: 'description', message: 'changed in revision 2' },
      { code: 'changed', path: 'state', message: 'changed in revision 3' },
      { code: 'changed', path: 'note', message: 'changed in revision 4' },
    ])
    expect((await attempt([2, 3, 9])).detail.errorItem).toEqual([detail.errorItem?.at(-1)])
    for (const seen of [[], [9], [0]]) expect((await attempt(seen)).detail.errorItem).toBeUndefined()
  })
})
