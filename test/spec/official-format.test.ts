/** Both formats of the official files are read alike, and what the second generation owes is found when it is missing. */
import { describe, expect, test } from 'vitest'
import { PerformanceThresholdingApi } from '../../src/apis/tmf649-performance-thresholding/index.ts'
import { ThresholdRuleRef } from '../../src/apis/tmf649-performance-thresholding/parts.ts'
import { Threshold } from '../../src/apis/tmf649-performance-thresholding/threshold.ts'
import { list, ResourcePage, reference } from '../../src/declare/index.ts'
import { differencesOf } from './differences.ts'
import { hasOfficialFiles, OfficialFile } from './official-file.ts'
import { readOfficial } from './official-format.ts'

describe('an official file', () => {
  const thing = { type: 'object', properties: { name: { type: 'string' } } }

  test('of Swagger 2.0 names the type of a body in its parameter', () => {
    const body = { in: 'body', schema: { $ref: '#/definitions/Thing_Create' } }
    const file = readOfficial({
      swagger: '2.0',
      info: { version: '4.0.0' },
      basePath: '/tmf-api/thing/v4/',
      paths: { '/thing': { post: { parameters: [body] } }, '/hub': { post: {} } },
      definitions: { Thing_Create: thing },
    })
    expect([file.generation, file.basePath]).toEqual([4, '/tmf-api/thing/v4'])
    expect([...file.operations]).toEqual([['POST /thing', 'Thing_Create']])
  })

  test('of OpenAPI 3 names it in a shared request body, and its base path in a server', () => {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing_FVO' } } }
    const file = readOfficial({
      openapi: '3.0.1',
      info: { version: '5.0.0' },
      servers: [{ url: '{root}/tmf-api/thing/v5/', variables: { root: { default: 'https://a.example' } } }],
      paths: {
        '/thing': { post: { requestBody: { $ref: '#/components/requestBodies/Thing_FVO' } } },
        '/thing/{thingId}': { get: {} },
      },
      components: { schemas: { Thing_FVO: thing }, requestBodies: { Thing_FVO: { content } } },
    })
    expect([file.generation, file.basePath]).toEqual([5, '/tmf-api/thing/v5'])
    expect([...file.operations]).toEqual([
      ['POST /thing', 'Thing_FVO'],
      ['GET /thing/{id}', undefined],
    ])
  })

  test.skipIf(!hasOfficialFiles)('tells of a type with subtypes what all of them have', () => {
    const file = new OfficialFile('TMF649')
    expect([...file.attributes('ThresholdRule').keys()]).toEqual(
      expect.arrayContaining(['severity', 'conformanceTargetUpper', 'algorithmRef']),
    )
    expect(file.attributes('Characteristic').get('value')).toMatchObject({ kind: 'any', isList: false })
    expect([...file.required('Characteristic')].sort()).toEqual(['@type', 'name', 'value'])
    expect([...file.required('PartyRefOrPartyRoleRef')].sort()).toEqual(['@type', 'id'])
  })
})

describe.skipIf(!hasOfficialFiles)('a page of the second generation', () => {
  const found = (page: ResourcePage, api = PerformanceThresholdingApi) =>
    differencesOf({ ...api, resources: [page] }).map(({ where, what }) => `${where} ${what}`)

  test('that does not ask for its type is found', () => {
    const untyped = new ResourcePage('Threshold', { ...Threshold.facts, needsType: false })
    expect(found(Threshold)).not.toContain('Threshold.@type type not asked for')
    expect(found(untyped)).toContain('Threshold.@type type not asked for')
  })

  test('with a part that does not ask for its type is found', () => {
    const Bare = reference('ThresholdRuleRef', ThresholdRuleRef.meaning, {})
    const thresholdRule = list(Bare, 'The rules that belong to it').mandatory
    const page = new ResourcePage('Threshold', {
      ...Threshold.facts,
      fields: { ...Threshold.fields, thresholdRule },
    })
    expect(found(page)).toContain('ThresholdRuleRef.@type type not asked for')
  })

  test('in an API that says it is of the first is found', () => {
    const { generation: _generation, ...first } = PerformanceThresholdingApi
    expect(found(Threshold, first)).toContain('Performance Thresholding other generation')
  })
})
