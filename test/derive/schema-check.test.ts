/** JSON Schemas of others: what they find, that they find what another validator finds, and that they come to an end. */
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSchema } from '../../src/derive/read-schema.ts'
import { checkBySchema } from '../../src/derive/schema-check.ts'
import { refusalOf } from './refusal.ts'

/** By a name of its own: an object with a member of this name would pass for a promise. */
const then = 'then'

const findings = (schema: unknown, value: unknown, fragment?: string) =>
  checkBySchema(readSchema(schema, fragment), value, 'Thing').map(
    ({ code, path, message }) => `${code} ${path} ${message}`,
  )
const fits = (schema: unknown, value: unknown) => findings(schema, value).length === 0

describe('a schema says what is wrong, and where', () => {
  test.each<[schema: object, value: unknown, found: string[]]>([
    [{ properties: { a: { type: 'boolean' } } }, { a: 'yes' }, ['invalidFormat a must be a boolean']],
    [{ required: ['a'] }, {}, ['missingAttribute a is required']],
    [
      { properties: { a: { minLength: 1 } } },
      { a: '' },
      ['missingAttribute a is required and must not be empty'],
    ],
    [
      { properties: { a: { minLength: 3 } } },
      { a: '😀😀' },
      ['invalidFormat a must have at least 3 characters'],
    ],
    [{ properties: { a: { enum: ['x', 1] } } }, { a: 'y' }, ['invalidEnumValue a must be one of x, 1']],
    [{ properties: { a: { const: { b: 1 } } } }, { a: {} }, ['invalidEnumValue a must be {"b":1}']],
    [
      { properties: { a: { format: 'date-time' } } },
      { a: '2026-02-30' },
      ['invalidFormat a must be a date-time such as 2026-03-01T09:00:00.000Z'],
    ],
    [{ properties: { a: { pattern: '^[A-Z]+$' } } }, { a: 'a' }, ['invalidFormat a must match ^[A-Z]+$']],
    [
      { properties: { a: { items: { maximum: 1 } } } },
      { a: [1, 2] },
      ['invalidFormat a[1] must be at most 1'],
    ],
    [
      { properties: { colour: {} }, additionalProperties: false },
      { color: 1 },
      ["unknownAttribute color is not known here; did you mean 'colour'?"],
    ],
    [{ dependentRequired: { a: ['b'] } }, { a: 1 }, ['missingAttribute b is required beside a']],
    [
      { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      {},
      ['invalidFormat the body is none of what its schema allows'],
    ],
    [{ anyOf: [{ required: ['a'] }] }, {}, ['missingAttribute a is required']],
    [{ if: { required: ['a'] }, [then]: { required: ['b'] } }, { a: 1 }, ['missingAttribute b is required']],
  ])('%j finds in %j %j', (schema, value, found) => {
    expect(findings(schema, value)).toEqual(found)
  })

  test('a text that is no date at all is not one', () => {
    expect(fits({ format: 'date' }, '2026-03-01')).toBe(true)
    expect(fits({ format: 'date' }, '2026-03-01T00:00:00Z')).toBe(false)
    expect(fits({ format: 'email' }, 'whatever')).toBe(true)
  })

  test('at most a hundred findings are told', () => {
    expect(findings({ items: { type: 'string' } }, Array(1000).fill(1))).toHaveLength(100)
  })
})

const names = fc.constantFrom('a', 'b', 'c')
const count = fc.integer({ min: 0, max: 3 })
const byName = <T>(name: fc.Arbitrary<string>, of: fc.Arbitrary<T>, maxKeys: number) =>
  fc.dictionary(name, of, { maxKeys, noNullPrototype: true })

/** Schemas that say a few things about small values, and such schemas within them. */
function schemaOf(depth: number): fc.Arbitrary<object | boolean> {
  const schema =
    depth === 0
      ? fc.boolean()
      : fc.oneof(
          fc.boolean(),
          fc.constant(undefined).chain(() => schemaOf(depth - 1)),
        )
  const some = (maxLength: number) => fc.array(schema, { minLength: 1, maxLength })
  const rules: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    type: fc.oneof(
      fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object'),
      fc.uniqueArray(fc.constantFrom('string', 'integer', 'array', 'object'), { minLength: 1 }),
    ),
    enum: fc.uniqueArray(fc.constantFrom<unknown>('x', '', 1, null), { minLength: 1 }),
    const: fc.constantFrom<unknown>('x', 1, null, [], {}),
    minimum: count,
    exclusiveMaximum: count,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minLength: count,
    maxLength: count,
    pattern: fc.constantFrom('^x', 'y$', '[xy]{2}'),
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    items: fc.oneof(schema, some(2)),
    additionalItems: schema,
    minProperties: count,
    maxProperties: count,
    required: fc.uniqueArray(names, { maxLength: 2 }),
    properties: byName(names, schema, 2),
    patternProperties: byName(fc.constantFrom('^a', 'b|c'), schema, 1),
    additionalProperties: schema,
    propertyNames: fc.constantFrom({ maxLength: 1 }, { enum: ['a', 'b'] }),
    dependencies: byName(names, fc.oneof(schema, fc.uniqueArray(names, { maxLength: 1 })), 1),
    allOf: some(2),
    anyOf: some(3),
    oneOf: some(3),
    not: schema,
    if: schema,
    [then]: schema,
    else: schema,
  }
  const rule = fc
    .constantFrom(...Object.keys(rules))
    .chain((name) => fc.tuple(fc.constant(name), rules[name] as fc.Arbitrary<unknown>))
  return (
    fc
      .uniqueArray(rule, { selector: ([name]) => name, maxLength: 4 })
      .map((entries): object => Object.fromEntries(entries))
      // With both, the other validator takes an empty list for one that contains something.
      .filter((rules) => !('contains' in rules && 'prefixItems' in rules))
  )
}
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, 2.5, '', 'x', 'xy', 'yyx'),
    fc.array(tie('value'), { maxLength: 3 }),
    byName(fc.constantFrom('a', 'b', 'c', 'ab'), tie('value'), 3),
  ),
})).value

