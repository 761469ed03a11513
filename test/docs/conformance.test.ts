import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { departures } from '../../src/apis/departures.ts'

const heading = '| API | Where | Difference | Reason |'

/** The rows of the table of departures in the documentation. */
function toldRows(): string[] {
  const lines = readFileSync(resolve(process.cwd(), 'docs/conformance.md'), 'utf8').split('\n')
  const start = lines.indexOf(heading)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end)
}

test('docs/conformance.md tells the departures that src/apis/departures.ts declares, in their order', () => {
  const declared = departures.map(
    ({ api, where, what, reason }) => `| ${api} | ${where} | ${what} | ${reason} |`,
  )
  expect(toldRows()).toEqual(declared)
})
