/** Walks the information model: every type a page reaches, and where a path into a document leads. */
import type { FieldFacts, ResourcePage, TypeWord } from '../../src/declare/index.ts'

/** The resource's own type and every type reachable from it, each once. */
export function typesOf(page: ResourcePage): TypeWord[] {
  const found = new Set<TypeWord>()
  const visit = (word: TypeWord): void => {
    if (found.has(word)) return
    found.add(word)
    for (const { facts } of Object.values(word.fields)) if (facts.of !== undefined) visit(facts.of())
  }
  visit(page.type)
  return [...found]
}

/** The facts of the attribute a path such as `relatedParty.id` leads to, if it leads to one. */
export function attributeAt(page: ResourcePage, path: string): FieldFacts | undefined {
  let word: TypeWord | undefined = page.type
  let facts: FieldFacts | undefined
  for (const name of path.split('.')) {
    facts = word?.fields[name]?.facts
    word = facts?.of?.()
  }
  return facts
}
