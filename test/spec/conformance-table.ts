/** Reads the table of explained differences in `docs/conformance.md`. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Difference } from './differences.ts'

/** A row of the table; `*` in `api` and `where` stands for any run of characters. */
export interface ExplainedDifference extends Difference {
  readonly reason: string
}

const heading = '| API | Where | Difference | Reason |'

export function explainedDifferences(): ExplainedDifference[] {
  const lines = readFileSync(resolve(process.cwd(), 'docs/conformance.md'), 'utf8').split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`docs/conformance.md has no table headed ${heading}`)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end < 0 ? undefined : end).map(rowOf)
}

export function isExplainedBy(difference: Difference, row: ExplainedDifference): boolean {
  return difference.what === row.what && fits(difference.api, row.api) && fits(difference.where, row.where)
}

function rowOf(line: string): ExplainedDifference {
  const [api, where, what, reason] = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim().replace(/^`|`$/g, ''))
  if (api === undefined || where === undefined || what === undefined || !reason) {
    throw new Error(`docs/conformance.md: a row wants four cells: ${line}`)
  }
  return { api, where, what, reason }
}

function fits(value: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${source}$`).test(value)
}
