import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import type { ApiPage } from '../../src/declare/index.ts'
import { createSchema } from '../../src/derive/schema.ts'
import { inJson, withExternalBase } from '../../src/documents/base.ts'
import { generationOf } from '../../src/documents/generation.ts'
import { openApi } from '../../src/documents/open-api.ts'
import { schemasOf } from '../../src/documents/schemas.ts'
import { swagger } from '../../src/documents/swagger.ts'
import { typeNameOf } from '../../src/documents/type-name.ts'
import { type Difference, differencesOf } from '../spec/differences.ts'
import { OfficialFile } from '../spec/official-file.ts'
import { readOfficial } from '../spec/official-format.ts'

const base = 'https://api.example.com'

/** A description as it is answered. */
function answered(description: object, external = base) {
  return JSON.parse(withExternalBase(JSON.stringify(description), external, inJson))
}

// One for all of them: it compiles the schema of each format once.
const validator = new Validator()

/** What is wrong with a description: where it breaks its format, and which of its references lead nowhere. */
async function problemsOf(description: object): Promise<unknown[]> {
  const { errors = [] } = await validator.validate(structuredClone(description) as Record<string, unknown>)
  const pointers = [...JSON.stringify(description).matchAll(/"\$ref":"#([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  return [...[errors].flat(), ...[...new Set(pointers)].filter((pointer) => !isIn(description, pointer))]
}

function isIn(description: object, pointer: string): boolean {
  let place: unknown = description
  for (const step of pointer.slice(1).split('/'))
    place = (place as Record<string, unknown> | undefined)?.[step]
  return place !== undefined
}

const named = apis.map((api) => ({ is: `${api.number} ${api.name}`, api }))
const inSwagger = named.filter(({ api }) => generationOf(api).hasSwagger)

describe.each(named)('the OpenAPI description of $is', ({ api }) => {
  const description = answered(openApi(api))

  test('is valid', async () => {
    expect(await problemsOf(description)).toEqual([])
  })

  test('names every operation once', () => {
    const operations = Object.values<object>(description.paths).flatMap((path) => Object.values(path))
    const names = operations.map(({ operationId }) => operationId)
    expect(names).toEqual([...new Set(names)])
  })

  test('requires of a create what the server requires', () => {
    const { createSuffix } = generationOf(api)
    for (const page of api.resources.filter(({ verbs }) => verbs.has('create'))) {
      const { required = [] } = description.components.schemas[typeNameOf(page) + createSuffix]
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
    expect(await problemsOf(description)).toEqual([])
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
    // A resource of ours has a text as its id, also where a part of its name takes what others have.
    if (isOfResource && where.endsWith('.id') && what === 'kind any instead of text') return false
    return what !== 'required here' && !(what === 'missing attribute' && isOfResource)
  })
}

test('a description that breaks its format, or refers to nothing, would be found', async () => {
  const [api] = apis
  if (api === undefined) throw new Error('no API')
  const { info: _info, ...rest } = answered(openApi(api))
  expect(await problemsOf(rest)).not.toEqual([])
  const astray = { ...answered(swagger(api)), definitions: {} }
  expect(await problemsOf(astray)).toContain('/definitions/Catalog')
})

test('a description has what we serve beyond the official file', () => {
  const describing = (number: string) => {
    const api = apis.find((each) => each.number === number) as ApiPage
    return openApi(api).paths as Record<string, Record<string, { parameters?: { name: string }[] }>>
  }
  const items = describing('TMF641')['/serviceOrder/{serviceOrderId}/serviceOrderItem']
  expect(Object.keys(items ?? {})).toEqual(['get'])
  const validation = describing('TMF673')['/geographicAddressValidation']?.post
  expect(validation?.parameters?.map(({ name }) => name)).toContain('validation-result')
})

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
