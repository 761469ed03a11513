/** A Postman collection of an API that runs from top to bottom, and the environment that says where (format 2.1). */
import { createHash } from 'node:crypto'
import type { ApiPage, ResourcePage, Verb } from '../declare/index.ts'
import { aOrAn } from '../derive/article.ts'
import type { JsonObject } from '../derive/json.ts'
import { anyBase } from './base.ts'
import { fullExample } from './example.ts'
import { flowOf, neededBy, variableOf, withVariables } from './flow.ts'
import { generationOf } from './generation.ts'
import { moveExample, patchExample, replaceExample } from './patch-example.ts'
import { type PostmanRequest, postmanItem } from './postman-request.ts'
import { words } from './words.ts'

type Json = Record<string, unknown>

/** Where the example of a subscription wants events sent; the environment has another when it must. */
const callback = 'http://localhost:9000/listener'

/** The collection of an API: a folder per resource. Its base is to be filled in. */
export function postmanCollection(api: ApiPage): Json {
  const { order, needed } = flowOf(api)
  const folders = order.map((page) => ({
    name: page.name,
    description: page.meaning,
    item: requestsOf(api, page, { isKept: needed.has(page) }).map(postmanItem),
  }))
  const last = order.filter((page) => needed.has(page) && page.verbs.has('remove')).reverse()
  const cleaning = last.map((page) => postmanItem(removal(page)))
  return {
    info: {
      _postman_id: identifier(`${api.number} collection`),
      name: `${api.number} ${api.name} ${api.version}`,
      description: `Every operation of ${api.name}, in an order that runs from top to bottom.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      ...folders,
      { name: 'Hub', description: 'Subscriptions to events', item: hubRequests(api).map(postmanItem) },
      ...(cleaning.length > 0
        ? [{ name: 'Clean up', description: 'Deletes what others needed', item: cleaning }]
        : []),
    ],
    variable: [
      { key: 'baseUrl', value: anyBase + api.path },
      { key: 'callbackUrl', value: callback },
    ],
  }
}

/** The environment of an API: where it is served. Its base is to be filled in. */
export function postmanEnvironment(api: ApiPage): Json {
  const values = { baseUrl: anyBase + api.path, callbackUrl: callback }
  return {
    id: identifier(`${api.number} environment`),
    name: `Goldthread ${api.number} ${api.name}`,
    values: Object.entries(values).map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
    _postman_variable_scope: 'environment',
  }
}

/** The same name always has the same id, so that importing a collection again replaces it. */
function identifier(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

const order: readonly Verb[] = ['create', 'list', 'read', 'patch', 'replace', 'remove']

function requestsOf(
  api: ApiPage,
  page: ResourcePage,
  { isKept }: { readonly isKept: boolean },
): PostmanRequest[] {
  return order
    .filter((verb) => page.verbs.has(verb) && !(verb === 'remove' && isKept))
    .flatMap((verb) => requestOf(api, page, verb))
}

function requestOf(api: ApiPage, page: ResourcePage, verb: Verb): PostmanRequest | readonly PostmanRequest[] {
  const name = words(page.name)
  switch (verb) {
    case 'create': {
      const value = withVariables(api, page, fullExample(page))
      const body = { mediaType: 'application/json', value }
      const then = page.verbs.has('read') ? [remember(page, 'pm.response.json().id')] : []
      const isAboutOrder = neededBy(api, page).some(({ facts }) => facts.isOrder)
      const answer = isAboutOrder ? orConflict(201, 'the order') : { statuses: [201] }
      return { ...toMany(page), name: `Create ${aOrAn(name)}`, method: 'POST', body, ...answer, then }
    }
    case 'list': {
      const then = page.verbs.has('create') ? [] : [remember(page, '(pm.response.json()[0] || {}).id')]
      const query = { offset: '0', limit: '10' }
      return {
        ...toMany(page),
        name: `List ${name} resources`,
        method: 'GET',
        query,
        statuses: [200, 206],
        then,
      }
    }
    case 'read':
      return { ...toOne(page), name: `Retrieve the ${name}`, method: 'GET', statuses: [200] }
    case 'patch':
      return [...change(page, `Change the ${name}`, patchExample(page)), ...move(page)]
    case 'replace': {
      const body = { mediaType: 'application/json', value: withVariables(api, page, replaceExample(page)) }
      return { ...toOne(page), name: `Replace the ${name}`, method: 'PUT', body, ...outcome(page, 200) }
    }
    case 'remove':
      return removal(page)
  }
}

function change(page: ResourcePage, name: string, value: JsonObject | undefined): PostmanRequest[] {
  if (value === undefined) return []
  const body = { mediaType: 'application/merge-patch+json', value }
  return [{ ...toOne(page), name, method: 'PATCH', body, ...outcome(page, 200) }]
}

function move(page: ResourcePage): PostmanRequest[] {
  const value = moveExample(page)
  const [to] = Object.values(value ?? {})
  return change(page, `Move the ${words(page.name)} to ${to}`, value)
}

function removal(page: ResourcePage): PostmanRequest {
  const then = [`pm.collectionVariables.unset('${variableOf(page)}')`]
  return {
    ...toOne(page),
    name: `Delete the ${words(page.name)}`,
    method: 'DELETE',
    ...outcome(page, 204),
    then,
  }
}

/** What moves by itself, as orders and tasks do, may be too far for what a client wants of it, or not far enough. */
function outcome(page: ResourcePage, status: number): Pick<PostmanRequest, 'statuses' | 'description'> {
  return movesItself(page) ? orConflict(status, `the ${words(page.name)}`) : { statuses: [status] }
}

function movesItself({ facts, lifecycle }: ResourcePage): boolean {
  const movers = Object.values(lifecycle?.moves[lifecycle.starts] ?? {})
  return facts.isOrder === true || facts.isTask === true || movers.some((mover) => mover !== 'client')
}

function orConflict(status: number, what: string): Pick<PostmanRequest, 'statuses' | 'description'> {
  return {
    statuses: [status, 409],
    description: `${status}, or 409 when the state of ${what} does not allow it.`,
  }
}

function toMany(page: ResourcePage): Pick<PostmanRequest, 'path' | 'wants'> {
  const parent = page.facts.within
  if (parent === undefined) return { path: `/${page.path}` }
  const variable = variableOf(parent)
  return { path: `/${parent.path}/{{${variable}}}/${page.path}`, wants: [variable] }
}

function toOne(page: ResourcePage): Pick<PostmanRequest, 'path' | 'wants'> {
  const { path, wants = [] } = toMany(page)
  const variable = variableOf(page)
  return { path: `${path}/{{${variable}}}`, wants: [...wants, variable] }
}

function remember(page: ResourcePage, expression: string): string {
  const set = `pm.collectionVariables.set('${variableOf(page)}', ${expression} || '')`
  return `if (pm.response.code < 300) ${set}`
}

function hubRequests(api: ApiPage): PostmanRequest[] {
  const { hub, typesAreSent } = generationOf(api)
  const type = typesAreSent ? { '@type': hub.output } : {}
  const body = { mediaType: 'application/json', value: { callback: '{{callbackUrl}}', ...type } }
  const one = { path: '/hub/{{hubId}}', wants: ['hubId'] }
  const description = 'The callback is the variable callbackUrl: set it to a listener of your own.'
  const then = ["if (pm.response.code < 300) pm.collectionVariables.set('hubId', pm.response.json().id)"]
  return [
    { name: 'Subscribe to events', method: 'POST', path: '/hub', body, description, statuses: [201], then },
    { name: 'List subscriptions', method: 'GET', path: '/hub', statuses: [200] },
    { ...one, name: 'Retrieve the subscription', method: 'GET', statuses: [200] },
    { ...one, name: 'End the subscription', method: 'DELETE', statuses: [204] },
  ]
}
