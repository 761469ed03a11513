/** Examples of changes, made from the page like the examples of a create. */
import type { FieldFacts, ResourcePage } from '../declare/index.ts'
import { isFinal } from '../derive/change.ts'
import { isSetByPatch, partOf } from '../derive/schema.ts'
import { stampNew } from '../derive/stamp.ts'
import type { JsonObject } from '../derive/validate.ts'
import { exampleAttributes, fullExample } from './example.ts'
import { exampleMoment } from './example-text.ts'

/** What may change of an order in every state (wire contract, section 12). */
const alwaysOpen = ['note', 'externalReference', 'relatedParty']

/** A merge patch of one attribute of the full example. Undefined when a client can change none of it. */
export function patchExample(page: ResourcePage): JsonObject | undefined {
  const example = exampleAttributes(page)
  const changes = Object.entries(page.fields).flatMap(([name, { facts }]): [string, unknown][] => {
    const isOpen = isSetByPatch(facts) && !facts.stamp && !name.startsWith('@')
    const isOfState = name === page.lifecycle?.of || name === page.lifecycle?.movedAt
    if (!isOpen || isOfState || !(name in example)) return []
    const value = changed(facts, example[name])
    return value === undefined ? [] : [[name, value]]
  })
  const [name, value] =
    changes.find(([each]) => page.facts.isOrder === true && alwaysOpen.includes(each)) ??
    changes.find(([each]) => each === 'description') ??
    changes.find(([each]) => isFree(page.fields[each]?.facts)) ??
    changes[0] ??
    []
  return name === undefined ? undefined : { [name]: value }
}

/**
 * A move of the lifecycle a client may make right after the create: to a final state if there is one. Undefined for
 * what moves by itself, and where there is no such move.
 */
export function moveExample(page: ResourcePage): JsonObject | undefined {
  const { lifecycle, facts } = page
  const state = lifecycle && page.fields[lifecycle.of]?.facts
  if (!lifecycle || !state || !isSetByPatch(state) || facts.isOrder || facts.isTask) return undefined
  const first = String(fullExample(page)[lifecycle.of] ?? lifecycle.starts)
  const targets = Object.entries(lifecycle.moves[first] ?? {})
    .filter(([, mover]) => mover === 'client')
    .map(([to]) => to)
  const to = targets.find((target) => isFinal(page, target)) ?? targets[0]
  return to === undefined ? undefined : { [lifecycle.of]: to }
}

/** A replacement of the full example: the same again, with what is always present as far as a client may set it. */
export function replaceExample(page: ResourcePage): JsonObject {
  const stored = stampNew(page, fullExample(page), exampleMoment)
  const settable = Object.entries(stored).filter(([name]) => {
    const own = page.fields[name]?.facts
    return own === undefined || (isSetByPatch(own) && own.stamp !== 'change')
  })
  return Object.fromEntries(settable)
}

/** Whether an attribute is a text of any form: one whose meaning gives an instance may have a form to keep. */
function isFree(facts: FieldFacts | undefined): boolean {
  return facts?.kind === 'text' && !/\bsuch as\b/.test(facts.meaning)
}

/** Another value of the same kind; undefined when there is none. */
function changed(facts: FieldFacts, value: unknown): unknown {
  switch (facts.kind) {
    case 'text':
    case 'any':
      return `${value}, changed`
    case 'uri':
      return `${value}/changed`
    case 'dateTime':
      return exampleMoment.replace('-03-', '-04-')
    case 'integer':
    case 'number':
      return Number(value) + 1
    case 'yesNo':
      return !value
    case 'base64':
      return Buffer.from('changed').toString('base64')
    case 'oneOf':
      return facts.values?.find((other) => other !== value)
    case 'part':
      return changedPart(facts, value as JsonObject)
    case 'list': {
      const [first] = value as unknown[]
      const element = facts.element ? changed(facts.element, first) : changedPart(facts, first as JsonObject)
      return element === undefined ? undefined : [element]
    }
  }
}

function changedPart(facts: FieldFacts, part: JsonObject): JsonObject | undefined {
  const { fields } = partOf(facts)
  for (const [name, value] of Object.entries(part)) {
    const own = fields[name]?.facts
    if (own === undefined || own.isItemId || name === 'id' || name.startsWith('@')) continue
    const other = changed(own, value)
    if (other !== undefined) return { ...part, [name]: other }
  }
  return undefined
}
