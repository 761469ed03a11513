/** `/goldthread/v1/subscription`: the subscriptions of all clients and how they do; a suspended one can go on. */
import { readAnySubscription, resume } from '../hub/dead-letters.ts'
import { type OverviewRow, readOverview } from '../store/subscription-overview.ts'
import { operatorOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { answerOnce } from './idempotency.ts'
import { answerItem, answerList } from './operator-list.ts'
import type { Routes } from './routes.ts'

const path = '/goldthread/v1/subscription'
const names = ['status', 'client'] as const

interface Params {
  readonly id: string
}

/** Where an operator sees a subscription; without base. */
export function hrefOfSubscription(id: string): string {
  return `${path}/${encodeURIComponent(id)}`
}

/** Adds the subscriptions of all clients. */
export function subscriptionRoutes(routes: Routes, edge: Edge): void {
  const { context } = edge

  routes.get(path, (request, reply) =>
    answerList(edge, request, reply, {
      path,
      names,
      read: async (selection, window, external) => {
        const found = await readOverview(context.database, operatorOf(request.id).tenant, selection, window)
        return { rows: found.rows.map((row) => show(row, external)), total: found.total }
      },
    }),
  )

  routes.get<{ Params: Params }>(`${path}/:id`, (request, reply) =>
    answerItem(edge, request, reply, async (external) =>
      show(await readAnySubscription(context, request.params.id, operatorOf(request.id)), external),
    ),
  )

  routes.post<{ Params: Params }>(`${path}/:id/resume`, async (request, reply) => {
    const caller = operatorOf(request.id)
    const { id } = request.params
    const read = { caller, path: `${hrefOfSubscription(id)}/resume`, type: '', body: undefined }
    return answerOnce(edge, request, reply, read, async (joined) => {
      await resume(joined, id, caller)
      return { status: 204 }
    })
  })
}

function show(row: OverviewRow, base: string): object {
  return {
    id: row.id,
    href: base + hrefOfSubscription(row.id),
    api: row.api,
    topic: row.topic ?? undefined,
    client: row.client,
    callback: row.callback,
    query: row.query ?? undefined,
    status: row.status,
    pendingEvents: row.pending,
    deadLetters: row.dead,
    failingSince: row.failing_since ?? undefined,
    lastError: row.last_error ?? undefined,
    creationDate: row.created,
    '@type': 'Subscription',
  }
}
