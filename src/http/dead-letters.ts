/**
 * `/goldthread/v1/deadLetter`: the events that were given up, for operators to see and to send again, one by one, by
 * subscription or by time (wire contract, section 21.4, 7).
 */
import { refuse } from '../declare/index.ts'
import { readInstant } from '../derive/literal.ts'
import { readObject } from '../derive/validate.ts'
import { idOf, maxResent, readDeadLetter, resendMany, resendOne } from '../hub/dead-letters.ts'
import { type DeadLetterFilter, type DeadLetterRow, readDeadLetters } from '../store/dead-letters.ts'
import { readJson } from './body.ts'
import { operatorOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { answerOnce } from './idempotency.ts'
import { checkAccept, checkContentType, postTypes } from './negotiation.ts'
import { answerItem, answerList, selectionOf } from './operator-list.ts'
import type { Routes } from './routes.ts'
import { hrefOfSubscription } from './subscriptions.ts'

const path = '/goldthread/v1/deadLetter'
const names = ['subscription', 'from', 'to'] as const

interface Params {
  readonly id: string
}

/** Adds the dead letters. */
export function deadLetterRoutes(routes: Routes, edge: Edge): void {
  const { context, settings } = edge

  routes.get(path, (request, reply) =>
    answerList(edge, request, reply, {
      path,
      names,
      read: async (selection, window, external) => {
        const { tenant } = operatorOf(request.id)
        const found = await readDeadLetters(context.database, tenant, filterOf(selection), window)
        return { rows: found.rows.map((row) => show(row, external)), total: found.total }
      },
    }),
  )

  routes.get<{ Params: Params }>(`${path}/:id`, (request, reply) =>
    answerItem(edge, request, reply, async (external) =>
      show(await readDeadLetter(context, request.params.id, operatorOf(request.id)), external),
    ),
  )

  routes.post<{ Params: Params }>(`${path}/:id/resend`, async (request, reply) => {
    const caller = operatorOf(request.id)
    const { id } = request.params
    const read = { caller, path: `${path}/${encodeURIComponent(id)}/resend`, type: '', body: undefined }
    return answerOnce(edge, request, reply, read, async (joined) => {
      await resendOne(joined, id, caller)
      return { status: 202, body: resent(1) }
    })
  })

  routes.post(`${path}/resend`, async (request, reply) => {
    checkAccept(request.headers.accept)
    const type = checkContentType(request.headers['content-type'], postTypes)
    const body = await readJson(request.raw, settings.maxBody)
    const filter = filterOf(selectionOf(names, Object.entries(readObject(body))))
    const caller = operatorOf(request.id)
    const read = { caller, path: `${path}/resend`, type, body }
    return answerOnce(edge, request, reply, read, async (joined) => ({
      status: 202,
      body: resent(await resendMany(joined, filter, caller)),
    }))
  })
}

/** How many are sent again; fewer than all when there were too many for one request. */
const resent = (count: number): string =>
  JSON.stringify({ '@type': 'Resent', count, isComplete: count < maxResent })

function filterOf({
  subscription,
  from,
  to,
}: Partial<Record<(typeof names)[number], string>>): DeadLetterFilter {
  return { subscription, from: momentOf('from', from), to: momentOf('to', to) }
}

function momentOf(name: string, value: string | undefined): string | undefined {
  const instant = value === undefined ? undefined : readInstant(value)
  if (instant) return new Date(instant[0]).toISOString()
  if (value === undefined) return undefined
  throw refuse('invalidFilterValue', `${name} must be a date-time such as 2026-03-01T09:00:00Z`)
}

function show(row: DeadLetterRow, base: string): object {
  const id = idOf(row)
  return {
    id,
    href: `${base}${path}/${encodeURIComponent(id)}`,
    subscription: { id: row.subscription, href: base + hrefOfSubscription(row.subscription) },
    callback: row.callback,
    eventId: row.event_id ?? undefined,
    eventType: row.event_type ?? undefined,
    eventTime: row.event_time ?? undefined,
    correlationId: row.correlation_id,
    source: { id: row.entity_id, '@referredType': row.kind },
    attempts: row.attempts,
    firstAttemptDate: row.first_try ?? undefined,
    givenUpDate: row.parked,
    lastError: row.last_error ?? undefined,
    '@type': 'DeadLetter',
  }
}
