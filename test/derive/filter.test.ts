/** How a query string is read: its conditions, its JSONPaths and its order (wire contract, sections 9 to 11). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/declare/index.ts'
import { arrange } from '../../src/derive/arrange.ts'
import type { AttributeFilter } from '../../src/derive/condition.ts'
import { parseFilter } from '../../src/derive/filter.ts'
import { readInstant, readInstants, readNumber } from '../../src/derive/literal.ts'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { RegisteredType } from '../../src/derive/registered-type.ts'
import { isDateTime } from '../../src/derive/schema.ts'
import { parseSort } from '../../src/derive/sort.ts'
import { TypeTable } from '../../src/derive/type-table.ts'
import { businessServiceOrder, fixture, serviceOrders } from '../support/fixture.ts'
import { barelyEncoded, found, fullyEncoded, refused } from '../support/query-tables.ts'
import { model, pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const types = new TypeTable(model.pages, [new RegisteredType(businessServiceOrder)])
const ServiceOrder = types.pageOf(pageOf('ServiceOrder'))
const read = (query: string): AttributeFilter => parseFilter(ServiceOrder, parseQuery(query).conditions)
const entries = fixture.map((order, index) => {
  const document = { href: `${serviceOrders}/${order.id}`, ...order }
  return { row: order.id.slice(3), document, sequence: String(index) }
})
/** The fixture as a list would show it. */
const listed = (query: string): string => {
  const parsed = parseQuery(query)
  const sort = parseSort(ServiceOrder, parsed.parameters.get('sort') ?? [])
  const all = arrange(ServiceOrder, { filter: parseQueryFilter(ServiceOrder, parsed), sort }, entries)
  return all.map(({ row }) => row).join(' ')
}
/** A filter as text: groups joined by `&`, conditions by `;`, values by `|`; `!` says that it is negated. */
const shown = (query: string) =>
  read(query)
    .map((group) =>
      group
        .map(({ path, operator, isNegated, values }) => {
          const symbol = `${isNegated ? '!' : ''}${operator === 'eq' ? '=' : `.${operator}=`}`
          return `${path.join('.')}${symbol}${values.join('|')}`
        })
        .join(';'),
    )
    .join('&')

describe.each([
  ['as it is', barelyEncoded],
  ['percent-encoded', fullyEncoded],
])('a query written %s', (_how, write) => {
  test.each(found)('%s finds %s', (query, ids) => {
    expect(listed(write(query))).toBe(ids)
  })

  test.each(refused)('%s is refused with %i as %s', (query, status, code) => {
    expect(refusalOf(() => listed(write(query)))).toMatchObject({ status, code })
  })
})

