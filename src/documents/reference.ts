/** The reference of an API for people: resources, attributes, lifecycles, events, operations, examples. */
import { type ApiPage, eventTypes, type ResourcePage, type TypeWord } from '../declare/index.ts'
import { attributeTable, shapesOf, typesBelow } from './attribute-table.ts'
import { anyBase } from './base.ts'
import { fullExample, minimalExample, storedExample } from './example.ts'
import { apiHeader, frame } from './frame.ts'
import { type Html, html } from './html.ts'
import { lifecycleTable } from './lifecycle-table.ts'
import type { Operation } from './operation.ts'
import { operationsOf } from './operations.ts'
import { patchExample } from './patch-example.ts'

/** The page. Its base is to be filled in. */
export function referencePage(api: ApiPage): string {
  const operations = operationsOf(api)
  const types = typesBelow(api.resources.flatMap(shapesOf))
  const names = new Set(types.map(({ name }) => name))
  const body = html`${apiHeader(api, 'reference')}
<div class="page with-contents">
<nav class="contents" aria-label="On this page"><p>Resources</p><ul>${api.resources.map(contentsOf)}</ul>
<p>More</p><ul><li><a href="#hub">Events</a></li>${types.length > 0 && html`<li><a href="#types">Types</a></li>`}</ul></nav>
<main id="content">
<p class="kicker">${api.number} · ${api.domain}</p>
<h1>${api.name}</h1>
<p class="lead">Version ${api.version}, served at <code>${anyBase}${api.path}</code></p>
${api.resources.map((page) => resourceSection(api, page, operations, names))}
${hubSection(operations)}
${types.length > 0 && html`<section id="types"><h2>Types</h2>${types.map((type) => html`<article class="type" id="type-${type.name}"><h3>${type.name}</h3><p>${type.meaning}</p>${attributeTable(type.fields, names)}${(type.subtypes ?? []).map((subtype) => subtypeSection(subtype, names))}</article>`)}</section>`}
</main>
</div>`
  return frame({ title: `${api.number} ${api.name} reference`, body })
}

function contentsOf(page: ResourcePage): Html {
  return html`<li><a href="#${page.path}">${page.name}</a></li>`
}

function resourceSection(
  api: ApiPage,
  page: ResourcePage,
  operations: readonly Operation[],
  types: ReadonlySet<string>,
): Html {
  const own = operations.filter(({ of }) => of?.page === page)
  const events = eventTypes(page)
  const hasAttributes = Object.keys(page.fields).length > 0
  return html`<section class="resource" id="${page.path}">
<h2>${page.name}</h2>
<p class="lead">${page.meaning}.</p>
<h3>Operations</h3>${operationList(own)}
${hasAttributes && html`<h3>Attributes</h3>${attributeTable(page.fields, types, { isResource: true })}`}
${page.type.subtypes.map((subtype) => subtypeSection(subtype, types, { isResource: true }))}
${page.lifecycle && html`<h3>Lifecycle</h3>${lifecycleTable(page.lifecycle)}`}
${events.length > 0 && html`<h3>Events</h3><ul class="events">${events.map((type) => html`<li><code>${type}</code></li>`)}</ul>`}
<h3>Examples</h3>${examplesOf(api, page)}
</section>`
}

/** What documents or parts of a subtype have besides. */
function subtypeSection(
  subtype: TypeWord,
  types: ReadonlySet<string>,
  options: { isResource?: boolean } = {},
): Html {
  const hasAttributes = Object.keys(subtype.fields).length > 0
  return html`<h4>${subtype.name}</h4><p>${subtype.meaning}, as <code>@type</code> says${hasAttributes && '; besides:'}</p>${hasAttributes && attributeTable(subtype.fields, types, options)}`
}

function operationList(operations: readonly Operation[]): Html {
  const rows = operations.map(
    ({ method, path, summary }) =>
      html`<li><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code> <span class="says">${summary}</span></li>`,
  )
  return html`<ul class="operations">${rows}</ul>`
}

function hubSection(operations: readonly Operation[]): Html {
  const own = operations.filter(({ of }) => of === undefined)
  return html`<section id="hub"><h2>Events</h2><p class="lead">Register a callback at the hub; events are posted to it as they happen, signed and in order.</p>${operationList(own)}</section>`
}

function examplesOf(api: ApiPage, page: ResourcePage): Html {
  const href = `${anyBase}${api.path}/${page.path}/${page.path}-1`
  const patched = page.verbs.has('patch') ? patchExample(page) : undefined
  const [minimal, full] = [minimalExample(page), fullExample(page)].map((body) =>
    JSON.stringify(body, null, 2),
  )
  return html`<div class="examples">
${page.verbs.has('create') && example('Create, the least', minimal, { isOpen: true })}
${page.verbs.has('create') && full !== minimal && example('Create, everything', full)}
${patched && example('Change', JSON.stringify(patched, null, 2))}
${page.verbs.has('read') && example('Answer', JSON.stringify(storedExample(page, href), null, 2))}
</div>`
}

function example(title: string, code: string | undefined, { isOpen = false } = {}): Html {
  return html`<details${isOpen && html` open`}><summary>${title}</summary><pre tabindex="0"><code>${code}</code></pre></details>`
}
