/** Items of a list have ids of their own: no two the same (wire contract, section 3). */
import type { FieldFacts, Finding, ResourcePage } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import { partOf } from './schema.ts'
import { searchShapes } from './shape-search.ts'

const leadingToItemIds = searchShapes((facts) => facts.isItemId === true)

/** A finding for each item that has the id of an item before it. */
export function duplicateItemIds(page: ResourcePage, document: JsonObject): Finding[] {
  const findings: Finding[] = []
  const visit = (facts: FieldFacts, value: unknown, path: string): void => {
    if (facts.of === undefined) return
    const { fields } = partOf(facts)
    if (!Array.isArray(value)) {
      visitAll(fields, value, `${path}.`)
      return
    }
    const seen = new Map<unknown, number>()
    for (const [index, element] of value.entries()) {
      const id = fields.id?.facts.isItemId ? (element as JsonObject | null)?.id : undefined
      const before = id === undefined ? undefined : seen.get(id)
      if (before === undefined) seen.set(id, index)
      else {
        const message = `same id as ${path}[${before}]`
        findings.push({ code: 'duplicateItemId', path: `${path}[${index}].id`, message })
      }
      visitAll(fields, element, `${path}[${index}].`)
    }
  }
  const visitAll = (fields: ResourcePage['fields'], value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, facts] of leadingToItemIds(fields)) {
      const member = (value as JsonObject)[name]
      if (member !== undefined) visit(facts, member, path + name)
    }
  }
  visitAll(page.fields, document, '')
  return findings
}
