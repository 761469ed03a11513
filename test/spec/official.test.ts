/** The pages say what the official TM Forum files say, but for the differences `docs/conformance.md` explains. */
import { describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { explainedDifferences, isExplainedBy } from './conformance-table.ts'
import { differencesOf } from './differences.ts'
import { hasOfficialFiles, officialFolder } from './official-file.ts'

if (!hasOfficialFiles) console.warn(`skipped: the official files are not in ${officialFolder}`)

describe.skipIf(!hasOfficialFiles)('the pages and the official files', () => {
  const rows = explainedDifferences()
  const differences = hasOfficialFiles
    ? apis.filter(({ isFromDescription }) => !isFromDescription).flatMap((api) => differencesOf(api))
    : []

  test('every difference is explained in docs/conformance.md', () => {
    const unexplained = differences.filter(
      (difference) => !rows.some((row) => isExplainedBy(difference, row)),
    )
    expect(unexplained.map(({ api, where, what }) => `${api} | ${where} | ${what}`)).toEqual([])
  })

  test('every row of docs/conformance.md explains a difference that is there', () => {
    const idle = rows.filter((row) => !differences.some((difference) => isExplainedBy(difference, row)))
    expect(idle.map(({ api, where, what }) => `${api} | ${where} | ${what}`)).toEqual([])
  })
})
