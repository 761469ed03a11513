/**
 * TMF708: runs of tests. They begin in the background and end with a result (TMF707), whose file tells how it went.
 * The sample operator has no test bench: a run passes when its test may be used and its environment was set up.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import { newId } from '../resources/identifier.ts'
import type { Work } from '../resources/work.ts'

/** What a run of tests runs, and where its result is kept. */
interface Run {
  readonly attribute: string
  readonly test: string
  readonly result: string
  readonly definition: string
}

/** The kinds of runs; those that prepare an environment have no result of their own. */
const runs: Readonly<Record<string, Run | undefined>> = {
  TestCaseExecution: {
    attribute: 'testCase',
    test: 'TestCase',
    result: 'TestCaseResult',
    definition: 'testCaseResultDefinition',
  },
  TestSuiteExecution: {
    attribute: 'testSuite',
    test: 'TestSuite',
    result: 'TestSuiteResult',
    definition: 'testSuiteResultDefinition',
  },
  NonFunctionalTestExecution: {
    attribute: 'nonFunctionalTestModel',
    test: 'NonFunctionalTestModel',
    result: 'NonFunctionalTestResult',
    definition: 'nonFunctionalTestResultDefinition',
  },
  TestEnvironmentAllocationExecution: undefined,
  TestEnvironmentProvisioningExecution: undefined,
}

/** The behaviours of all kinds of runs. One that is told to be over already is a record and does not run. */
export function* testExecutions(): Iterable<readonly [string, Behaviour]> {
  for (const [kind, run] of Object.entries(runs)) {
    yield [
      kind,
      {
        onCreate: async (work, { id, state }, by) => {
          if (state === 'acknowledged') callWhenDue(work, { kind, id }, by)
        },
        whenDue: async (work, id, by) => {
          await work.lock([{ kind, id }])
          const execution = work.find(kind, id)
          if (execution?.state === 'acknowledged') return begin(work, { kind, run, execution }, by)
          if (execution?.state === 'inProgress') finish(work, { kind, run, execution }, by)
          return undefined
        },
      },
    ]
  }
}

interface Running {
  readonly kind: string
  readonly run: Run | undefined
  readonly execution: Document
}

/** Begins a run of a test that may be used; gives when it goes on. */
async function begin(work: Work, { kind, run, execution }: Running, by: Author): Promise<string | undefined> {
  const mayRun = run === undefined || (await isUsable(work, run, execution))
  const { page } = work.model.homeOf(kind)
  work.change(page, execution.id, { state: mayRun ? 'inProgress' : 'rejected' }, by)
  return mayRun ? work.now : undefined
}

/** A test that a run names must be one of ours, and not deprecated. */
async function isUsable(work: Work, { attribute, test }: Run, execution: Document): Promise<boolean> {
  const named = execution[attribute] as { id: string } | undefined
  if (named === undefined) return true
  await work.look([{ kind: test, id: named.id }])
  const found = work.find(test, named.id)
  return found !== undefined && found.state !== 'deprecated'
}

const broken = new Set(['failed', 'rejected', 'cancelled'])

function finish(work: Work, { kind, run, execution }: Running, by: Author): void {
  const environment = execution.testEnvironmentProvisioningExecution as { state?: string } | undefined
  const state = broken.has(environment?.state ?? '') ? 'failed' : 'completed'
  const over = work.change(work.model.homeOf(kind).page, execution.id, { state }, by)
  if (run === undefined) return
  const { page } = work.model.homeOf(run.result)
  const id = newId(page.path)
  const draft = {
    testExecution: { ...over, '@referredType': kind },
    [run.definition]: report(over, run, work.now),
  }
  work.create(page, draft, by, { id })
}

/** The file that tells how a run went. */
function report(execution: Document, { attribute }: Run, now: string): JsonObject {
  const verdict = execution.state === 'completed' ? 'passed' : 'failed'
  const told = { verdict, finished: now, [attribute]: execution[attribute] }
  return {
    name: `Result of ${execution.id}`,
    description: verdict,
    attachmentType: 'report',
    mimeType: 'application/json',
    content: Buffer.from(JSON.stringify(told)).toString('base64'),
  }
}
