/** The pages of the information model, by the names tests use. */
import { apis } from '../../src/apis/index.ts'
import type { ResourcePage } from '../../src/declare/index.ts'
import { Model } from '../../src/derive/model.ts'

export const model = new Model(apis)

/** A page by its name, the first where two APIs have the same; or by the kind of its documents. */
export function pageOf(name: string): ResourcePage {
  const found =
    model.pages.find((page) => page.name === name) ?? model.pages.find((page) => page.kind === name)
  if (found === undefined) throw new Error(`no page ${name}`)
  return found
}
