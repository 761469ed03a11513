/** The attributes of a resource or type as a table: kind, meaning, who must and may write it. */
import type { FieldFacts, ResourcePage, Shape, TypeWord, Writer } from '../declare/index.ts'
import { partOf } from '../derive/schema.ts'
import { type Html, html } from './html.ts'

const writers: Readonly<Record<Writer, string>> = {
  anyone: 'client',
  once: 'client, on create only',
  afterwards: 'client, after create only',
  server: 'server',
}

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  uri: 'URI',
  dateTime: 'date-time',
  integer: 'integer',
  number: 'number',
  yesNo: 'true or false',
  base64: 'base64',
  any: 'any value',
  oneOf: 'enumeration',
}

/** Who may write an attribute, in words. */
export function writerOf(facts: FieldFacts): string {
  if (facts.stamp === 'change' || facts.isIgnoredFromClient) return 'server'
  return writers[facts.writer]
}

/** The kind of an attribute in words, with the name of its type: `list of Note`. */
export function kindOf(facts: FieldFacts): string {
  if (facts.kind === 'part') return partOf(facts).name
  if (facts.kind !== 'list') return kinds[facts.kind] ?? facts.kind
  return `list of ${facts.element ? kindOf(facts.element) : partOf(facts).name}`
}

/** The attributes as a table. `types` are those that have a place on the page to link to. */
export function attributeTable(fields: Shape, types: ReadonlySet<string>, { isResource = false } = {}): Html {
  const rows = Object.entries(fields).map(([name, { facts }]) => {
    const writer = isResource ? html`<td class="who">${writerOf(facts)}</td>` : ''
    return html`<tr><th scope="row"><code>${name}</code>${facts.isMandatory && html` <span class="must">required</span>`}</th><td class="kind">${linkedKind(facts, types)}</td><td>${facts.meaning}${valuesOf(facts)}${fallbackOf(facts)}</td>${writer}</tr>`
  })
  const last = isResource ? html`<th scope="col">Written by</th>` : ''
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Attributes"><table class="attributes"><thead><tr><th scope="col">Attribute</th><th scope="col">Kind</th><th scope="col">Meaning</th>${last}</tr></thead><tbody>${rows}</tbody></table></div>`
}

function linkedKind(facts: FieldFacts, types: ReadonlySet<string>): Html {
  const of = facts.of ? partOf(facts) : undefined
  const name = of && types.has(of.name) ? html`<a href="#type-${of.name}">${of.name}</a>` : of?.name
  if (of === undefined) return html`${kindOf(facts)}`
  return facts.kind === 'list' ? html`list of ${name}` : html`${name}`
}

function valuesOf({ values }: FieldFacts): Html | undefined {
  if (values === undefined) return undefined
  return html`<span class="values">${values.map((value) => html`<code>${value}</code> `)}</span>`
}

function fallbackOf({ fallback }: FieldFacts): Html | undefined {
  if (fallback === undefined) return undefined
  return html`<span class="fallback">otherwise <code>${JSON.stringify(fallback)}</code></span>`
}

/** The attributes of a resource, and those of each of its subtypes. */
export function shapesOf({ fields, type }: ResourcePage): Shape[] {
  return [fields, ...type.subtypes.map((subtype) => subtype.fields)]
}

/** Every type the attributes lead to, by name, in the order of the alphabet. */
export function typesBelow(shapes: readonly Shape[]): TypeWord[] {
  const found = new Map<string, TypeWord>()
  const visit = (fields: Shape): void => {
    for (const { facts } of Object.values(fields)) {
      if (!facts.of) continue
      const type = partOf(facts)
      if (found.has(type.name)) continue
      found.set(type.name, type)
      visit(type.fields)
      for (const subtype of type.subtypes ?? []) visit(subtype.fields)
    }
  }
  for (const fields of shapes) visit(fields)
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
