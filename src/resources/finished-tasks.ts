/**
 * Tasks and jobs stay readable for a while after their end (wire contract, section 18) and are then removed as a client
 * would remove them: with what belongs to them, and with the event their API has for it.
 */
import { Refusal, type ResourcePage } from '../declare/index.ts'
import { type Finished, lockFinished, readFinished } from '../store/finished.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { remove } from './remove.ts'
import { inWork } from './work.ts'

const batch = 100

/** Removes the tasks that came to their end before a moment. Tells after each batch how many. */
export async function* forgetTasks(context: Context, before: string): AsyncGenerator<number> {
  const { model } = context
  const pages = model.pages.filter((page) => page.isPassing && model.homeOf(page.kind).page === page)
  for (const page of pages) {
    if (!(await context.database.hasTable(page.kind))) continue
    let last: Finished | undefined
    do {
      const found = await readFinished(context.database, page, before, last, batch)
      last = found.length === batch ? found.at(-1) : undefined
      const tenants = new Set(found.map(({ tenant }) => tenant))
      for (const tenant of tenants) {
        const ids = found.filter((each) => each.tenant === tenant).map(({ id }) => id)
        yield await removeAll(context, page, tenant, ids)
      }
    } while (last)
  }
}

async function removeAll(
  context: Context,
  page: ResourcePage,
  tenant: string,
  ids: readonly string[],
): Promise<number> {
  const caller: Caller = { tenant, actor: 'goldthread', correlationId: '', rights: new Set(['engine']) }
  return inWork(context, tenant, async (work) => {
    let removed = 0
    for (const id of await lockFinished(work.tx, page, ids)) {
      const isRemoved = await remove({ ...context, work }, page, { id }, caller).then(
        () => true,
        (error: unknown) => {
          // What may not go, because others refer to it, stays as it would for a client.
          if (error instanceof Refusal) return false
          throw error
        },
      )
      if (isRemoved) removed += 1
    }
    return removed
  })
}
