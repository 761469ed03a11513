import { describe, expect, test } from 'vitest'
import { checkExpression, evaluate } from '../../src/orchestrator/expression.ts'
import { refusalOf } from './refusal.ts'

/** How long an evaluation took, in milliseconds, and what came of it. */
async function timed(text: string): Promise<{ milliseconds: number; failure: string | undefined }> {
  const began = performance.now()
  const failure = await evaluate(text, { quantity: 3 }).then(
    () => undefined,
    (error: unknown) => String((error as Error).message ?? error),
  )
  return { milliseconds: performance.now() - began, failure }
}

describe('an expression of the catalogue', () => {
  test('sees its input and gives plain JSON', async () => {
    expect(await evaluate('quantity * 2', { quantity: 3 })).toBe(6)
    const doubled = await evaluate('items.(quantity * 2)', { items: [{ quantity: 1 }, { quantity: 2 }] })
    expect(doubled).toEqual([2, 4])
    expect(Object.keys(doubled as object)).toEqual(['0', '1'])
    expect(await evaluate('nothing.here', {})).toBeUndefined()
  })

  test('gives no functions, which nobody could store', async () => {
    expect(await evaluate('function($x) { $x }', {})).toBeUndefined()
    expect(await evaluate('$sum', {})).toBeUndefined()
    expect(await evaluate('{"f": function($x) { $x }, "n": [1, $sum]}', {})).toEqual({ n: [1, undefined] })
  })

  test('gives the same for the same input, also when it runs at the same time for another', async () => {
    const text = '$sum(items.quantity) & "/" & $count(items)'
    const inputs = Array.from({ length: 50 }, (_, size) => ({
      items: Array.from({ length: size + 1 }, () => ({ quantity: size })),
    }))
    const together = await Promise.all(inputs.map((input) => evaluate(text, input)))
    expect(together).toEqual(inputs.map((_, size) => `${size * (size + 1)}/${size + 1}`))
  })

  test.each([
    ['$now()'],
    ['$millis()'],
    ['$random()'],
    ['$shuffle([1..10])'],
    ['$eval("1")'],
    ['$map([1], $random)'],
  ])('%s has no clock, no chance and no code of its own making', async (text) => {
    expect((await timed(text)).failure).toContain('is not available')
  })

  test.each(['$match("aa", /a+/)', '$contains("aa", /(a+)+$/)', '$replace("a", /a/, "b")', '/a/("a")'])(
    '%s has no pattern',
    async (text) => {
      expect((await timed(text)).failure).toContain('regular expressions are not available')
    },
  )

  test.each([
    ['endless recursion', '($f := function($n) { 1 + $f($n + 1) }; $f(1))'],
    ['endless recursion at the tail', '($f := function($n) { $f($n + 1) }; $f(1))'],
    ['recursion of two', '($f := function($n) { $g($n) }; $g := function($n) { $f($n) }; $f(1))'],
    ['recursion that branches', '($f := function($n) { $f($n + 1) + $f($n + 1) }; $f(1))'],
    ['a huge range', '[1..1000000000]'],
    ['a large range', '$sum([1..9000000])'],
    ['ranges within ranges', '$map([1..9999], function($i) { $map([1..9999], function($j) { $i * $j }) })'],
    ['a large product', '[1..9999].([1..9999].($ + 1))'],
    ['a text filled up', '$length($pad("x", 100000000)) > 10000 ? [1..1e9] : $error("bounded")'],
    ['a text without end', '($f := function($t) { $f($t & $t) }; $f("x"))'],
  ])('comes to an end: %s', { timeout: 20_000 }, async (_what, text) => {
    const { milliseconds, failure } = await timed(text)
    expect(failure).toBeDefined()
    expect(milliseconds).toBeLessThan(3_000)
  })

  test('is checked when it is written, and the fault is named with its place', () => {
    expect(() => checkExpression('quantity > 2 ? "a" : "b"', 'rule')).not.toThrow()
    const refused = refusalOf(() => checkExpression('quantity >', 'specification.rule'))
    expect(refused.message).toMatch(/^specification\.rule is not a JSONata expression: .*character \d+/)
    expect(refusalOf(() => checkExpression(`${'1+'.repeat(2_000)}1`, 'rule')).message).toContain('4000')
  })
})
