/** What may change in a document, and what did (wire contract, sections 12 and 21.3). */

import { isDeepStrictEqual } from 'node:util'
import { type Mover, type Moves, type ResourcePage, refuse } from '../declare/index.ts'
import { aOrAn } from './article.ts'
import type { JsonObject } from './validate.ts'

/** The names of the attributes that differ between two versions of a document. */
export function changedAttributes(before: JsonObject, after: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]))
}

/**
 * Refuses a change of attributes no client may change. The same value is fine, so that a document
 * that was read can be sent back whole; dates the server keeps at every change are simply kept.
 */
export function checkPatchable(page: ResourcePage, changed: readonly string[]): void {
  const fixed = changed.filter((name) => isFixed(page, name))
  if (fixed.length === 0) return
  const findings = fixed.map((path) => ({
    code: 'attributeNotPatchable' as const,
    path,
    message: `of ${aOrAn(page.member)} is ${page.fields[path]?.facts.writer === 'once' ? 'set on create only' : 'set by the server'}`,
  }))
  const [first] = findings
  throw refuse('attributeNotPatchable', `${first?.path} ${first?.message}`, { errorItem: findings })
}

/** Whether an attribute is not for clients to change: identity, type, and what the page keeps to the server or to create. */
export function isFixed(page: ResourcePage, name: string): boolean {
  if (name === 'id' || name === 'href' || name.startsWith('@')) return true
  const writer = page.fields[name]?.facts.writer
  return writer === 'server' || writer === 'once'
}

/** Whether a caller with these rights may make a move of this kind. */
function mayMake(mover: Mover | undefined, rights: ReadonlySet<Mover>): boolean {
  return mover !== undefined && (rights.has(mover) || (mover === 'client' && rights.has('engine')))
}

/** A move of a document; `isBegun` when its work has begun, so that it cannot go back to its first state. */
interface Move {
  readonly from: string
  readonly to: string
  readonly isBegun?: boolean
}

/** The states a caller may move a document to from its present state. */
export function allowedMoves(
  page: ResourcePage,
  { from, isBegun = false }: Omit<Move, 'to'>,
  rights: ReadonlySet<Mover>,
): string[] {
  const moves = movesFrom(page, from) ?? {}
  return Object.entries(moves)
    .filter(([to, mover]) => mayMake(mover, rights) && !(isBegun && to === page.lifecycle?.starts))
    .map(([to]) => to)
}

/**
 * Refuses a move of state that the page's table does not have (409), or that is not this caller's to make (403).
 */
export function checkMove(page: ResourcePage, id: string, move: Move, rights: ReadonlySet<Mover>): void {
  const moves = movesFrom(page, move.from)
  if (moves === undefined || move.from === move.to) return
  if (page.lifecycle?.isOpen && !Object.hasOwn(page.lifecycle.moves, move.to)) return
  const isBack = move.isBegun === true && move.to === page.lifecycle?.starts
  const mover = Object.hasOwn(moves, move.to) && !isBack ? moves[move.to] : undefined
  if (mayMake(mover, rights)) return
  const allowed = allowedMoves(page, move, rights)
  const detail = { currentState: move.from, allowedTransition: allowed }
  if (mover !== undefined && mover !== 'task') {
    const message = `${page.member} ${id}: only fulfilment may move it from ${move.from} to ${move.to}`
    throw refuse('forbidden', message, detail)
  }
  throw refuse('stateTransitionNotAllowed', moveMessage(page, id, move, allowed), detail)
}

function moveMessage(
  page: ResourcePage,
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
  allowed: readonly string[],
): string {
  if (isFinal(page, from)) return `${page.member} ${id} is ${from}, which is final`
  const hint =
    to === 'cancelled' && page.facts.isOrder
      ? `; to cancel it, POST a cancel${page.name}`
      : allowed.length > 0
        ? `; it may move to ${allowed.join(', ')}`
        : ''
  return `${page.member} ${id} is ${from} and cannot become ${to}${hint}`
}

/** The moves from a state; undefined for one the table does not have, such as a free text of a client's. */
function movesFrom({ lifecycle }: ResourcePage, state: string): Moves[string] | undefined {
  return lifecycle && Object.hasOwn(lifecycle.moves, state) ? lifecycle.moves[state] : undefined
}

/** Whether a state has no way out. */
export function isFinal(page: ResourcePage, state: string): boolean {
  const moves = movesFrom(page, state)
  return moves !== undefined && Object.keys(moves).length === 0
}

/** The states of a page that have no way out. */
export function finalStates({ lifecycle }: ResourcePage): string[] {
  const states = Object.entries(lifecycle?.moves ?? {})
  return states.filter(([, moves]) => Object.keys(moves).length === 0).map(([state]) => state)
}

/** The present state of a document, if its page has a lifecycle. */
export function stateOf(page: ResourcePage, document: JsonObject): string | undefined {
  const state = page.lifecycle && document[page.lifecycle.of]
  return typeof state === 'string' ? state : undefined
}
