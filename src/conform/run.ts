/** Runs all checks against a server, API by API. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'
import { fullExample } from '../documents/example.ts'
import { flowOf, withIds } from '../documents/flow.ts'
import { type Check, isMade } from './check.ts'
import { changeChecks, removeChecks } from './checks/change.ts'
import { createChecks } from './checks/create.ts'
import { announcesCreation, checkDelivery, type Hub } from './checks/events.ts'
import { readChecks } from './checks/read.ts'
import { type ServerOptions, ServerUnderTest } from './exchange.ts'
import { Listener } from './listener.ts'
import type { Subject } from './subject.ts'
import { Shortfall, Skipped, type Verdict } from './verdict.ts'

export interface RunOptions extends ServerOptions {
  readonly apis: readonly ApiPage[]
  /** Where the server can reach this machine; undefined leaves events out. */
  readonly listen: string | undefined
  /** Told of each verdict as it is there, with how many there will be in all. */
  readonly onVerdict?: (verdict: Verdict, total: number) => void
}

/** Checks every resource of the APIs. Never throws because of what the server does. */
export async function conform(options: RunOptions): Promise<Verdict[]> {
  const listener = new Listener()
  const callback = options.listen === undefined ? undefined : await listener.open(options.listen)
  const hub = callback === undefined ? undefined : { listener, callback, timeout: options.timeout }
  const total = options.apis.reduce((sum, api) => sum + plannedOf(api, hub), 0)
  const verdicts: Verdict[] = []
  const tell = (verdict: Verdict) => {
    verdicts.push(verdict)
    options.onVerdict?.(verdict, total)
  }
  try {
    for (const api of options.apis) await conformApi(api, new ServerUnderTest(options), hub, tell)
  } finally {
    listener.close()
  }
  return verdicts
}

const checks: readonly Check[] = [...createChecks, ...readChecks, ...changeChecks]
const deliveryCheck = 'a subscriber is told of a create'

/** The checks of one API: what others need is created first and removed last. */
async function conformApi(
  api: ApiPage,
  server: ServerUnderTest,
  hub: Hub | undefined,
  tell: (verdict: Verdict) => void,
): Promise<void> {
  const ids = new Map<string, string>()
  const subjects: Subject[] = []
  for (const page of flowOf(api).order) {
    const subject = subjectOf(api, page, server, ids)
    subjects.push(subject)
    for (const check of checks.filter((each) => isMade(each, page))) {
      tell(await judged(subject, check.name, () => check.run(subject)))
      if (subject.document) ids.set(page.kind, String(subject.document.id))
    }
    if (hub && announcesCreation(subject)) {
      tell(await judged(subject, deliveryCheck, () => checkDelivery(subject, hub)))
    }
  }
  for (const subject of subjects.reverse()) {
    for (const check of removeChecks.filter((each) => isMade(each, subject.page))) {
      tell(await judged(subject, check.name, () => check.run(subject)))
    }
  }
}

function plannedOf(api: ApiPage, hub: Hub | undefined): number {
  return api.resources.reduce((sum, page) => {
    const made = [...checks, ...removeChecks].filter((check) => isMade(check, page)).length
    const delivery = hub && page.verbs.has('create') && page.announces.has('created') ? 1 : 0
    return sum + made + delivery
  }, 0)
}

function subjectOf(
  api: ApiPage,
  page: ResourcePage,
  server: ServerUnderTest,
  ids: ReadonlyMap<string, string>,
): Subject {
  const { within } = page.facts
  const above = within ? `/${within.path}/${encodeURIComponent(ids.get(within.kind) ?? '-')}` : ''
  // What was only found, and not made for this, may be another's.
  const made = new Map(
    [...ids].filter(([kind]) => api.resources.some((each) => each.kind === kind && each.verbs.has('create'))),
  )
  const body = withIds(page, fullExample(page), made)
  const isWithoutParent = within !== undefined && !ids.has(within.kind)
  return {
    server,
    api,
    page,
    path: `${api.path}${above}/${page.path}`,
    body,
    document: undefined,
    skipped: isWithoutParent ? `there is no ${within.member} for it to belong to` : undefined,
  }
}

async function judged(subject: Subject, check: string, run: () => Promise<void>): Promise<Verdict> {
  const began = performance.now()
  const verdict = (outcome: Verdict['outcome'], message?: string): Verdict => ({
    api: subject.api.number,
    resource: subject.page.path,
    check,
    outcome,
    ...(message === undefined ? {} : { message }),
    milliseconds: Math.round(performance.now() - began),
  })
  if (subject.skipped !== undefined) return verdict('skipped', subject.skipped)
  try {
    await run()
    return verdict('passed')
  } catch (error) {
    if (error instanceof Skipped) return verdict('skipped', error.message)
    if (error instanceof Shortfall) return verdict('failed', `${error.message}\n${subject.server.last}`)
    throw error
  }
}
