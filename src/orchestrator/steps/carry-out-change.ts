/**
 * A change that a client asked of the network (TMF640, TMF664, TMF702): the command, then the document as it was asked for
 * and the end of the monitor, in one transaction.
 */
import { type Document, Refusal, type ResourcePage, refuse } from '../../declare/index.ts'
import { stateOf } from '../../derive/change.ts'
import { parseFields } from '../../derive/fields.ts'
import type { JsonObject } from '../../derive/json.ts'
import { type Answer, answerOf } from '../../resources/answer.ts'
import { endMonitor } from '../../resources/monitored.ts'
import { notFound } from '../../resources/read.ts'
import { checkReferences } from '../../resources/remove.ts'
import { commandFor, type TargetKind } from '../command.ts'
import type { CommandedChange, Step } from '../plan.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'

export const carryOutChange: Task = {
  name: 'Carry out a change in the network (TMF640, TMF664, TMF702)',
  run: async (desk, step) => {
    const { change, document } = at(desk, step)
    if (document === undefined) return failed(desk, step, isGone(desk, step))
    const kind = desk.plan.of.kind as TargetKind
    const wanted = { ...document, ...attributesOf(change.changes) }
    return { kind: 'call', command: commandFor(desk, step, change.action, { kind, document: wanted }) }
  },
  finish: async (desk, step, result) => {
    const { page, change, document } = at(desk, step)
    if (document === undefined) return failed(desk, step, isGone(desk, step))
    if (result.outcome === 'refused') {
      const why = `the network refused to ${change.action} it: ${result.code} ${result.reason}`
      return failed(
        desk,
        step,
        refuse('businessRuleViolated', asItIs(page, document, why), stateIn(page, document)),
      )
    }
    const ended = await apply(desk, step)
    if (ended instanceof Refusal) return failed(desk, step, ended)
    end(desk, step, ended)
    return done()
  },
  giveUp: (desk, step, message) => {
    const { page, document } = at(desk, step)
    const detail = { headers: { 'Retry-After': '60' } }
    const refusal = document
      ? refuse('unavailable', asItIs(page, document, message), { ...stateIn(page, document), ...detail })
      : isGone(desk, step)
    end(desk, step, refusal)
  },
}

interface Place {
  readonly page: ResourcePage
  readonly change: CommandedChange
  /** Undefined when somebody has removed it meanwhile. */
  readonly document: Document | undefined
}

function at(desk: Desk, { change, id }: Step): Place {
  if (change === undefined) throw new Error(`step ${id} changes nothing`)
  const { page } = desk.work.model.collectionAt(change.collection)
  return { page, change, document: desk.work.find(desk.plan.of.kind, desk.plan.of.id) }
}

/** What the client asked for becomes true; a refusal when a document that is to be removed has come into use. */
async function apply(desk: Desk, step: Step): Promise<Answer | Refusal> {
  const { page, change, document } = at(desk, step)
  const { kind, id } = desk.plan.of
  const author = step.by ?? desk.author
  const { since, status, isRemoval = false } = change
  const dated = since !== undefined && document?.[since] === undefined ? { [since]: desk.work.now } : {}
  desk.work.change(page, id, { ...dated, ...attributesOf(change.changes) }, author)
  if (isRemoval) {
    try {
      await checkReferences(desk.work, page, id)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
    await desk.work.remove(page, id, author)
    return { status }
  }
  const written = {
    document: desk.get(kind, id),
    revision: desk.work.revisionOf(kind, id),
    correlationId: author.correlationId,
  }
  const fields = change.tracking?.fields
  const selection = fields && parseFields(page, fields)
  const { model } = desk.work
  const location = status === 201 ? { location: model.hrefOf(page, id) } : {}
  return { status, ...location, ...answerOf(model, page, written, { selection }) }
}

function failed(desk: Desk, step: Step, refusal: Refusal): Outcome {
  end(desk, step, refusal)
  return { kind: 'fail', message: refusal.message }
}

function end(desk: Desk, step: Step, outcome: Answer | Refusal): void {
  const { page, change } = at(desk, step)
  if (change.tracking === undefined) return
  const source = desk.work.model.hrefOf(page, desk.plan.of.id)
  endMonitor(desk.work, change.tracking, outcome, { source, author: step.by ?? desk.author })
}

function isGone(desk: Desk, step: Step): Refusal {
  return notFound(at(desk, step).page, desk.plan.of.id)
}

/** Why it was not done, and how things are now. */
function asItIs(page: ResourcePage, document: Document, why: string): string {
  const state = stateOf(page, document)
  const stays = state === undefined ? 'stays as it was' : `is ${state}`
  return `${page.member} ${document.id} ${stays}, and may be asked again: ${why}`
}

function stateIn(page: ResourcePage, document: Document): { currentState?: string } {
  const state = stateOf(page, document)
  return state === undefined ? {} : { currentState: state }
}

/** Attributes as the unit of work takes them: what was null goes. */
function attributesOf(changes: Readonly<JsonObject>): JsonObject {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? undefined]))
}
