/** The result as a table for a terminal: a line for each API, then what failed. */
import { countOutcomes, type Verdict } from '../verdict.ts'

export function tableReport(verdicts: readonly Verdict[]): string {
  const rows = [['API', 'passed', 'failed', 'skipped', '']]
  for (const api of new Set(verdicts.map((each) => each.api))) {
    const { passed, failed, skipped } = countOutcomes(verdicts.filter((each) => each.api === api))
    rows.push([api, String(passed), String(failed), String(skipped), failed > 0 ? 'FAILED' : 'ok'])
  }
  const { passed, failed, skipped } = countOutcomes(verdicts)
  rows.push(['all', String(passed), String(failed), String(skipped), failed > 0 ? 'FAILED' : 'ok'])
  const failures = verdicts.filter(({ outcome }) => outcome === 'failed').map(failureText)
  return [rows.map(rowText).join('\n'), ...failures].join('\n\n')
}

function rowText(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(8)))
    .join(' ')
    .trimEnd()
}

function failureText({ api, resource, check, message = '' }: Verdict): string {
  return `${api} ${resource}: ${check}\n${message.replace(/^/gm, '    ')}`
}
