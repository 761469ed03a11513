/** The code of a type that an API has otherwise than the shared one: what it does to the shared one. */
import type { ApiDraft } from './api-draft.ts'
import { differenceOf } from './difference.ts'
import { fieldCode, fieldLine, quoted, type Scope } from './field-code.ts'
import type { Sharing } from './sharing.ts'

/** With more differences than these, a type is easier to read written in full. */
const mostDifferences = 6

/** The type that the scope is of, made from the shared one; undefined when it differs too much from it. */
export function variantCode(api: ApiDraft, sharing: Sharing, scope: Scope): string | undefined {
  const name = scope.self
  const { missing, needing, notNeeding, others } = differenceOf(api, name, sharing)
  if (missing.length + others.length > mostDifferences) return undefined
  const steps = [
    missing.length ? `.without(${quoted(missing)})` : '',
    needing.length ? `.needing(${quoted(needing)})` : '',
    notNeeding.length ? `.notNeeding(${quoted(notNeeding)})` : '',
  ]
  if (others.length) {
    const lines = others.map(([attribute, facts]) => {
      const code = fieldCode(attribute, facts, scope)
      return fieldLine(attribute, facts.mandatory ? `${code}.mandatory` : code)
    })
    steps.push(`.with({\n  ${lines.join('\n  ')}\n})`)
  }
  const code = steps.join('')
  if (code === '') scope.warn(`TMF${api.number}: ${name} looks like the shared one`)
  return `export const ${name} = ${sharedAlias(name)}${code}\n`
}

/** The name that a shared type goes by where the API has its own of that name. */
export function sharedAlias(name: string): string {
  return `Shared${name}`
}
