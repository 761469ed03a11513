/** Runs all checks against a server, API by API. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'
import { flowOf } from '../documents/flow.ts'
import { operationsOf } from '../documents/operations.ts'
import { bodyOf, type OwnBodies } from './bodies.ts'
import { type Check, isMade } from './check.ts'
import { changeChecks, removeChecks } from './checks/change.ts'
import { createChecks } from './checks/create.ts'
import { createdType, eventChecks } from './checks/events.ts'
import { filterChecks } from './checks/filter.ts'
import { methodChecks } from './checks/method.ts'
import { monitorChecks } from './checks/monitor.ts'
import { readChecks } from './checks/read.ts'
import { type ServerOptions, ServerUnderTest } from './exchange.ts'
import { type Ear, HubUnderTest } from './hub.ts'
import { Listener } from './listener.ts'
import { type OfficialShape, officialShape } from './official-shape.ts'
import { isOurs } from './shape.ts'
import type { Subject } from './subject.ts'
import { Shortfall, Skipped, type Verdict } from './verdict.ts'

export interface RunOptions extends ServerOptions {
  readonly apis: readonly ApiPage[]
  /** Base paths of APIs that lie elsewhere than their official file says, by number. */
  readonly paths?: ReadonlyMap<string, string>
  /** Bodies of the tester's own. */
  readonly bodies?: OwnBodies | undefined
  /** A folder of official files that answers are held against, too. */
  readonly files?: string | undefined
  /** Where the server can reach this machine; undefined leaves events out. */
  readonly listen: string | undefined
  /** Told of each verdict as it is there, with how many there will be in all. */
  readonly onVerdict?: (verdict: Verdict, total: number) => void
}

/** Checks every resource of the APIs. Never throws because of what the server does. */
export async function conform(options: RunOptions): Promise<Verdict[]> {
  const listener = new Listener()
  const url = options.listen === undefined ? undefined : await listener.open(options.listen)
  const ear = url === undefined ? undefined : { listener, url, timeout: options.timeout }
  const server = new ServerUnderTest(options)
  const courses = options.apis.map((api) => courseOf(api, server, ear, options))
  const total = courses.reduce((sum, steps) => sum + steps.length, 0)
  const verdicts: Verdict[] = []
  try {
    for (const step of courses.flat()) {
      const verdict = await judged(step, server)
      verdicts.push(verdict)
      options.onVerdict?.(verdict, total)
    }
  } finally {
    listener.close()
  }
  return verdicts
}

/** One check of one resource. */
interface Step {
  readonly api: string
  readonly resource: string
  readonly check: string
  readonly run: () => Promise<void>
}

const upward: readonly Check[] = [
  ...monitorChecks,
  ...createChecks,
  eventChecks.created,
  ...readChecks,
  ...filterChecks,
  ...changeChecks,
  eventChecks.changed,
  ...methodChecks,
]
const downward: readonly Check[] = [...removeChecks, eventChecks.removed]

/** The steps of one API: what others need is created first and removed last. */
function courseOf(
  api: ApiPage,
  server: ServerUnderTest,
  ear: Ear | undefined,
  { paths, bodies, files }: RunOptions,
): Step[] {
  const path = paths?.get(api.number) ?? api.path
  const order = flowOf(api).order.filter((page) => !isAddition(api, page))
  const type = createdType(order.filter((page) => !isOurs(api, `${page.name}CreateEvent`, 'extra event')))
  const hub = ear && type !== undefined ? new HubUnderTest(server, api, path, type, ear) : undefined
  const official = files === undefined ? undefined : officialShape(files, api.number)
  const ids = new Map<string, string>()
  const subjects = new Map<ResourcePage, Subject>()
  const subjectOf = (page: ResourcePage): Subject => {
    const known = subjects.get(page)
    if (known) return known
    const subject = newSubject({ server, api, path, hub, official, bodies, ids }, page)
    subjects.set(page, subject)
    return subject
  }
  const stepsOf = (checks: readonly Check[], page: ResourcePage): Step[] =>
    checks
      .filter((check) => isMade(check, page) && (!check.isOfEvents || (hub && isHeard(api, page, check))))
      .map((check) => ({
        api: api.number,
        resource: page.path,
        check: check.name,
        run: async () => {
          const subject = subjectOf(page)
          if (subject.isWithoutParent) throw new Skipped(String(subject.missing))
          await check.run(subject)
          if (subject.document) ids.set(page.kind, String(subject.document.id))
        },
      }))
  const ofHub = (check: string, run: (hub: HubUnderTest) => Promise<void>): Step[] =>
    hub ? [{ api: api.number, resource: 'hub', check, run: () => run(hub) }] : []
  return [
    ...ofHub('a subscription is answered with 201 and its id', (each) => each.subscribe()),
    ...order.flatMap((page) => stepsOf(upward, page)),
    ...[...order].reverse().flatMap((page) => stepsOf(downward, page)),
    ...ofHub('a subscriber that asks for one type of event hears of no other', (each) => each.checkQuery()),
    ...ofHub('a subscription ends with 204, and once', (each) => each.unsubscribe()),
  ]
}

/** Whether the official file has nothing of a resource: it is asked of nobody. */
function isAddition(api: ApiPage, page: ResourcePage): boolean {
  return operationsOf(api)
    .filter(({ of }) => of?.page === page)
    .map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{id}')}`)
    .every((operation) => isOurs(api, operation, 'extra operation'))
}

/** What the official file does not announce is asked of nobody. */
function isHeard(api: ApiPage, page: ResourcePage, check: Check): boolean {
  return check !== eventChecks.created || !isOurs(api, `${page.name}CreateEvent`, 'extra event')
}

interface Surroundings {
  readonly server: ServerUnderTest
  readonly api: ApiPage
  /** The base path of the API. */
  readonly path: string
  readonly hub: HubUnderTest | undefined
  readonly official: OfficialShape | undefined
  readonly bodies: OwnBodies | undefined
  /** The documents there are so far, by kind. */
  readonly ids: ReadonlyMap<string, string>
}

function newSubject({ bodies, ids, ...around }: Surroundings, page: ResourcePage): Subject {
  const { api, path } = around
  const { within } = page.facts
  const above = within ? `/${within.path}/${encodeURIComponent(ids.get(within.kind) ?? '-')}` : ''
  // What was only found, and not made for this, may be another's.
  const made = new Map(
    [...ids].filter(([kind]) => api.resources.some((each) => each.kind === kind && each.verbs.has('create'))),
  )
  const isWithoutParent = within !== undefined && !ids.has(within.kind)
  return {
    ...around,
    page,
    path: `${path}${above}/${page.path}`,
    body: bodyOf(api, page, bodies, made),
    document: undefined,
    missing: isWithoutParent ? `there is no ${within.member} for it to belong to` : undefined,
    isWithoutParent,
    done: new Set(),
  }
}

async function judged({ api, resource, check, run }: Step, server: ServerUnderTest): Promise<Verdict> {
  const began = performance.now()
  server.begin()
  const verdict = (outcome: Verdict['outcome'], message?: string): Verdict => ({
    api,
    resource,
    check,
    outcome,
    ...(message === undefined ? {} : { message }),
    milliseconds: Math.round(performance.now() - began),
  })
  try {
    await run()
    return verdict('passed')
  } catch (error) {
    if (error instanceof Skipped) return verdict('skipped', error.message)
    if (error instanceof Shortfall) return verdict('failed', `${error.message}\n${server.last}`.trimEnd())
    throw error
  }
}
