/** The description of an API in OpenAPI 3.1 (wire contract, section 25). */
import type { ApiPage } from '../declare/index.ts'
import { anyBase } from './base.ts'
import { generationOf } from './generation.ts'
import { headers } from './headers.ts'
import { listenerOperations } from './hub-operations.ts'
import { infoOf, tagsOf } from './info.ts'
import type { Answer, Operation, Parameter } from './operation.ts'
import { operationsOf } from './operations.ts'
import { allRefusedStatuses, refusedBecause, refusedStatuses } from './refused.ts'
import { schemaPrefix, schemasOf } from './schemas.ts'

type Json = Record<string, unknown>

/** The OpenAPI description of an API. Its base is to be filled in. */
export function openApi(api: ApiPage): Json {
  const operations = operationsOf(api)
  return {
    openapi: '3.1.0',
    info: infoOf(api),
    servers: [{ url: anyBase + api.path }],
    tags: tagsOf(api, operations),
    paths: pathsOf(api, operations),
    components: {
      schemas: schemasOf(api),
      responses: Object.fromEntries(
        allRefusedStatuses().map((status) => [refusedName(status), refused(api, status)]),
      ),
      headers,
    },
  }
}

const refusedName = (status: number): string => `Refused${status}`

function refused(api: ApiPage, status: number): Json {
  const schema = { $ref: `${schemaPrefix}Error` }
  return { description: refusedBecause(status), content: { [generationOf(api).jsonType]: { schema } } }
}

function pathsOf(api: ApiPage, operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = paths[operation.path] ?? {}
    paths[operation.path] = path
    path[operation.method.toLowerCase()] = {
      ...operationObject(api, operation),
      ...(operation.id === 'registerListener' ? { callbacks: callbacksOf(api) } : {}),
    }
  }
  return paths
}

/** What the server posts to a callback, for each event type. */
function callbacksOf(api: ApiPage): Json {
  return Object.fromEntries(
    listenerOperations(api).map((operation) => {
      const post = operationObject(api, operation)
      return [operation.body?.type, { '{$request.body#/callback}': { post } }]
    }),
  )
}

function operationObject(api: ApiPage, operation: Operation): Json {
  const { id, tag, summary, description, parameters, body, answers, refusals } = operation
  const isListener = operation.path.startsWith('/listener/')
  const refusing = isListener ? [] : refusedStatuses(refusals)
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(parameters.length > 0 ? { parameters: parameters.map(parameterObject) } : {}),
    ...(body ? { requestBody: bodyObject(body) } : {}),
    responses: {
      ...Object.fromEntries(answers.map((answer) => [answer.status, answerObject(api, answer)])),
      ...Object.fromEntries(
        refusing.map((status) => [status, { $ref: `#/components/responses/${refusedName(status)}` }]),
      ),
    },
  }
}

function parameterObject({ name, in: where, description, isRequired, schema }: Parameter): Json {
  return { name, in: where, description, ...(isRequired ? { required: true } : {}), schema }
}

function bodyObject({ type, description, mediaTypes, examples }: NonNullable<Operation['body']>): Json {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }])
  const whole = {
    schema: { $ref: schemaPrefix + type },
    ...(named.length > 0 ? { examples: Object.fromEntries(named) } : {}),
  }
  // The patch formats that are lists of operations.
  const listed = { schema: { type: 'array', items: { type: 'object' } } }
  const content = mediaTypes.map((each) => [each, /json-patch/.test(each) ? listed : whole])
  return { description, required: true, content: Object.fromEntries(content) }
}

function answerObject(api: ApiPage, { description, type, isList, headers: named }: Answer): Json {
  const one = { $ref: schemaPrefix + type }
  const schema = isList ? { type: 'array', items: one } : one
  return {
    description,
    ...(named.length > 0
      ? { headers: Object.fromEntries(named.map((name) => [name, { $ref: `#/components/headers/${name}` }])) }
      : {}),
    ...(type === undefined ? {} : { content: { [generationOf(api).jsonType]: { schema } } }),
  }
}
