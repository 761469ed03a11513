import { expect, test } from 'vitest'
import { Routes } from '../../src/http/routes.ts'

const orders = '/orders/v4/order'
const answer = async () => null

function routesOf(...patterns: readonly string[]): Routes {
  const routes = new Routes()
  for (const pattern of patterns) routes.get(pattern, answer)
  return routes
}

const found = (routes: Routes, target: string, method = 'GET') => {
  const { route, params } = routes.find(method, target) ?? {}
  return [route?.pattern, params]
}

test('a path is found by its steps, whatever query follows', () => {
  const routes = routesOf(orders, `${orders}/:id`)
  for (const target of [orders, `${orders}/`, `${orders}?state=held`, `${orders}/?a=/b`, `${orders}#top`]) {
    expect(found(routes, target)).toEqual([orders, {}])
  }
  expect(found(routes, `http://api.example.com${orders}/so-1?fields=id`)).toEqual([
    `${orders}/:id`,
    { id: 'so-1' },
  ])
})

test('a step in percent-encoding is the step it stands for, and a slash in it divides nothing', () => {
  const routes = routesOf(`${orders}/:id`)
  expect(found(routes, '/%6Frders/v4/order/a%2Fb%20%C3%A9%25')).toEqual([`${orders}/:id`, { id: 'a/b é%' }])
})

test('no step is empty, and none is left out', () => {
  const routes = routesOf(orders, `${orders}/:id`, `${orders}/:parent/item/:id`)
  for (const target of [
    '/',
    '',
    `${orders}//`,
    `/${orders}`,
    `${orders}//item/1`,
    `${orders}/1/item`,
    '/orders',
  ])
    expect(found(routes, target)).toEqual([undefined, undefined])
})

test('a step that is named goes before a parameter, where it leads further', () => {
  const routes = routesOf(`${orders}/:id`, `${orders}/hub`, `${orders}/:topic/hub`, `${orders}/hub/:id`)
  expect(found(routes, `${orders}/hub`)).toEqual([`${orders}/hub`, {}])
  expect(found(routes, `${orders}/hub/hub`)).toEqual([`${orders}/hub/:id`, { id: 'hub' }])
  expect(found(routes, `${orders}/t-1/hub`)).toEqual([`${orders}/:topic/hub`, { topic: 't-1' }])
})

test('of two paths that match, the one that offers the method is meant', () => {
  const routes = routesOf(`${orders}/:id`)
  routes.put(`${orders}/content`, answer)
  expect(found(routes, `${orders}/content`, 'GET')).toEqual([`${orders}/:id`, { id: 'content' }])
  expect(found(routes, `${orders}/content`, 'PUT')).toEqual([`${orders}/content`, {}])
})

test('a path is also found for a method it does not offer, to say so', () => {
  const routes = routesOf(orders)
  expect(found(routes, orders, 'DELETE')).toEqual([orders, {}])
  expect([...(routes.find('DELETE', orders)?.route.handlers.keys() ?? [])]).toEqual(['GET', 'HEAD'])
})

test('a path and method have one handler', () => {
  expect(() => routesOf(orders, orders)).toThrow(/two handlers/)
})