test.each<[schema: object, value: unknown, isFitting: boolean]>([
  [{ prefixItems: [{ type: 'string' }], unevaluatedItems: false }, ['x'], true],
  [{ prefixItems: [{ type: 'string' }], unevaluatedItems: false }, ['x', 1], false],
  [{ contains: { type: 'string' }, unevaluatedItems: { type: 'integer' } }, [1, 'x'], true],
  [
    { anyOf: [{ prefixItems: [true, { const: 1 }] }, { prefixItems: [true] }], unevaluatedItems: false },
    [0, 2],
    false,
  ],
  [{ anyOf: [{ contains: false }, {}], unevaluatedItems: { type: 'null' } }, [{}], false],
  [{ anyOf: [{ unevaluatedItems: {} }, false], unevaluatedItems: false }, [[], {}], true],
  [{ allOf: [{ items: true }], unevaluatedItems: false }, [1, 2], true],
  [{ not: { not: { items: true } }, unevaluatedItems: false }, [1], false],
  [{ dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, false],
  [{ contains: { type: 'string' } }, [], false],
  [{ prefixItems: [{ type: 'null' }], contains: true }, [], false],
  [{ contains: { type: 'string' }, minContains: 0 }, [], true],
  [{ contains: { type: 'string' }, minContains: 2 }, ['x', 1, 'y'], true],
  [{ contains: { type: 'string' }, maxContains: 1 }, ['x', 1, 'y'], false],
  [{ properties: { a: true }, unevaluatedProperties: false }, { a: 1 }, true],
  [{ properties: { a: true }, unevaluatedProperties: false }, { b: 1 }, false],
  [{ allOf: [{ properties: { a: true } }], unevaluatedProperties: false }, { a: 1 }, true],
  [
    { $defs: { base: { properties: { a: true } } }, $ref: '#/$defs/base', unevaluatedProperties: false },
    { a: 1, b: 1 },
    false,
  ],
  [
    { anyOf: [{ required: ['b'], properties: { a: true } }, {}], unevaluatedProperties: false },
    { a: 1 },
    false,
  ],
  [{ if: { patternProperties: { '^a': {} } }, unevaluatedProperties: { type: 'string' } }, { a: {} }, true],
  [{ additionalProperties: { type: 'integer' }, unevaluatedProperties: false }, { a: 1 }, true],
  [{ properties: { a: { properties: { b: true } } }, unevaluatedProperties: false }, { a: { c: 1 } }, true],
])('what the other validator errs about: %j, %j, %j', (schema, value, isFitting) => {
  expect(fits(schema, value)).toBe(isFitting)
})

describe('what fits a schema here fits it by another validator', () => {
  const options = { strict: false, logger: false, validateFormats: false } as const

  test('in any schema of draft-07', () => {
    const ajv = new Ajv(options)
    fc.assert(
      fc.property(schemaOf(2), fc.array(anyValue, { minLength: 5, maxLength: 20 }), (schema, values) => {
        // A schema that is true or false stands for the whole document only here.
        const whole = typeof schema === 'boolean' ? { allOf: [schema] } : schema
        const isValid = ajv.compile(whole)
        for (const value of values) {
          expect(fits(whole, value), JSON.stringify({ whole, value })).toBe(isValid(value))
        }
      }),
      { numRuns: 500 },
    )
  })

  const older = {
    definitions: {
      Name: { $id: '#Name', type: 'string' },
      Pair: { items: [{ $ref: '#Name' }, true], additionalItems: false },
    },
    properties: { pair: { $ref: '#/definitions/Pair' }, both: { $ref: '#' } },
    dependencies: { a: ['b'], c: { required: ['d'] } },
  }
  test.each([
    ['draft-07', 'http://json-schema.org/draft-07/schema#', new Ajv(options)],
    ['2019-09', 'https://json-schema.org/draft/2019-09/schema', new Ajv2019(options)],
  ])('in the dialect of %s', (dialect, $schema, ajv) => {
    const name = dialect === '2019-09' ? { $anchor: 'Name', type: 'string' } : older.definitions.Name
    const schema = { $schema, ...older, definitions: { ...older.definitions, Name: name } }
    const isValid = ajv.compile(schema)
    const values = [
      { pair: ['x', 1] },
      { pair: [1] },
      { pair: ['x', 1, 2] },
      { both: { pair: [1] } },
      { a: 1 },
      { a: 1, b: 1 },
      { c: 1 },
      { c: 1, d: 1 },
    ]
    for (const value of values) expect(fits(schema, value), JSON.stringify(value)).toBe(isValid(value))
  })
})

describe('a schema that asks for endless work is given up', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => {
      const next = { $ref: `#/$defs/d${index + 1}` }
      return [`d${index}`, { anyOf: [{ allOf: [next, { not: true }] }, next] }]
    }),
  )
  const many = Array.from({ length: 100_000 }, (_, index) => ({ index }))

  test.each<[what: string, schema: object, value: unknown]>([
    ['that applies itself to the same value', { $ref: '#' }, {}],
    ['that does so twice', { anyOf: [{ $ref: '#', not: {} }, { $ref: '#' }] }, {}],
    ['of choices within choices', { $defs: { ...doubling, d60: { not: true } }, $ref: '#/$defs/d0' }, {}],
    [
      'of many choices for many elements',
      { items: { anyOf: Array.from({ length: 400 }, (_, each) => ({ const: each })) } },
      many,
    ],
    ['of elements that must differ', { items: { uniqueItems: true } }, Array(100).fill(many)],
    [
      'of a pattern that makes other engines go back and forth',
      { items: { pattern: '^(a+)+$' } },
      Array(100).fill(`${'a'.repeat(30_000)}b`),
    ],
    [
      'of a long text measured again and again',
      { allOf: Array(900).fill({ minLength: 9_000_000 }) },
      'x'.repeat(10_000_000),
    ],
  ])('%s', (_what, schema, value) => {
    const { code, message } = refusalOf(() => findings(schema, value))
    expect([code, message]).toEqual([
      'validationFailed',
      'To check a Thing by its schema takes too much work',
    ])
  })

  test('a value that is merely large is checked', () => {
    expect(fits({ items: { properties: { index: { type: 'integer' } } } }, many.slice(0, 20_000))).toBe(true)
  })
})

