/** The operations of an API's resources, from the verbs of their pages. */
import type { ApiPage, ResourcePage, Verb } from '../declare/index.ts'
import { aOrAn } from '../derive/article.ts'
import { monitorPageOf } from '../derive/monitor-page.ts'
import { patchFormats } from '../derive/patch-format.ts'
import { collectionPath } from './collection-path.ts'
import { fullExample, minimalExample } from './example.ts'
import { generationOf } from './generation.ts'
import { documentHeaders, listHeaders } from './headers.ts'
import { hubOperations } from './hub-operations.ts'
import type { Answer, Body, Method, Operation, Parameter } from './operation.ts'
import {
  fields,
  idempotencyKey,
  idParameter,
  ifMatch,
  ifNoneMatch,
  listParameters,
  path,
  prefer,
  view,
  wantedEnd,
} from './parameters.ts'
import { patchExample, replaceExample } from './patch-example.ts'
import { typeNameOf } from './type-name.ts'
import { words } from './words.ts'

/** Every operation of an API, those of its hub last. */
export function operationsOf(api: ApiPage): Operation[] {
  const resources = api.resources.flatMap((page) =>
    order.filter((verb) => page.verbs.has(verb)).map((verb) => operationOf(api, page, verb)),
  )
  return [...resources, ...hubOperations(api)]
}

const order: readonly Verb[] = ['list', 'create', 'read', 'patch', 'replace', 'remove']

/** How a verb is spelt, and which refusals it may meet beside faults of ours. */
const spelt: Readonly<
  Record<Verb, { method: Method; id: string; says: string; refusals: readonly number[] }>
> = {
  list: { method: 'GET', id: 'list', says: 'Lists or finds', refusals: [400, 406, 414] },
  create: { method: 'POST', id: 'create', says: 'Creates', refusals: [400, 406, 409, 412, 413, 415] },
  read: { method: 'GET', id: 'retrieve', says: 'Retrieves', refusals: [400, 404, 406] },
  patch: {
    method: 'PATCH',
    id: 'patch',
    says: 'Changes part of',
    refusals: [400, 403, 404, 406, 409, 412, 413, 415, 428],
  },
  replace: {
    method: 'PUT',
    id: 'update',
    says: 'Replaces',
    refusals: [400, 403, 404, 406, 409, 412, 413, 415, 428],
  },
  remove: { method: 'DELETE', id: 'delete', says: 'Deletes', refusals: [400, 404, 409, 412, 428] },
}

const isOfOne = (verb: Verb): boolean => verb !== 'list' && verb !== 'create'

function operationOf(api: ApiPage, page: ResourcePage, verb: Verb): Operation {
  const { method, id, says, refusals } = spelt[verb]
  const body = bodyOf(api, page, verb)
  return {
    id: id + page.name,
    method,
    path: collectionPath(page) + (isOfOne(verb) ? '/{id}' : ''),
    tag: page.path,
    summary: verb === 'list' ? `${says} ${page.name} resources` : `${says} ${aOrAn(page.name)}`,
    description: descriptionOf(page, verb),
    parameters: [...parametersOf(page, verb), ...(isMonitored(api, page, verb) ? [prefer] : [])],
    ...(body ? { body } : {}),
    answers: [...answersOf(page, verb), ...(isMonitored(api, page, verb) ? [monitorAnswer] : [])],
    refusals: page.facts.within && !refusals.includes(404) ? [...refusals, 404] : refusals,
    of: { page, verb },
  }
}

/** Whether a request may be answered before it is over. */
function isMonitored(api: ApiPage, page: ResourcePage, verb: Verb): boolean {
  return verb !== 'list' && verb !== 'read' && monitorPageOf(api, page) !== undefined
}

const monitorAnswer: Answer = {
  status: 202,
  description: 'Not over yet: the monitor tells what becomes of it',
  headers: ['Location', 'monitorId'],
}

function descriptionOf(page: ResourcePage, verb: Verb): string {
  switch (verb) {
    case 'list':
      return `${page.meaning}. Any attribute may be used as a filter, also with operators: attribute.gt=value.`
    case 'create':
      return page.facts.startsWork ? `${page.meaning}. Its fulfilment begins at once.` : `${page.meaning}.`
    case 'remove':
      if (page.facts.isOrder) return 'An order is deleted only when it is final.'
      return page.facts.isTask ? 'A task is deleted only while it does not run.' : `${page.meaning}.`
    default:
      return `${page.meaning}.`
  }
}

function parametersOf(page: ResourcePage, verb: Verb): Parameter[] {
  const parent = page.facts.within
  const above = parent
    ? [path(`${parent.path}Id`, `Identifier of the ${words(parent.name)} it belongs to`)]
    : []
  const one = isOfOne(verb) ? [idParameter(page)] : []
  return [...above, ...one, ...ownParameters(page, verb)]
}

function ownParameters(page: ResourcePage, verb: Verb): Parameter[] {
  switch (verb) {
    case 'list':
      return listParameters(page)
    case 'read':
      return [...view, ifNoneMatch]
    case 'create':
      return [fields, idempotencyKey, ...wantedEnd(page)]
    case 'patch':
    case 'replace':
      return [fields, ifMatch, idempotencyKey]
    case 'remove':
      return [ifMatch, idempotencyKey]
  }
}

function bodyOf(api: ApiPage, page: ResourcePage, verb: Verb): Body | undefined {
  const { createSuffix, updateSuffix } = generationOf(api)
  const description = `The ${words(page.name)}`
  if (verb === 'create') {
    const examples = { minimal: minimalExample(page), full: fullExample(page) }
    const mediaTypes = ['application/json']
    return {
      type: typeNameOf(page) + createSuffix,
      description: `${description} to create`,
      mediaTypes,
      examples,
    }
  }
  if (verb === 'patch') {
    const examples = { change: patchExample(page) ?? {} }
    return {
      type: typeNameOf(page) + updateSuffix,
      description: `What to change of it`,
      mediaTypes: Object.keys(patchFormats),
      examples,
    }
  }
  if (verb !== 'replace') return undefined
  const mediaTypes = ['application/json']
  return {
    type: typeNameOf(page) + updateSuffix,
    description,
    mediaTypes,
    examples: { full: replaceExample(page) },
  }
}

function answersOf(page: ResourcePage, verb: Verb): Answer[] {
  const body = { type: typeNameOf(page), headers: documentHeaders }
  switch (verb) {
    case 'list': {
      const list = { type: typeNameOf(page), isList: true }
      return [
        { ...list, status: 200, description: 'The resources', headers: listHeaders },
        { ...list, status: 206, description: 'Part of them', headers: [...listHeaders, 'Content-Range'] },
      ]
    }
    case 'create':
      return [{ ...body, status: 201, description: 'Created', headers: ['Location', 'ETag'] }]
    case 'read':
      return [
        { ...body, status: 200, description: 'The resource' },
        { status: 304, description: 'Not changed since', headers: ['ETag'] },
      ]
    case 'patch':
    case 'replace':
      return [{ type: typeNameOf(page), status: 200, description: 'Changed', headers: ['ETag'] }]
    case 'remove':
      return [{ status: 204, description: 'Deleted', headers: [] }]
  }
}
