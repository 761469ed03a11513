/** POST of a document that its parent holds in one of its own attributes: the parent changes, and is the answer. */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { stampNew } from '../derive/stamp.ts'
import { pageOfType } from '../derive/typed-page.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { authorOf, lockOne } from './patch.ts'
import { inWork } from './work.ts'
import type { Written } from './written.ts'

const mostEmbedded = 1_000

/** Adds an element, found to be right, to those of its parent. Gives the parent. Throws `resourceNotFound`. */
export async function embed(
  context: Context,
  page: ResourcePage,
  draft: JsonObject,
  caller: Caller,
  parent: string,
): Promise<Written> {
  const { within, embeddedAs } = page.facts
  if (within === undefined || embeddedAs === undefined) throw new Error(`${page.name} is embedded in nothing`)
  return inWork(context, caller.tenant, async (work) => {
    const behaviour = context.behaviours.get(within.kind)
    await behaviour?.beforeLock?.(work, parent)
    const { document: before, key } = await lockOne(work, within, { id: parent })
    const elements = (before[embeddedAs] ?? []) as JsonObject[]
    if (elements.length >= mostEmbedded) {
      throw refuse(
        'limitReached',
        `${within.member} ${parent} has ${mostEmbedded} of its ${embeddedAs} already`,
      )
    }
    const author = await authorOf(work, within, before.id, caller)
    const element = stampNew(pageOfType(page, draft['@type']), draft, work.now)
    const after: Document = work.change(within, key, { [embeddedAs]: [...elements, element] }, author)
    await behaviour?.onChange?.(work, before, after, author)
    const { correlationId } = author
    return {
      document: work.get(within.kind, key),
      revision: work.revisionOf(within.kind, key),
      correlationId,
    }
  })
}
