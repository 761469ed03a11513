/** The result as JUnit XML, which every CI reads: a suite for each resource of an API, a case for each check. */
import { escapeHtml } from '../../documents/html.ts'
import { countOutcomes, type Verdict } from '../verdict.ts'

export function junitReport(verdicts: readonly Verdict[]): string {
  const suites = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const name = `${verdict.api} ${verdict.resource}`
    suites.set(name, [...(suites.get(name) ?? []), verdict])
  }
  const texts = [...suites].map(([name, cases]) => suiteText(name, cases))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${texts.join('')}</testsuites>\n`
}

function suiteText(name: string, cases: readonly Verdict[]): string {
  const { failed, skipped } = countOutcomes(cases)
  const counts = `tests="${cases.length}" failures="${failed}" skipped="${skipped}"`
  return `  <testsuite name="${text(name)}" ${counts}>\n${cases.map(caseText).join('')}  </testsuite>\n`
}

function caseText({ api, resource, check, outcome, message = '', milliseconds }: Verdict): string {
  const start = `    <testcase classname="${text(`${api}.${resource}`)}" name="${text(check)}" time="${milliseconds / 1000}"`
  const [first = ''] = message.split('\n')
  if (outcome === 'passed') return `${start}/>\n`
  if (outcome === 'skipped') return `${start}><skipped message="${text(first)}"/></testcase>\n`
  return `${start}><failure message="${text(first)}">${text(message)}</failure></testcase>\n`
}

/** Escaped, and without the control characters XML cannot hold. */
function text(value: string): string {
  return escapeHtml([...value].filter((each) => each >= ' ' || each === '\n' || each === '\t').join(''))
}
