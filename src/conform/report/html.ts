/** The result as one page of HTML that stands alone: what was checked of which API, and why something failed. */
import { type Html, html } from '../../documents/html.ts'
import { countOutcomes, type Verdict } from '../verdict.ts'

export interface Subject {
  readonly url: string
  /** When the checks ended, as an ISO date-time. */
  readonly time: string
}

export function htmlReport(verdicts: readonly Verdict[], { url, time }: Subject): string {
  const { passed, failed, skipped } = countOutcomes(verdicts)
  const apis = [...new Set(verdicts.map(({ api }) => api))]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Conformance of ${url}</title>
${style}
</head>
<body>
<main>
<h1>Conformance</h1>
<p class="of">${url} · ${time}</p>
<p class="sum"><b class="passed">${passed} passed</b> <b class="failed">${failed} failed</b> <b class="skipped">${skipped} skipped</b></p>
${apis.map((api) =>
  apiSection(
    api,
    verdicts.filter((each) => each.api === api),
  ),
)}
</main>
</body>
</html>
`.text
}

function apiSection(api: string, verdicts: readonly Verdict[]): Html {
  const { passed, failed, skipped } = countOutcomes(verdicts)
  return html`<details${failed > 0 ? html` open` : ''}>
<summary><b class="${failed > 0 ? 'failed' : 'passed'}">${api}</b> ${passed} passed, ${failed} failed, ${skipped} skipped</summary>
<table>
<thead><tr><th>Resource</th><th>Check</th><th>Result</th></tr></thead>
<tbody>${verdicts.map(row)}</tbody>
</table>
</details>
`
}

function row({ resource, check, outcome, message }: Verdict): Html {
  return html`<tr><td>${resource}</td><td>${check}${message !== undefined && html`<pre>${message}</pre>`}</td><td class="${outcome}">${outcome}</td></tr>
`
}

const style = html`<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; color: CanvasText; background: Canvas }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.6rem; margin: 0 }
.of { margin: 0; opacity: .7 }
.sum b { margin-right: 1.5rem }
details { border-top: 1px solid color-mix(in srgb, CanvasText 15%, transparent); padding: .5rem 0 }
summary { cursor: pointer }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0 }
pre { margin: .25rem 0; font-size: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; opacity: .8 }
.passed { color: light-dark(#18794e, #4cc38a) }
.failed { color: light-dark(#c62a2f, #ff6369) }
.skipped { color: light-dark(#946800, #f1a10d) }
</style>`
