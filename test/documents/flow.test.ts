import { expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import type { ApiPage } from '../../src/declare/index.ts'
import { fullExample } from '../../src/documents/example.ts'
import { flowOf, withVariables } from '../../src/documents/flow.ts'

function apiOf(number: string): ApiPage {
  const found = apis.find((api) => api.number === number)
  if (found === undefined) throw new Error(`no API ${number}`)
  return found
}

test('what a create must name comes first, and stays', () => {
  const { order, needed } = flowOf(apiOf('TMF641'))
  expect(order.map(({ name }) => name)).toEqual(['ServiceOrder', 'ServiceOrderItem', 'CancelServiceOrder'])
  expect([...needed].map(({ name }) => name)).toEqual(['ServiceOrder'])
})

test('what others are nested in comes first, and stays', () => {
  const { order, needed } = flowOf(apiOf('TMF701'))
  const names = order.map(({ name }) => name)
  expect(names.indexOf('ProcessFlow')).toBeLessThan(names.indexOf('TaskFlow'))
  expect([...needed].map(({ name }) => name)).toContain('ProcessFlow')
})

test('a body names what was created before it', () => {
  const api = apiOf('TMF641')
  const page = api.resources.find(({ name }) => name === 'CancelServiceOrder')
  if (page === undefined) throw new Error('no page')
  expect(withVariables(api, page, fullExample(page))).toMatchObject({
    serviceOrder: { id: '{{serviceOrderId}}' },
  })
})

test('every resource of every API has its place in the order', () => {
  for (const api of apis) expect(new Set(flowOf(api).order)).toEqual(new Set(api.resources))
})
