/**
 * The tasks on service problems (TMF656): they are acknowledged and that is taken back, gathered under a parent and taken
 * out again. What a task names and is not here lives in another system; it is left as it is.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'

const kind = 'ServiceProblem'
/** How a tracking record says what was done. */
const acknowledged = 'acknowledged'
const unacknowledged = 'acknowledgement taken back'

export function* serviceProblems(): Iterable<readonly [string, Behaviour]> {
  yield tracking('ProblemAcknowledgement', acknowledged, 'ackProblem')
  yield tracking('ProblemUnacknowledgement', unacknowledged, 'unackProblem')
  yield ['ProblemGroup', { onCreate: group }]
  yield ['ProblemUngroup', { onCreate: ungroup }]
}

/** A task that records on each problem what was done, and by whom; it tells to which. */
function tracking(task: string, description: string, result: string): readonly [string, Behaviour] {
  const onCreate: Behaviour['onCreate'] = async (work, document, by) => {
    // An import brings tasks that are over.
    if (document[result] !== undefined) return
    const problems = await problemsOf(work, document.problem)
    const done = problems.filter((problem) => isAcknowledged(problem) !== (description === acknowledged))
    for (const problem of done) {
      const records = listIn(problem.trackingRecord)
      const said = { id: String(records.length + 1), ...(document.trackingRecord as JsonObject | undefined) }
      change(work, problem.id, { trackingRecord: [...records, { ...said, description, time: work.now }] }, by)
    }
    if (done.length === 0) return
    work.change(work.model.homeOf(task).page, document.id, { [result]: done.map(refTo) }, by)
  }
  return [task, { onCreate }]
}

/** Whether the last of the records that say so says that somebody has seen the problem. */
function isAcknowledged({ trackingRecord }: Document): boolean {
  const said = listIn(trackingRecord).filter(
    ({ description }) => description === acknowledged || description === unacknowledged,
  )
  return said.at(-1)?.description === acknowledged
}

/** Children name their parent, the parent those it underlies. No problem becomes part of itself. */
async function group(work: Work, task: Document, by: Author): Promise<void> {
  const [parent] = await problemsOf(work, [task.parentProblem])
  if (parent === undefined) return
  const above = await ancestorsOf(work, parent)
  const children = (await problemsOf(work, task.childProblem)).filter(({ id }) => !above.has(id))
  for (const child of children) {
    change(work, child.id, { parentProblem: withRef(child.parentProblem, parent) }, by)
    const { underlyingProblem } = work.get(kind, parent.id)
    change(work, parent.id, { underlyingProblem: withRef(underlyingProblem, child) }, by)
  }
}

async function ungroup(work: Work, task: Document, by: Author): Promise<void> {
  const [parent] = await problemsOf(work, [task.parentProblem])
  for (const child of await problemsOf(work, task.childProblem)) {
    const parentId = (task.parentProblem as { id?: unknown }).id
    change(work, child.id, { parentProblem: withoutRef(child.parentProblem, String(parentId)) }, by)
    if (parent === undefined) continue
    const { underlyingProblem } = work.get(kind, parent.id)
    change(work, parent.id, { underlyingProblem: withoutRef(underlyingProblem, child.id) }, by)
  }
}

const maxAncestors = 100

/** The ids of a problem and of all it is part of. */
async function ancestorsOf(work: Work, problem: Document): Promise<Set<string>> {
  const known = new Set([problem.id])
  let level = [problem]
  while (level.length > 0 && known.size < maxAncestors) {
    const parents = level.flatMap(({ parentProblem }) => listIn(parentProblem))
    level = (await problemsOf(work, parents)).filter(({ id }) => !known.has(id))
    for (const { id } of level) known.add(id)
  }
  return known
}

/** The problems that references name, as far as they are here, locked for change. */
async function problemsOf(work: Work, references: unknown): Promise<Document[]> {
  const ids = [...new Set(listIn(references).map(({ id }) => String(id)))]
  await work.lock(ids.map((id) => ({ kind, id })))
  return ids.flatMap((id) => work.find(kind, id) ?? [])
}

function change(work: Work, id: string, attributes: JsonObject, by: Author): void {
  work.change(work.model.homeOf(kind).page, id, attributes, by)
}

const listIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : [])
const refTo = ({ id, href }: Document): JsonObject => ({ id, href, '@referredType': kind })

function withRef(references: unknown, problem: Document): JsonObject[] {
  const others = listIn(references)
  return others.some(({ id }) => id === problem.id) ? others : [...others, refTo(problem)]
}

function withoutRef(references: unknown, id: string): JsonObject[] | undefined {
  const kept = listIn(references).filter((each) => each.id !== id)
  return kept.length > 0 ? kept : undefined
}
