/** The description of a v4 API in Swagger 2.0, the format of the official files (wire contract, section 25). */
import type { ApiPage } from '../declare/index.ts'
import type { JsonSchema } from '../derive/schema.ts'
import { anyHost, anyPrefix, anyScheme } from './base.ts'
import { generationOf } from './generation.ts'
import { headers } from './headers.ts'
import { listenerOperations } from './hub-operations.ts'
import { infoOf, tagsOf } from './info.ts'
import type { Answer, Operation, Parameter } from './operation.ts'
import { operationsOf } from './operations.ts'
import { refusedBecause, refusedStatuses } from './refused.ts'
import { schemaPrefix, schemasOf } from './schemas.ts'

type Json = Record<string, unknown>

/** The Swagger description of an API. Its base is to be filled in. */
export function swagger(api: ApiPage): Json {
  const operations = [...operationsOf(api), ...listenerOperations(api)]
  const { jsonType } = generationOf(api)
  return {
    swagger: '2.0',
    info: infoOf(api),
    host: anyHost,
    basePath: anyPrefix + api.path,
    schemes: [anyScheme],
    consumes: [jsonType],
    produces: [jsonType],
    tags: tagsOf(api, operations),
    paths: pathsOf(operations),
    definitions: Object.fromEntries(
      Object.entries(schemasOf(api)).map(([name, schema]) => [name, inSwagger(schema)]),
    ),
  }
}

function pathsOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = paths[operation.path] ?? {}
    paths[operation.path] = path
    path[operation.method.toLowerCase()] = operationObject(operation)
  }
  return paths
}

function operationObject(operation: Operation): Json {
  const { id, tag, summary, description, parameters, body, answers, refusals } = operation
  const refusing = operation.path.startsWith('/listener/') ? [] : refusedStatuses(refusals)
  const isPlain = body === undefined || body.mediaTypes.length === 1
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(isPlain ? {} : { consumes: body.mediaTypes }),
    parameters: [...parameters.map(parameterObject), ...(body ? [bodyParameter(operation.tag, body)] : [])],
    responses: {
      ...Object.fromEntries(answers.map((answer) => [answer.status, answerObject(answer)])),
      ...Object.fromEntries(
        refusing.map((status) => [
          status,
          { description: refusedBecause(status), schema: { $ref: '#/definitions/Error' } },
        ]),
      ),
    },
  }
}

function parameterObject({ name, in: where, description, isRequired, schema }: Parameter): Json {
  return { name, in: where, description, required: isRequired === true, ...schema }
}

function bodyParameter(tag: string, { type, description }: NonNullable<Operation['body']>): Json {
  const name = /\s/.test(tag) ? 'data' : tag
  return { name, in: 'body', description, required: true, schema: { $ref: `#/definitions/${type}` } }
}

function answerObject({ description, type, isList, headers: named }: Answer): Json {
  const one = { $ref: `#/definitions/${type}` }
  const told = named.map((name): [string, Json] => {
    return [name, { description: headers[name]?.description, ...headers[name]?.schema }]
  })
  return {
    description,
    ...(told.length > 0 ? { headers: Object.fromEntries(told) } : {}),
    ...(type === undefined ? {} : { schema: isList ? { type: 'array', items: one } : one }),
  }
}

/** A schema in the older dialect: references are called otherwise, and so is a text in base64. */
function inSwagger(schema: JsonSchema): JsonSchema {
  const written: JsonSchema = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref') written.$ref = String(value).replace(schemaPrefix, '#/definitions/')
    else if (keyword === 'contentEncoding') written.format = 'byte'
    else if (keyword === 'properties') {
      const properties = Object.entries(value as Record<string, JsonSchema>)
      written.properties = Object.fromEntries(properties.map(([name, each]) => [name, inSwagger(each)]))
    } else if (keyword === 'items') written.items = inSwagger(value as JsonSchema)
    else if (keyword === 'allOf') written.allOf = (value as JsonSchema[]).map(inSwagger)
    // Only an attribute that every body has could be one here.
    else if (keyword === 'discriminator') continue
    else written[keyword] = value
  }
  return written
}
