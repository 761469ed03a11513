/** The code of one resource. */
import type { ApiDraft, ResourceDraft } from './api-draft.ts'
import { type Attribute, envelope } from './attribute.ts'
import { fieldCode, fieldLine, quoted, type Scope } from './field-code.ts'

/** What a resource can do unless its page says otherwise. */
const usualVerbs = ['list', 'read', 'create', 'patch', 'remove']

/** Declares the resource that the scope is of. */
export function resourceCode(api: ApiDraft, resource: ResourceDraft, scope: Scope): string {
  const { name, path, announces } = resource
  const lines = fieldLines(resource, scope)
  warnOfCreationOnly(api, resource, scope)
  const parent = parentOf(api, resource)
  const verbs = verbsWhenUnusual(resource)
  const parts = [
    `meaning: ${scope.meanings.code(name)},`,
    `path: '${path}',`,
    ...(parent ? [`within: ${parent.name},`] : []),
    ...(verbs ? [`verbs: [${quoted(verbs)}],`] : []),
    `\n  fields: {\n    ${lines.join('\n    ')}\n  },\n`,
    ...(announces.length ? [`announces: [${quoted(announces)}],`] : []),
  ]
  const state = [...resource.attributes].findLast(isState)
  if (state) scope.warn(`TMF${api.number}: ${name}.${state[0]} wants a lifecycle`)
  return `export const ${name} = resource('${name}', {\n  ${parts.join('\n  ')}\n})\n`
}

/** The resource that another one stands within. */
export function parentOf(api: ApiDraft, { within }: ResourceDraft): ResourceDraft | undefined {
  return api.resources.find(({ path }) => path === within)
}

function fieldLines({ attributes, create, update }: ResourceDraft, scope: Scope): string[] {
  const lines: string[] = []
  for (const [attribute, facts] of attributes) {
    if (attribute === 'id' || attribute === 'href' || envelope.includes(attribute)) continue
    const { mandatory } = create ? (create.get(attribute) ?? { mandatory: false }) : facts
    const writer = writerMark(create?.has(attribute), update?.has(attribute))
    const code = fieldCode(attribute, facts, scope)
    lines.push(fieldLine(attribute, `${code}${mandatory ? '.mandatory' : ''}${writer}`))
  }
  return lines
}

/** Who writes a field, told from the types for creation and change; undefined when there is no such type. */
function writerMark(inCreate: boolean | undefined, inUpdate: boolean | undefined): string {
  if (inCreate === false) return inUpdate ? '.afterwards' : '.serverOwned'
  return inCreate && inUpdate === false ? '.once' : ''
}

function warnOfCreationOnly(api: ApiDraft, { name, attributes, create }: ResourceDraft, scope: Scope): void {
  for (const attribute of create?.keys() ?? []) {
    if (attributes.has(attribute)) continue
    scope.warn(`TMF${api.number}: ${name}_Create has ${attribute}, ${name} has not`)
  }
}

/** The verbs in our order; undefined when they are the usual ones. */
function verbsWhenUnusual({ verbs }: ResourceDraft): string[] | undefined {
  if (usualVerbs.every((verb) => verbs.has(verb)) && !verbs.has('replace')) return undefined
  return [...usualVerbs, 'replace'].filter((verb) => verbs.has(verb))
}

function isState([name, { kind }]: [string, Attribute]): boolean {
  return kind === 'oneOf' && (name === 'state' || name === 'status')
}
