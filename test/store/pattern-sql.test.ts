/** A pattern finds in PostgreSQL what it finds in memory. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasPattern } from '../../src/derive/pattern-search.ts'
import { parsePattern } from '../../src/derive/pattern-syntax.ts'
import { patternSql } from '../../src/store/pattern-sql.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { expressions, subjects } from '../support/patterns.ts'

let fresh: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  fresh = await freshDatabase()
  client = new pg.Client({ connectionString: fresh.url, statement_timeout: 5_000 })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await fresh.drop()
})

async function foundInSql(texts: readonly string[], sql: string): Promise<boolean[]> {
  const { rows } = await client.query<{ found: boolean }>({
    text: 'select text ~ $2 as found from unnest($1::text[]) with ordinality as t(text, at) order by at',
    values: [texts, sql],
  })
  return rows.map(({ found }) => found)
}

test('whatever the pattern and the text are', { timeout: 60_000 }, async () => {
  let found = 0
  const agrees = async (expression: string, texts: readonly string[], ignoresCase: boolean) => {
    const pattern = parsePattern(expression, { ignoresCase })
    const ours = texts.map((text) => hasPattern(text, pattern))
    expect([expression, texts, ours]).toEqual([
      expression,
      texts,
      await foundInSql(texts, patternSql(pattern)),
    ])
    found += ours.filter(Boolean).length
  }
  const texts = fc.array(subjects, { minLength: 1, maxLength: 5 })
  await fc.assert(fc.asyncProperty(expressions, texts, fc.boolean(), agrees), { numRuns: 500 })
  expect(found).toBeGreaterThan(150)
})

test('every character is taken as itself', async () => {
  for (let code = 1; code < 0x3000; code += 7) {
    const text = String.fromCodePoint(code)
    const pattern = parsePattern(`^\\u${code.toString(16).padStart(4, '0')}$`, { ignoresCase: false })
    expect([code, await foundInSql([text], patternSql(pattern))]).toEqual([code, [true]])
  }
})

test('and none of the allowed patterns keeps the database busy', { timeout: 60_000 }, async () => {
  const texts = ['a'.repeat(32_000), 'ab'.repeat(16_000)]
  for (const expression of [
    ...['(a*)*c', '(a|b)*a(a|b){100}c', '(\\w{1,30}){1,8}x', '(.*.*.*.*.*){30}z', '((a?){30}){8}c'],
    ...[
      '((((a*)*)*)*)*c',
      '([a-c]|[b-d]){99}z',
      '(.*a){100}c',
      '(^|a)(b|$)(^|a)(b|$)c',
      '(?:(?:){50}){2}(a|){50}c',
    ],
  ]) {
    const pattern = parsePattern(expression, { ignoresCase: false })
    expect([expression, await foundInSql(texts, patternSql(pattern))]).toEqual([expression, [false, false]])
  }
})
