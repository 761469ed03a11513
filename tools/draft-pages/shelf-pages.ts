/** The pages of the shared shelves. */
import type { Scope } from './field-code.ts'
import { importFromShelves, importWords } from './import-code.ts'
import type { Page } from './page.ts'
import type { Pool } from './pool.ts'
import { typeCode } from './type-code.ts'

/** A page for each shelf on which something stands. */
export function shelfPages(pool: Pool): Page[] {
  const { shelves, sharing, meanings, warn } = pool
  const written = new Set<string>()
  const pages: Page[] = []
  for (const shelf of shelves) {
    if (shelf.types.length === 0) continue
    const uses = new Set<string>()
    const blocks = shelf.types.map((self) => {
      const scope: Scope = { meanings, warn, self, written, uses }
      const block = typeCode(sharing.attributesOf(self), scope)
      written.add(self)
      return block
    })
    const body = blocks.join('\n')
    const others = shelves.filter((other) => other !== shelf)
    const imports = importWords(body) + importFromShelves(others, '.', uses)
    pages.push({ path: `shared/${shelf.name}.ts`, code: `/** ${shelf.text} */\n${imports}\n${body}` })
  }
  return pages
}
