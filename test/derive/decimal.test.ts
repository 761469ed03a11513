/** Money and quantities are added as they are written. */
import { describe, expect, test } from 'vitest'
import { Decimal } from '../../src/derive/decimal.ts'

const of = (number: number | string) => Decimal.of(number)

describe('a sum', () => {
  test('of tenths is a tenth figure, not a binary fraction', () => {
    expect(of(0.1).plus(of(0.2)).number).toBe(0.3)
    expect(of(1.1).minus(of(1)).number).toBe(0.1)
    expect(of(4.35).times(of(100)).number).toBe(435)
  })

  test('of a thousand cents is ten', () => {
    let total = Decimal.zero
    for (let i = 0; i < 1_000; i++) total = total.plus(of(0.01))
    expect(total.number).toBe(10)
  })

  test('takes numbers however JSON writes them', () => {
    expect(of('1e-7').plus(of(1e21)).text).toBe('1000000000000000000000.0000001')
    expect(of(-0.5).plus(of(2.5e-1)).text).toBe('-0.25')
    expect(of('-12.50').text).toBe('-12.5')
    expect(of(0).text).toBe('0')
  })

  test('that no number of JSON can keep is refused, not rounded in silence', () => {
    expect(() => of(1e15).plus(of(0.001)).number).toThrow('too many digits')
    expect(() => of(Number.MAX_VALUE).times(of(10)).number).toThrow('too many digits')
    expect(of(1e13).plus(of(0.01)).number).toBe(10000000000000.01)
  })
})

describe('rounding', () => {
  test.each([
    ['0.125', '0.13'],
    ['-0.125', '-0.13'],
    ['0.1249', '0.12'],
    ['1.005', '1.01'],
    ['7', '7'],
    ['0.004', '0'],
  ])('%s to cents is %s', (exact, cents) => {
    expect(of(exact).rounded(2).text).toBe(cents)
  })

  test('a percentage is exact before it is rounded', () => {
    expect(of(19).percentOf(of(9.99)).text).toBe('1.8981')
  })
})

test('amounts are compared exactly', () => {
  expect(of(0.1).plus(of(0.2)).equals(of(0.3))).toBe(true)
  expect(of(0.29).isLessThan(of(0.3))).toBe(true)
  expect(of('0.0').isPositive || of('0.0').isNegative).toBe(false)
})
