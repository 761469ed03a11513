import { readFileSync } from 'node:fs'
import jsonata from 'jsonata'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { Model } from '../../src/derive/model.ts'
import { type JsonObject, validateCreate } from '../../src/derive/validate.ts'
import { ruleNames } from '../../src/orchestrator/rules.ts'
import type { Caller } from '../../src/resources/caller.ts'
import { importRecords } from '../../src/resources/import.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { type RecordFile, recordFiles, referencesOf } from './records.ts'

const model = new Model(apis)
const operators = [
  { operator: 'the sample operator', folder: 'examples/sample-operator', orders: 'examples/orders' },
  {
    operator: 'the mobile operator',
    folder: 'test/fixtures/mobile-line',
    orders: 'test/fixtures/mobile-line/orders',
  },
]
const caller: Caller = {
  tenant: 'examples',
  actor: 'test',
  correlationId: 'import',
  rights: new Set(['client', 'engine']),
}

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())

describe.each(operators)('$operator', ({ folder, orders }) => {
  const files = recordFiles(model, folder)
  const bodies = recordFiles(model, orders)

  test('imports file by file, and changes nothing the second time', async () => {
    for (const { name, records } of files) {
      const first = await importRecords(context, records, caller)
      expect({ name, ...first }).toEqual({ name, created: records.length, changed: 0, unchanged: 0 })
    }
    for (const { name, records } of files) {
      const second = await importRecords(context, records, caller)
      expect({ name, ...second }).toEqual({ name, created: 0, changed: 0, unchanged: records.length })
    }
  })

  test('gives every record an id of its own', () => {
    const keys = files.flatMap(({ records }) =>
      records.map(({ page, document }) => `${page.kind} ${document.id}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('refers only to records of the same file or an earlier one', () => {
    expect(danglingReferences(files)).toEqual([])
  })

  test('has expressions that parse and name only specifications of the catalogue', () => {
    const ids = new Set(files.flatMap(({ records }) => records.map(({ document }) => String(document.id))))
    const expressions = files.flatMap(({ records }) =>
      records.flatMap(({ document }) => expressionsIn(document)),
    )
    expect(expressions.length).toBeGreaterThan(5)
    for (const expression of expressions) {
      expect(() => jsonata(expression), expression).not.toThrow()
      const named = expression.match(/\b[rsp]spec-[a-z0-9-]+/g) ?? []
      expect(named.filter((id) => !ids.has(id))).toEqual([])
    }
  })

  test('has rules that name specifications of the catalogue', () => {
    const ids = new Set(files.flatMap(({ records }) => records.map(({ document }) => String(document.id))))
    const named = files
      .flatMap(({ records }) => records.flatMap(({ document }) => rulesOf(document)))
      .filter(({ name }) => name === 'siteResource' || name === 'test')
      .map(({ value }) => String(value))
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  test('has orders that are valid and refer to its records', () => {
    expect(bodies.length).toBeGreaterThan(0)
    for (const { name, records } of bodies) {
      for (const { page, document } of records) {
        expect(() => validateCreate(page, document), name).not.toThrow()
      }
    }
    expect(danglingReferences([...files, ...bodies])).toEqual([])
  })
})

test('the guide to catalogue rules shows JSON that parses, and names every rule there is', () => {
  const guide = readFileSync(new URL('../../docs/guides/catalogue-rules.md', import.meta.url), 'utf8')
  const blocks = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json))
  expect(blocks.length).toBeGreaterThan(0)
  for (const expression of blocks.flatMap(expressionsIn)) {
    expect(() => jsonata(expression), expression).not.toThrow()
  }
  for (const name of ruleNames) expect(guide).toContain(`| \`${name}\` |`)
})

/** References that lead nowhere, or to a later file. */
function danglingReferences(files: readonly RecordFile[]): string[] {
  const known = new Set<string>()
  return files.flatMap(({ name, records }) => {
    for (const { page, document } of records)
      known.add(String(document.id)).add(`${page.name} ${document.id}`)
    return records.flatMap((record) =>
      referencesOf(record)
        .filter(({ id, kind }) => !known.has(kind === undefined ? id : `${kind} ${id}`))
        .map(({ path, id }) => `${name}: ${path} ${id}`),
    )
  })
}

/** The texts of all expressions within a document. */
function expressionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const object = value as JsonObject
  const own = object.valueType === 'expression' ? [String(object.value)] : []
  return [...own, ...Object.values(object).flatMap(expressionsIn)]
}

interface Rule {
  readonly name: string
  readonly value: unknown
}

/** The literal rules of a specification. */
function rulesOf(document: JsonObject): Rule[] {
  const list = (document.specCharacteristic ?? document.resourceSpecCharacteristic ?? []) as JsonObject[]
  return list
    .filter((characteristic) => characteristic['@type'] === 'FulfilmentRule')
    .flatMap((characteristic) => {
      const values = (characteristic.characteristicValueSpecification ??
        characteristic.resourceSpecCharacteristicValue) as JsonObject[]
      return values
        .filter(({ valueType }) => valueType !== 'expression')
        .map(({ value }) => ({ name: String(characteristic.name), value }))
    })
}