describe('a filter is read', () => {
  test.each([
    // Different attributes must all hold; the same again, or a semicolon, means any of them.
    ['state=a;priority=b&externalId=c', 'state=a;priority=b&externalId=c'],
    ['state=a&priority=b&state=c', 'state=a;state=c&priority=b'],
    ['state=a&state.eq=b', 'state=a;state=b'],
    // A piece after a semicolon is a value unless it is a condition on an attribute there is.
    ['description=a;b=c', 'description=a|b=c'],
    ['description=a;b>c', 'description=a|b>c'],
    ['description=a;state', 'description=a|state'],
    ['description=a;state=c', 'description=a;state=c'],
    // Quotes take separators in, escapes too.
    ['description="a,b;c"', 'description=a,b;c'],
    ['description="a,b","c"', 'description=a,b|c'],
    ['description=a\\;b\\,c\\\\d\\"e', 'description=a;b,c\\d"e'],
    ['description="a\\b"', 'description=a\\b'],
    ["description=it's", "description=it's"],
    ['description="a', 'description="a'],
    ['description=', 'description='],
    ['description=,', 'description=|'],
    ['description.in=a,b;c', 'description=a|b|c'],
    // What is repeated with the same operator means any of them, or none of them.
    ['state.ne=a,b&state.ne=c', 'state!=a|b|c'],
    ['state.ne=a;state.ne=b', 'state!=a;state!=b'],
    ['state!=a&state.nin=b', 'state!=a&state!=b'],
    ['state=a&state.in=b', 'state=a&state=b'],
    ['orderDate>2026-03-01&orderDate.gt=2026-04-01', 'orderDate.gt=2026-03-01;orderDate.gt=2026-04-01'],
    ['orderDate.gt=2026-03-01;2026-04-01', 'orderDate.gt=2026-03-01|2026-04-01'],
    ['orderDate>=2026-03-01&orderDate<2026-04-01', 'orderDate.gte=2026-03-01&orderDate.lt=2026-04-01'],
    // A comma separates values only where there can be several.
    ['description.contains=a,b', 'description.contains=a,b'],
    ['description.gt=a,b', 'description.gt=a,b'],
    ['description.between=a,b', 'description.between=a|b'],
    ['description.like="a;b"', 'description.matches=a;b'],
    ['priority.isnull=true', 'priority!.there='],
    ['priority.isnull=false', 'priority.there='],
    ['priority.isnotnull=false', 'priority!.there='],
    // A suffix is an operator unless the longer path is an attribute.
    [
      'serviceOrderItem.service.serviceCharacteristic.value.gt=5',
      'serviceOrderItem.service.serviceCharacteristic.value.gt=5',
    ],
    [
      'serviceOrderItem.service.serviceCharacteristic.value.size=5',
      'serviceOrderItem.service.serviceCharacteristic.value.size=5',
    ],
    ['description=a==b', 'description=a==b'],
    ['description= a ', 'description= a '],
    // The query string is decoded once, before anything else.
    ['description=a+b%20c%2Bd', 'description=a b c+d'],
    ['description=%C3%A9%F0%9D%84%9E', 'description=é𝄞'],
    ['descri%70tion=a', 'description=a'],
    ['description%3Da', 'description=a'],
    ['&&state=a&', 'state=a'],
    ['_=1712&_cache=x&state=a', 'state=a'],
  ])('%s as %s', (query, expected) => {
    expect(shown(query)).toBe(expected)
  })

  test('without the parameters that have another meaning', () => {
    const { parameters, conditions } = parseQuery('fields=id,state&fields=note&offset=2&state=a&limit.eq=5')
    expect([...parameters]).toEqual([
      ['fields', ['id,state', 'note']],
      ['offset', ['2']],
    ])
    expect(conditions).toEqual(['state=a', 'limit.eq=5'])
  })

  test('back from what was escaped, whatever it was', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => {
      return !value.includes('\u0000') && !/\p{Cs}/u.test(value) && !/^'.*'$/s.test(value)
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
        const escaped = values.map((value) => value.replace(/[,;"\\]/g, '\\$&')).join(',')
        const [[condition] = []] = read(`description=${encodeURIComponent(escaped)}`)
        expect(condition?.values).toEqual(values)
      }),
    )
  })
})

