import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/declare/index.ts'
import { type Filter, parseFilter, parseQuery, readInstants, readNumber } from '../../src/derive/filter.ts'
import { matches } from '../../src/derive/matches.ts'
import { isDateTime } from '../../src/derive/schema.ts'
import { fixture, serviceOrders } from '../support/fixture.ts'
import { pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const ServiceOrder = pageOf('ServiceOrder')
const read = (query: string): Filter => parseFilter(ServiceOrder, parseQuery(query).conditions)
const found = (query: string) =>
  fixture
    .filter((order) => matches(ServiceOrder, read(query), { href: `${serviceOrders}/${order.id}`, ...order }))
    .map(({ id }) => id.slice(3))
    .join(' ')
/** A filter as text: groups joined by `&`, conditions by `;`, values by `|`. */
const shown = (query: string) =>
  read(query)
    .map((group) => group.map(({ path, values }) => `${path.join('.')}=${values.join('|')}`).join(';'))
    .join('&')

describe('an equality filter finds', () => {
  test.each([
    ['state=held', '1004'],
    ['state="held"', '1004'],
    ["state='held'", '1004'],
    ['state.eq=held', '1004'],
    ['state==held', '1004'],
    ['state=held,acknowledged', '1002 1004'],
    ['state=held&state=acknowledged', '1002 1004'],
    ['state=held;state=acknowledged', '1002 1004'],
    ['state=held;acknowledged', '1002 1004'],
    ['state=held%2Cacknowledged', '1002 1004'],
    ['state=held%3Backnowledged', '1002 1004'],
    ['state=held;priority=4', '1002 1004'],
    ['state=held;priority=4&relatedParty.id=p-2', '1002'],
    ['category=broadband', '1001 1004'],
    ['category="voice,mobile"', '1002'],
    ['category=%22voice%2Cmobile%22', '1002'],
    ['category=voice\\,mobile', '1002'],
    ['category=voice,mobile', ''],
    ['orderDate="2026-03-01T09:00:00.000Z"', '1001'],
    ['orderDate=2026-03-01T10:00:00+01:00', '1001'],
    ['orderDate=2026-03-01T10:00:00%2B01:00', '1001'],
    ['orderDate=2026-03-01', '1001 1002'],
    ['requestedCompletionDate=2026-03-09T22:00:00Z', '1001'],
    ['relatedParty.id=p-1', '1001 1002'],
    ['relatedParty.id=p-1&relatedParty.role=customer', '1001 1002'],
    ['serviceOrderItem.state=completed', '1001 1003'],
    ['serviceOrderItem.quantity=10.0', '1004'],
    ['serviceOrderItem.service.serviceSpecification.id=ss-fttp', '1001 1003 1004'],
    ['serviceOrderItem.service.serviceCharacteristic.value=500', '1001 1002'],
    ['@type=BusinessServiceOrder', '1004'],
    ['%40type=BusinessServiceOrder', '1004'],
    ['@type=ServiceOrder', '1001 1002 1003'],
    ['id=so-1001,so-1003', '1001 1003'],
    ['href=http://other.host/x/tmf-api/serviceOrdering/v4/serviceOrder/so-1002', '1002'],
    ['state=done', ''],
    ['', '1001 1002 1003 1004'],
  ])('with %s: %s', (query, expected) => {
    expect(found(query)).toBe(expected)
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
    ['state.ne=held', 'unknownOperator', '.ne'],
    ['id.ne=so-1', 'unknownOperator', '.ne'],
    ['@type.ne=ServiceOrder', 'unknownOperator', '.ne'],
    ['relatedParty.id.regex=x', 'unknownOperator', '.regex'],
    ['serviceOrderItem.service.serviceCharacteristic.value.gt=5', 'unknownOperator', '.gt'],
    ['orderDate%3E2026-03-01', 'unknownOperator', "'>'"],
    ['orderDate%3E=2026-03-01', 'unknownOperator', "'>='"],
    ['orderDate!=2026-03-01', 'unknownOperator', "'!='"],
    ['description*=^Fibre', 'unknownOperator', "'*='"],
    ['description%3D~x', 'unknownOperator', "'=~'"],
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

  test('and never a fault, whatever the query string is', () => {
    const refusesOrReads = (query: string) => {
      try {
        const filter = read(query)
        for (const order of fixture) matches(ServiceOrder, filter, order)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        expect(error.status).toBe(400)
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
  })
})

describe('values', () => {
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
