/** The frame of every page of documentation: head, the way to the other documents, foot. No script is inline. */
import type { ApiPage } from '../declare/index.ts'
import { anyPrefix } from './base.ts'
import { type Html, html } from './html.ts'
import { filesForTools, pagesForPeople } from './links.ts'

/** Where style and scripts are. */
const assets = `${anyPrefix}/apis/assets`

export interface Framed {
  readonly title: string
  readonly body: Html
  /** Names of style sheets and scripts among the assets, besides the common style. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
}

/** A whole page. Its base is to be filled in. */
export function frame({ title, body, styles = [], scripts = [] }: Framed): string {
  const sheets = ['documents.css', ...styles].map(
    (name) => html`<link rel="stylesheet" href="${assets}/${name}">`,
  )
  const deferred = scripts.map((name) => html`<script src="${assets}/${name}" defer></script>`)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${assets}/thread.svg" type="image/svg+xml">
${sheets}${deferred}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${body}
</body>
</html>
`.text
}

/** The head of a page about an API, with the way to its other documents. */
export function apiHeader(api: ApiPage, here: string): Html {
  const place = anyPrefix + api.path
  const pages = pagesForPeople.map(
    ({ path, title }) =>
      html`<a href="${place}/${path}"${path === here ? html` aria-current="page"` : ''}>${title}</a>`,
  )
  const files = filesForTools(api).map(
    ({ path, title }) => html`<li><a href="${place}/${path}">${title}</a></li>`,
  )
  return html`<header class="top">
<div class="bar">
<a class="brand" href="${anyPrefix}/apis">${mark} Goldthread</a>
<nav aria-label="Documents of this API">${pages}
<details class="files"><summary>Files</summary><ul>${files}</ul></details>
</nav>
</div>
</header>`
}

/** The mark of the project: a thread. */
export const mark = html`<svg class="mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M3 17c5 0 4-10 9-10s4 10 9 10" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round"/></svg>`
