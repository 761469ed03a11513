import SwaggerParser from '@apidevtools/swagger-parser'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import type { ApiPage } from '../../src/declare/index.ts'
import { createSchema, isDateTime } from '../../src/derive/schema.ts'
import { inJson, withExternalBase } from '../../src/documents/base.ts'
import { fullExample, minimalExample } from '../../src/documents/example.ts'
import { generationOf } from '../../src/documents/generation.ts'
import { openApi } from '../../src/documents/open-api.ts'
import { schemasOf } from '../../src/documents/schemas.ts'
import { swagger } from '../../src/documents/swagger.ts'
import { typeNameOf } from '../../src/documents/type-name.ts'
import { type Difference, differencesOf } from '../spec/differences.ts'
import { OfficialFile } from '../spec/official-file.ts'
import { readOfficial } from '../spec/official-format.ts'

type Description = Parameters<typeof SwaggerParser.validate>[0]

const base = 'https://api.example.com'

/** A description as it is answered. */
function answered(description: object, external = base) {
  return JSON.parse(withExternalBase(JSON.stringify(description), external, inJson))
}

const named = apis.map((api) => ({ is: `${api.number} ${api.name}`, api }))
const inSwagger = named.filter(({ api }) => generationOf(api).hasSwagger)

describe.each(named)('the OpenAPI description of $is', ({ api }) => {
  const description = answered(openApi(api))

  test('is valid', async () => {
    await SwaggerParser.validate(structuredClone(description) as Description)
  })

  test('names every operation once', () => {
    const operations = Object.values<object>(description.paths).flatMap((path) => Object.values(path))
    const names = operations.map(({ operationId }) => operationId)
    expect(names).toEqual([...new Set(names)])
  })

  test('takes the examples of every resource, and requires what the server requires', () => {
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': isDateTime, uri: true } })
    ajv.addSchema({ $id: 'description', ...description })
    const { createSuffix } = generationOf(api)
    for (const page of api.resources.filter(({ verbs }) => verbs.has('create'))) {
      const name = typeNameOf(page) + createSuffix
      const check = ajv.getSchema(`description#/components/schemas/${name}`)
      for (const body of [minimalExample(page), fullExample(page)]) {
        expect([name, check?.(body), check?.errors]).toEqual([name, true, null])
      }
      const { required = [] } = description.components.schemas[name]
      expect([...required].sort()).toEqual([...(createSchema(page).required as string[])].sort())
    }
  })

  test('says what the pages say, as far as those are compared with the official file', () => {
    // Ours is OpenAPI for both generations, and says 4 of no file.
    const file = { ...readOfficial(description), generation: api.generation ?? (4 as const) }
    expect(unmeant(api, differencesOf(api, new OfficialFile(file)))).toEqual([])
  })
})

describe.each(inSwagger)('the Swagger description of $is', ({ api }) => {
  const description = answered(swagger(api))

  test('is valid', async () => {
    await SwaggerParser.validate(structuredClone(description) as Description)
  })

  test('says what the pages say, as far as those are compared with the official file', () => {
    expect(unmeant(api, differencesOf(api, new OfficialFile(readOfficial(description))))).toEqual([])
  })
})

/**
 * Differences but those that are meant: one schema stands for a resource and for the parts of its name, as in the
 * official file; and what a client need not send is not required, also where a page marks it.
 */
function unmeant(api: ApiPage, differences: readonly Difference[]): Difference[] {
  const resources = new Set(api.resources.map(typeNameOf))
  return differences.filter(({ what, where }) => {
    const isOfResource = resources.has(where.split('.')[0] ?? '')
    return what !== 'required here' && !(what === 'missing attribute' && isOfResource)
  })
}

test('a description names the server as the client reached it', () => {
  const [api] = apis
  if (api === undefined) throw new Error('no API')
  const reached = 'https://api.example.com:8443/bss'
  expect(answered(openApi(api), reached).servers).toEqual([{ url: reached + api.path }])
  expect(answered(swagger(api), reached)).toMatchObject({
    host: 'api.example.com:8443',
    basePath: `/bss${api.path}`,
    schemes: ['https'],
  })
})

test('no API has two types of one name that differ', () => {
  const numbered = apis.flatMap((api) => Object.keys(schemasOf(api)).filter((name) => /_\d+$/.test(name)))
  expect(numbered).toEqual([])
})