describe('a filter is refused', () => {
  test.each([
    [
      'stat=held',
      'unknownQueryAttribute',
      "'stat' is not an attribute of ServiceOrder; did you mean 'state'?",
    ],
    [
      'relatedParty.rol=x',
      'unknownQueryAttribute',
      "'rol' is not an attribute of relatedParty; did you mean 'role'",
    ],
    ['relatedParty.foo.bar=x', 'unknownQueryAttribute', "'foo' is not an attribute of relatedParty"],
    ['constructor=x', 'unknownQueryAttribute', "'constructor'"],
    ['relatedParty.__proto__=x', 'unknownQueryAttribute', "'__proto__'"],
    ['state.foo=held', 'unknownOperator', '.foo'],
    ['id.foo=so-1', 'unknownOperator', '.foo'],
    ['state.foo.bar=x', 'unknownOperator', '.bar'],
    ['stat.ne=held', 'unknownQueryAttribute', "did you mean 'state'"],
    ['serviceOrderItem.service.isBundle.gt=true', 'unknownOperator', 'true or false'],
    ['orderDate.gt=2026-03-01,2026-03-02', 'invalidFilterValue', 'date-time'],
    ['orderDate.between=2026-03-01,2026-03-02,2026-03-03', 'invalidFilterValue', 'two values, not 3'],
    ['description.contains=a;b', 'invalidFilterValue', 'one value'],
    ['description.eq!=a', 'invalidQuery', '.eq'],
    ['serviceOrderItem.quantity=two', 'invalidFilterValue', "'two' is no number"],
    ['serviceOrderItem.quantity=', 'invalidFilterValue', "'' is no number"],
    ['serviceOrderItem.quantity=0x10', 'invalidFilterValue', 'number'],
    ['orderDate=yesterday', 'invalidFilterValue', 'date-time'],
    ['orderDate=2026-02-30', 'invalidFilterValue', 'date-time'],
    ['orderDate=2026-03-01T25:00:00Z', 'invalidFilterValue', 'date-time'],
    ['serviceOrderItem.service.isBundle=yes', 'invalidFilterValue', 'true or false'],
    ['state', 'invalidQuery', 'is not a condition'],
    ['=held', 'invalidQuery', 'is not a condition'],
    ['$.state=held', 'invalidQuery', 'is not a condition'],
    ['note[0].text=x', 'invalidQuery', 'is not a condition'],
    ['state=%', 'invalidQuery', 'percent-encoded'],
    ['state=%FF', 'invalidQuery', 'percent-encoded'],
    ['state=%00', 'invalidQuery', 'U+0000'],
    [`${'a.'.repeat(10)}a=x`, 'unknownQueryAttribute', "'a'"],
    [`serviceOrderItem.${'serviceOrderItem.'.repeat(9)}id=x`, 'queryTooComplex', '10 names'],
  ])('when it is %s: %s', (query, code, said) => {
    const refusal = refusalOf(() => read(query))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(said)
  })

  const many = (count: number, separator: string, piece: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => piece(index)).join(separator)

  test('beyond its limits, which it names', () => {
    const conditions = (count: number) => many(count, ';', (index) => `state=${index}`)
    expect(() => read(conditions(50))).not.toThrow()
    expect(refusalOf(() => read(conditions(51))).message).toContain('50 conditions')
    expect(refusalOf(() => read(many(51, '&', (index) => `state=${index}`))).code).toBe('queryTooComplex')
    expect(() => read(`state=${many(100, ',', String)}`)).not.toThrow()
    expect(refusalOf(() => read(`state=${many(101, ',', String)}`)).message).toContain('100 values')
    expect(() => read(`id=${many(500, ',', String)}`)).not.toThrow()
    expect(refusalOf(() => read(`id=${many(501, ',', String)}`)).message).toContain('500 values')
  })

  test('beyond the limits of patterns, of JSONPaths and of orders', () => {
    const complex = (query: string) => refusalOf(() => listed(query)).message
    const like = (length: number) => `description.like=${'a'.repeat(length)}`
    expect(listed(like(256))).toBe('')
    expect(complex(like(257))).toContain('256 characters')
    expect(complex(`category.eqi=${'a'.repeat(257)}`)).toContain('256 characters')
    expect(complex(`filter=${'a'.repeat(2049)}`)).toContain('2048 characters')
    const nested = (depth: number) => `filter=$[?(${'('.repeat(depth)}@.state${')'.repeat(depth)})]`
    expect(listed(nested(15))).toBe('1001 1002 1003 1004')
    expect(complex(nested(16))).toContain('16 deep')
    expect(complex(`filter=$[?(${'!'.repeat(20)}@.state)]`)).toContain('16 deep')
    const tests = (count: number) => `filter=$[?(${many(count, '%26%26', () => '@.state')})]`
    expect(listed(`${tests(49)}&id=so-1001`)).toBe('1001')
    expect(complex(`${tests(50)}&id=so-1001`)).toContain('50 conditions')
    expect(complex(`filter=${'serviceOrderItem.'.repeat(10)}id`)).toContain('10 names')
    expect(complex(`sort=${many(9, ',', () => 'state')}`)).toContain('8 attributes')
  })

  test('and never a fault, whatever the query string is', () => {
    const refusesOrReads = (query: string) => {
      try {
        listed(query)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        expect([400, 501]).toContain(error.status)
      }
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), refusesOrReads))
    const words = fc.constantFrom(
      ...['state', 'orderDate', 'relatedParty', 'serviceOrderItem', 'service', 'quantity', 'value', '@type'],
      ...[
        'href',
        'id',
        '__proto__',
        'constructor',
        'eq',
        'ne',
        '.',
        '=',
        '==',
        '>',
        '=~',
        ';',
        ',',
        '&',
        '"',
      ],
      ...["'", '\\', '%', '%2C', '%00', '+', ' ', '2026-03-01', 'T25:00', '5', '1e999', '-', 'x'],
    )
    const queries = fc.array(words, { maxLength: 20 }).map((pieces) => pieces.join(''))
    fc.assert(fc.property(queries, refusesOrReads), { numRuns: 2_000 })
    const steps = fc.constantFrom(
      ...[
        'filter=',
        'sort=',
        '$',
        '@',
        '.',
        '[',
        ']',
        '?(',
        ')',
        '(',
        '==',
        '!=',
        '<',
        '=~',
        '/a/i',
        '||',
        '%26%26',
      ],
      ...[
        '!',
        '*',
        '0',
        '-1',
        "'a'",
        '"',
        "'",
        ',',
        ':',
        '.length()',
        'null',
        'true',
        'state',
        'note',
        'id',
        'relatedParty',
      ],
      ...['[?(@.id)]', 'orderDate', "'2026-03-01'", ' ', '@.id', '$.state', '\\'],
    )
    const paths = fc.array(steps, { maxLength: 14 }).map((pieces) => `filter=${pieces.join('')}`)
    fc.assert(fc.property(paths, refusesOrReads), { numRuns: 2_000 })
  })
})

