/** The index of all APIs: by domain, with their documents, a search, and how much each holds. */
import { type ApiPage, type Departure, domains } from '../declare/index.ts'
import { anyBase, anyPrefix } from './base.ts'
import { countOf } from './conformance-page.ts'
import { frame, mark } from './frame.ts'
import { type Html, html } from './html.ts'
import { filesForTools, pagesForPeople } from './links.ts'

/** The page. Its base is to be filled in; a script fills in the counts. */
export function indexPage(apis: readonly ApiPage[], departures: readonly Departure[]): string {
  const sections = domains.flatMap((domain) => {
    const own = apis.filter((api) => api.domain === domain)
    return own.length === 0 ? [] : [domainSection(domain, own, departures)]
  })
  const resources = apis.flatMap((api) => api.resources).length
  const body = html`<header class="top"><div class="bar"><a class="brand" href="${anyPrefix}/apis" aria-current="page">${mark} Goldthread</a></div></header>
<div class="page index">
<main id="content">
<h1>TM Forum Open APIs</h1>
<p class="lead">${countOf(apis.length, 'API')} with ${countOf(resources, 'resource')}, described from the pages that serve them.</p>
<form class="search" role="search"><label for="search">Search by number, name or resource</label><input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="TMF641, billing, appointment…"></form>
<p class="found" id="found" role="status" aria-live="polite"></p>
${sections}
</main>
</div>`
  return frame({ title: 'Goldthread APIs', body, scripts: ['apis.js'] })
}

function domainSection(domain: string, apis: readonly ApiPage[], departures: readonly Departure[]): Html {
  return html`<section class="domain"><h2>${domain}</h2><ul class="apis">${apis.map((api) => card(api, departures))}</ul></section>
`
}

function card(api: ApiPage, departures: readonly Departure[]): Html {
  const place = anyPrefix + api.path
  const searched = [
    api.number,
    api.name,
    api.domain,
    api.path,
    ...api.resources.flatMap(({ name, path }) => [name, path]),
  ]
  const people = pagesForPeople.map(({ path, title }) => html`<a href="${place}/${path}">${title}</a>`)
  const tools = filesForTools(api).map(({ path, title }) => html`<a href="${place}/${path}">${title}</a>`)
  const resources = api.resources.map(
    ({ name, path }) =>
      html`<li><a href="${place}/reference#${path}">${name}</a> <span class="count" data-kind="${name}" hidden></span></li>`,
  )
  return html`<li class="api" data-number="${api.number}" data-search="${searched.join(' ').toLowerCase()}">
<p class="kicker">${api.number} <span class="version">${api.version}</span> ${statusOf(api, departures)}</p>
<h3><a href="${place}/reference">${api.name}</a></h3>
<ul class="kinds">${resources}</ul>
<p class="documents">${people}</p>
<p class="documents tools">${tools}</p>
</li>`
}

/** How an API stands to its official file. */
function statusOf(api: ApiPage, departures: readonly Departure[]): Html {
  if (api.isFromDescription) return html`<span class="status">from its description</span>`
  const own = departures.filter((row) => row.api === api.number).length
  const place = `${anyPrefix}${api.path}/conformance#departures`
  return own === 0
    ? html`<span class="status">as published</span>`
    : html`<a class="status departs" href="${place}">${countOf(own, 'departure')}</a>`
}

/** How many documents there are of each kind that is stored. */
export type Counts = ReadonlyMap<string, number>

/** The index for tools: every API with its documents, and how much each resource holds. Its base is to be filled in. */
export function indexList(apis: readonly ApiPage[], counts: Counts): Record<string, unknown>[] {
  return apis.map((api) => ({
    number: api.number,
    name: api.name,
    version: api.version,
    domain: api.domain,
    href: anyBase + api.path,
    document: [...pagesForPeople, ...filesForTools(api)].map(({ path, title }) => ({
      name: title,
      href: `${anyBase}${api.path}/${path}`,
    })),
    resource: api.resources.map((page) => ({
      name: page.name,
      ...(page.facts.within ? {} : { href: `${anyBase}${api.path}/${page.path}` }),
      ...(counts.has(page.kind) ? { count: counts.get(page.kind) } : {}),
    })),
  }))
}
