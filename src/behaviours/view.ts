/**
 * Views (TMF910): what they show are the documents of other APIs, under names of an earlier edition. What is posted to one
 * becomes a document there, with all that follows from it.
 */
import { Refusal, type ResourcePage, type View } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { askedThere, keptAs, refusedHere, shownBy, sortedThere } from '../derive/view.ts'
import type { Behaviour, Source } from '../resources/behaviour.ts'
import type { Context } from '../resources/context.ts'
import { create } from '../resources/create.ts'
import { find, list, walk } from '../resources/read.ts'

/** The behaviours of all views, by kind. */
export function viewBehaviours(context: Context): Map<string, Behaviour> {
  return new Map(
    context.model.pages.flatMap((page): [string, Behaviour][] => {
      const view = page.facts.shows
      return view === undefined ? [] : [[page.kind, behaviourOf(context, page, view)]]
    }),
  )
}

function behaviourOf(context: Context, page: ResourcePage, view: View): Behaviour {
  const there = () => context.model.homeOf(view.of).page
  return {
    source: sourceOf(context, page, view),
    store: async (work, draft, caller) => {
      const { document } = await create(
        { ...context, work },
        there(),
        keptAs(view, draft, there().type),
        caller,
      ).catch((error: unknown) => {
        throw error instanceof Refusal ? refusedHere(view, error) : error
      })
      return {
        ...shownBy(page, view, document),
        id: document.id,
        href: context.model.hrefOf(page, document.id),
      }
    },
  }
}

function sourceOf(context: Context, page: ResourcePage, view: View): Source {
  const there = () => context.model.homeOf(view.of).page
  const asked = <Query extends Parameters<typeof list>[2] | Parameters<typeof walk>[2]>(
    query: Query,
  ): Query => ({
    ...query,
    filter: askedThere(there(), view, query.filter),
    sort: sortedThere(there(), view, query.sort ?? []),
  })
  const shown = <Row extends { readonly text: string }>(row: Row): Row => {
    const document = shownBy(page, view, JSON.parse(row.text) as JsonObject)
    return { ...row, text: JSON.stringify(document) }
  }
  return {
    read: async (place, caller) => {
      const row = await find(context, there(), place, caller)
      return row && shown(row)
    },
    list: async (query, caller) => {
      const { rows, total } = await list(context, there(), asked(query), caller)
      return { rows: rows.map(shown), total }
    },
    walk: async (query, caller) => {
      const { rows, ...walked } = await walk(context, there(), asked(query), caller)
      return { ...walked, rows: rows.map((each) => ({ ...each, row: shown(each.row) })) }
    },
  }
}
