import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFilter } from '../../src/derive/filter.ts'
import { list } from '../../src/resources/read.ts'
import { pageOf } from '../derive/pages.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { callerOf, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const kind = 'ProductSpecification'
const make = (id: string, version: string, lifecycleStatus = 'Active') =>
  shop.create(kind, { id, name: `Version ${version}`, version, lifecycleStatus })
const answering = async (id: string) => (await shop.read(kind, id)).document.version
const named = (id: string, version: string) => `${id}:(version=${version})`

describe('the versions of a catalogue entity', () => {
  test('live side by side under one id, and the highest in use answers for it', async () => {
    await make('fibre', '1.9')
    await make('fibre', '1.10')
    await make('fibre', '2.0', 'In design')
    expect(await answering('fibre')).toBe('1.10')
    for (const version of ['1.9', '1.10', '2.0']) {
      expect((await shop.read(kind, named('fibre', version))).document.version).toBe(version)
    }
  })

  test('change places when another comes into use or leaves it', async () => {
    await make('mobile', '1.0')
    await make('mobile', '2.0', 'In test')
    expect(await answering('mobile')).toBe('1.0')
    await shop.patch(kind, named('mobile', '2.0'), { lifecycleStatus: 'Launched' })
    expect(await answering('mobile')).toBe('2.0')
    await shop.patch(kind, 'mobile', { lifecycleStatus: 'Retired' })
    expect(await answering('mobile')).toBe('1.0')
    expect((await shop.read(kind, named('mobile', '2.0'))).document.lifecycleStatus).toBe('Retired')
  })

  test('have revisions of their own and tell their events under the one id', async () => {
    await make('tv', '1.0')
    await make('tv', '2.0')
    await shop.patch(kind, named('tv', '1.0'), { brand: 'Gold' })
    expect((await shop.read(kind, named('tv', '1.0'))).revision).toBe(2)
    expect((await shop.read(kind, 'tv')).revision).toBe(1)
    expect(await shop.told(kind, 'tv')).toEqual([
      'ProductSpecificationCreateEvent@1',
      'ProductSpecificationCreateEvent@1',
      'ProductSpecificationAttributeValueChangeEvent@2',
    ])
  })

  test('are one list entry, that of the version which answers', async () => {
    const before = await shop.count(kind)
    await make('voice', '1.0')
    await make('voice', '1.1')
    expect(await shop.count(kind)).toBe(before + 1)
  })

  test('are all listed when the query asks for versions', async () => {
    await make('listed', '7.1')
    await make('listed', '7.2')
    const found = async (query: string) => {
      const filter = parseFilter(pageOf(kind), [query])
      const asked = { filter, window: { offset: 0, limit: 10 } }
      return (await list(shop.context, pageOf(kind), asked, callerOf())).rows.map(({ id }) => id)
    }
    expect(await found('version=7.1,7.2')).toEqual(['listed', 'listed'])
    expect(await found('name=Version 7.1')).toEqual([])
  })

  test('cannot be doubled: neither by a create nor by a change', async () => {
    await make('data', '1.0')
    expect((await rejectionOf(make('data', '1.0'))).code).toBe('duplicateId')
    await make('data', '2.0')
    const refusal = await rejectionOf(shop.patch(kind, named('data', '1.0'), { version: '2.0' }))
    expect(refusal.code).toBe('duplicateId')
    expect((await shop.read(kind, named('data', '1.0'))).revision).toBe(1)
  })

  test('are removed one by one, and the next answers', async () => {
    await make('roaming', '1.0')
    await make('roaming', '2.0')
    await shop.remove(kind, named('roaming', '2.0'))
    expect(await answering('roaming')).toBe('1.0')
    await shop.remove(kind, 'roaming')
    expect((await rejectionOf(shop.read(kind, 'roaming'))).code).toBe('resourceNotFound')
    expect((await rejectionOf(shop.read(kind, named('roaming', '1.0')))).code).toBe('resourceNotFound')
  })

  test('may lose one that others refer to, as long as another stays', async () => {
    await make('bundle', '1.0')
    await make('bundle', '2.0')
    await shop.create('ProductOffering', { name: 'Offer', productSpecification: { id: 'bundle' } })
    await shop.remove(kind, named('bundle', '1.0'))
    expect((await rejectionOf(shop.remove(kind, 'bundle'))).code).toBe('resourceReferenced')
  })

  test('come by import too, and a repeat changes nothing', async () => {
    const records = ['1.0', '2.0', '3.0'].map((version) => ({ id: 'import', name: version, version }))
    expect(await shop.import(kind, records)).toEqual({ created: 3, changed: 0, unchanged: 0 })
    expect(await shop.import(kind, records)).toEqual({ created: 0, changed: 0, unchanged: 3 })
    expect(await answering('import')).toBe('3.0')
  })

  test('that do not exist are not found, and an id cannot look like one', async () => {
    await make('known', '1.0')
    expect((await rejectionOf(shop.read(kind, named('known', '7')))).code).toBe('resourceNotFound')
    expect((await rejectionOf(shop.patch(kind, named('known', '7'), { name: 'x' }))).code).toBe(
      'resourceNotFound',
    )
    expect((await rejectionOf(make(named('odd', '1'), '1'))).code).toBe('invalidFormat')
  })
})