describe('values', () => {
  test('of date-times keep their microseconds, rounded as PostgreSQL rounds them', () => {
    const at = (fraction: string) => readInstant(`2026-03-01T09:00:00${fraction}Z`)?.join('+')
    const whole = Date.parse('2026-03-01T09:00:00Z')
    expect(at('')).toBe(`${whole}+0`)
    expect(at('.123456')).toBe(`${whole + 123}+456`)
    expect(at('.1234565')).toBe(`${whole + 123}+456`)
    expect(at('.1234575')).toBe(`${whole + 123}+458`)
    expect(at('.9999999')).toBe(`${whole + 1000}+0`)
  })

  test('of every date-time a document may have stand for an instant', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
    const day = fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-'))
    const end = fc.stringMatching(
      /^([Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-](0\d|1[0-5]):?[0-5]\d)?)?$/,
    )
    const dateTimes = fc.tuple(day, end).map(([date, time]) => date + time)
    fc.assert(
      fc.property(dateTimes, (text) => {
        fc.pre(isDateTime(text))
        const [from] = readInstants(text) ?? []
        expect([text, new Date(from ?? Number.NaN).getTime()]).toEqual([text, from])
        // At most a day from what is written, whichever way the offset goes.
        expect(Math.abs((from ?? 0) - Date.parse(`${text.slice(0, 10)}T12:00:00Z`))).toBeLessThan(
          2 * 86_400_000,
        )
      }),
    )
  })

  test.each([
    ['5', 5],
    ['-5.50', -5.5],
    [' 5 ', 5],
    ['1e3', 1000],
    ['+1', 1],
    ['', undefined],
    ['.5', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['1_000', undefined],
  ])('that are numbers: %j', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  test.each([
    ['2026-03-01', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01T09:00', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01 09:00:00', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01 09:00', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01 10:00 01:00', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['0049-03-01t09:00:00z', '0049-03-01T09:00:00.000Z', '0049-03-01T09:00:00.001Z'],
    ['2026-03-01T10:00:00 01:00', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01t09:00:00z', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.001Z'],
    ['2026-03-01T09:00:00-0330', '2026-03-01T12:30:00.000Z', '2026-03-01T12:30:00.001Z'],
  ])('that are date-times stand for instants: %s', (text, from, until) => {
    const [first, end] = readInstants(text) ?? []
    expect([new Date(first ?? 0).toISOString(), new Date(end ?? 0).toISOString()]).toEqual([from, until])
  })
})