describe('a schema is refused', () => {
  test.each<[why: string, schema: unknown, message: string]>([
    ['that is none', 'x', 'a schema must be a JSON object'],
    [
      'of another dialect',
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      'write it in draft-07, 2019-09 or 2020-12',
    ],
    [
      'that leads elsewhere',
      { allOf: [{ $ref: 'https://example.com/a.json#/x' }] },
      "/allOf/0/$ref 'https://example.com/a.json#/x' leads out of the schema",
    ],
    ['that leads nowhere', { $ref: '#/$defs/a' }, "/$ref nothing is at '#/$defs/a'"],
    ['that names what is not there', { $ref: '#Order' }, "nothing in the schema is called '#Order'"],
    ['with identifiers within', { $defs: { a: { $id: 'https://example.com/a' } } }, '/$defs/a has a $id'],
    [
      'of a type there is not',
      { properties: { a: { type: 'text' } } },
      '/properties/a/type must be among null, boolean',
    ],
    ['of attributes that are none', { properties: [] }, '/properties must be an object'],
    ['of a part that is none', { properties: { a: 1 } }, '/properties/a must be a schema'],
    [
      'with a pattern that is not offered',
      { properties: { a: { pattern: '(?=x)' } } },
      '/properties/a/pattern is refused',
    ],
    [
      'with a name for a pattern that is not offered',
      { patternProperties: { '(a)\\1': {} } },
      '/patternProperties is refused',
    ],
    ['of references that depend on who asks', { $dynamicRef: '#a' }, '/$dynamicRef is not offered'],
    ['of a size that is no number', { maxLength: '1' }, '/maxLength must be an integer'],
    ['with more schemas than anyone writes', { allOf: Array(6000).fill({}) }, 'more than 5000 schemas'],
  ])('%s', (_why, schema, message) => {
    const refusal = refusalOf(() => readSchema(schema))
    expect([refusal.code, refusal.message]).toEqual(['invalidSchema', expect.stringContaining(message)])
  })
})
