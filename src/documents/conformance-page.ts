/** The conformance profile of an API for people. */
import type { ApiPage } from '../declare/index.ts'
import type { ConformanceProfile, ProfiledResource } from './conformance-profile.ts'
import { apiHeader, frame } from './frame.ts'
import { type Html, html } from './html.ts'

/** The page. Its base is to be filled in. */
export function conformancePage(api: ApiPage, profile: ConformanceProfile): string {
  const { departure, sharedDeparture, resource } = profile
  const body = html`${apiHeader(api, 'conformance')}
<div class="page">
<main id="content">
<p class="kicker">${api.number} · ${api.domain}</p>
<h1>${api.name}: conformance</h1>
<p class="lead">${basisOf(api)} ${summaryOf(profile)}</p>
<section><h2>Mandatory and supported</h2>
${resource.map(resourceProfile)}
</section>
<section id="departures"><h2>Departures</h2>
${departure.length > 0 ? departureTable(departure, 'Of this API') : html`<p>None of its own.</p>`}
<h3>Shared with other APIs</h3>
${departureTable(sharedDeparture, 'Shared with other APIs')}
</section>
</main>
</div>`
  return frame({ title: `${api.number} ${api.name} conformance`, body })
}

function basisOf({ version, isFromDescription }: ApiPage): string {
  return isFromDescription
    ? `Version ${version}, written from the public description of TM Forum: there is no file to compare with.`
    : `Version ${version} of the TM Forum file, compared with it attribute by attribute.`
}

function summaryOf({ resource, departure }: ConformanceProfile): string {
  const operations = resource.flatMap(({ operation }) => operation).length
  const events = resource.flatMap(({ event }) => event).length
  const own = departure.length === 0 ? 'no departure of its own' : countOf(departure.length, 'departure')
  const parts = [
    countOf(resource.length, 'resource'),
    countOf(operations, 'operation'),
    countOf(events, 'event type'),
    own,
  ]
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`
}

/** A number with its noun: `1 departure`, `3 departures`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function resourceProfile(resource: ProfiledResource): Html {
  const { name, meaning, operation, attribute, lifecycle, event } = resource
  const mandatory = attribute.filter(({ mandatoryOnCreate }) => mandatoryOnCreate)
  const always = attribute.filter(
    ({ alwaysPresent, mandatoryOnCreate }) => alwaysPresent && !mandatoryOnCreate,
  )
  const rest = attribute.filter(
    ({ alwaysPresent, mandatoryOnCreate }) => !alwaysPresent && !mandatoryOnCreate,
  )
  return html`<article class="profile" id="${resource.path}"><h3>${name}</h3><p>${meaning}.</p>
<dl>
<dt>Operations</dt><dd>${operation.map(({ method, path }) => html`<span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code><br>`)}</dd>
${fact('Mandatory on create', names(mandatory))}
${fact('Always in answers', names([{ name: 'id' }, { name: 'href' }, ...always]))}
${fact('Supported', names(rest))}
${lifecycle && fact('Lifecycle', html`<code>${lifecycle.attribute}</code> begins as <code>${lifecycle.initial}</code>${lifecycle.final.length > 0 && html` and ends as ${names(lifecycle.final.map((state) => ({ name: state })))}`}`)}
${event.length > 0 && fact('Events', names(event.map((type) => ({ name: type }))))}
</dl></article>`
}

function fact(term: string, told: Html): Html {
  return html`<dt>${term}</dt><dd>${told}</dd>`
}

function names(named: readonly { readonly name: string }[]): Html {
  return named.length === 0 ? html`none` : html`${named.map(({ name }) => html`<code>${name}</code> `)}`
}

function departureTable(rows: ConformanceProfile['departure'], label: string): Html {
  const cells = rows.map(
    ({ where, what, reason }) =>
      html`<tr><th scope="row"><code>${where}</code></th><td>${what}</td><td>${reason.replaceAll('`', '')}</td></tr>`,
  )
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">Where</th><th scope="col">Difference</th><th scope="col">Reason</th></tr></thead><tbody>${cells}</tbody></table></div>`
}
