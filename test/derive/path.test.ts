import { describe, expect, test } from 'vitest'
import { fieldAt, namesAt, valuesAt } from '../../src/derive/path.ts'
import { model, pageOf } from './pages.ts'

const ServiceOrder = pageOf('ServiceOrder')
const at = (path: string) => {
  const { kind, isMany, known } = fieldAt(ServiceOrder, path.split('.'))
  return [kind, isMany, known]
}

describe('a path into a page', () => {
  test.each([
    ['state', 'oneOf', false, 1],
    ['id', 'text', false, 1],
    ['href', 'text', false, 1],
    ['@type', 'text', false, 1],
    ['orderDate', 'dateTime', false, 1],
    ['relatedParty', 'list', true, 1],
    ['relatedParty.id', 'text', true, 2],
    ['relatedParty.@type', 'text', true, 2],
    ['serviceOrderItem.quantity', 'integer', true, 2],
    ['serviceOrderItem.service.serviceSpecification.id', 'text', true, 4],
    ['serviceOrderItem.serviceOrderItem.serviceOrderItem.id', 'text', true, 4],
    ['serviceOrderItem.service.serviceCharacteristic.value', 'any', true, 4],
  ])('%s leads to a %s', (path, kind, isMany, known) => {
    expect(at(path)).toEqual([kind, isMany, known])
  })

  test('reaches below a value of any kind without knowing what is there', () => {
    expect(at('serviceOrderItem.service.serviceCharacteristic.value.unit.name')).toEqual(['any', true, 4])
  })

  test.each(['nothing', 'constructor', '__proto__', 'toString'])('%s leads nowhere', (path) => {
    expect(at(path)).toEqual(['any', false, 0])
  })

  test('is known as far as it is right', () => {
    expect(at('relatedParty.nothing.more')).toEqual(['any', true, 1])
    expect(at('state.foo')).toEqual(['oneOf', false, 1])
  })

  test('by which documents are found is known as a whole', () => {
    for (const { page } of model.collections) {
      for (const path of page.findBy) {
        const steps = path.split('.')
        expect([page.name, path, fieldAt(page, steps).known]).toEqual([page.name, path, steps.length])
      }
    }
  })
})

test('the names one may write are those of the shape the path has reached', () => {
  expect(namesAt(ServiceOrder, [])).toEqual(expect.arrayContaining(['state', 'id', 'href', '@type']))
  expect(namesAt(ServiceOrder, ['relatedParty'])).toEqual(
    expect.arrayContaining(['role', 'name', '@referredType', '@type']),
  )
})

describe('the values at a path', () => {
  const order = {
    state: 'held',
    relatedParty: [{ id: 'p-1' }, {}, { id: 'p-2' }],
    note: [],
    x: { y: { z: false } },
  }

  test.each([
    ['state', ['held']],
    ['relatedParty.id', ['p-1', 'p-2']],
    ['note.text', []],
    ['x.y.z', [false]],
    ['nothing.here', []],
    ['state.length', []],
  ])('%s are %j', (path, values) => {
    expect(valuesAt(order, path.split('.'))).toEqual(values)
  })
})
