import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mover, ResourcePage } from '../../src/declare/index.ts'
import {
  allowedMoves,
  changedAttributes,
  checkMove,
  checkPatchable,
  isFinal,
  stateOf,
} from '../../src/derive/change.ts'
import { model, pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const movers = ['client', 'engine', 'task'] as const
/** Every set of rights a caller may have. */
const everyRights = [0, 1, 2, 3, 4, 5, 6, 7].map(
  (bits) => new Set<Mover>(movers.filter((_, index) => bits & (1 << index))),
)
const stateful = model.collections.flatMap(({ page, api }) =>
  page.lifecycle ? [[`${api.number} ${page.name}`, page, page.lifecycle] as const] : [],
)

/** The table of orders in the wire contract, section 12; C for a client, E for fulfilment, T for a cancel task. */
const ordersMove: Readonly<Record<string, string>> = {
  acknowledged: 'inProgress E, rejected E, held C, pending E, assessingCancellation T',
  inProgress: 'pending E, held C, completed E, partial E, failed E, assessingCancellation T',
  pending: 'inProgress C, held C, assessingCancellation T',
  held: 'inProgress C, pending E, acknowledged C, assessingCancellation T',
  assessingCancellation:
    'pendingCancellation E, cancelled E, acknowledged E, inProgress E, pending E, held E',
  pendingCancellation: 'cancelled E, failed E',
  completed: '',
  partial: '',
  failed: '',
  rejected: '',
  cancelled: '',
}

function isAllowed(page: ResourcePage, from: string, to: string, rights: ReadonlySet<Mover>): boolean {
  try {
    checkMove(page, 'x', { from, to }, rights)
    return true
  } catch {
    return false
  }
}

describe('a move between states', () => {
  test.each(stateful)(
    'of a %s is allowed exactly when its table has it for the rights',
    (_is, page, life) => {
      const states = Object.keys(life.moves)
      for (const from of states) {
        for (const to of states) {
          const mover = life.moves[from]?.[to]
          for (const rights of everyRights) {
            const isInTable =
              mover !== undefined && (rights.has(mover) || (mover === 'client' && rights.has('engine')))
            const expected = from === to || isInTable
            expect([from, to, [...rights], isAllowed(page, from, to, rights)]).toEqual([
              from,
              to,
              [...rights],
              expected,
            ])
            if (from !== to) expect(allowedMoves(page, { from }, rights).includes(to)).toBe(expected)
          }
        }
      }
    },
  )

  test.each(['ProductOrder', 'ServiceOrder', 'ResourceOrder', 'WorkOrder'])(
    'of a %s is in the table of orders',
    (name) => {
      const letters = { client: 'C', engine: 'E', task: 'T' }
      const moves = Object.entries(pageOf(name).lifecycle?.moves ?? {}).map(([from, to]) => [
        from,
        Object.entries(to).map(([state, mover]) => `${state} ${letters[mover ?? 'task']}`),
      ])
      const table = Object.entries(ordersMove).map(([from, to]) => [from, to === '' ? [] : to.split(', ')])
      const sorted = (all: Record<string, string[]>) =>
        Object.fromEntries(Object.entries(all).map(([from, to]) => [from, [...to].sort()]))
      expect(sorted(Object.fromEntries(moves))).toEqual(sorted(Object.fromEntries(table)))
    },
  )

  test.each(stateful)(
    'of a %s leads on from every state that is not final, and at last to an end',
    (_is, page, life) => {
      const states = Object.keys(life.moves)
      const final = states.filter((state) => isFinal(page, state))
      for (const from of states.filter((state) => !final.includes(state))) {
        // A cancel task is not somebody who is there to ask.
        expect([from, allowedMoves(page, { from }, new Set(['client', 'engine']))]).not.toEqual([from, []])
        const reached = new Set([from])
        for (const state of reached)
          for (const next of Object.keys(life.moves[state] ?? {})) reached.add(next)
        if (final.length > 0) expect([from, final.some((end) => reached.has(end))]).toEqual([from, true])
        else expect([from, reached.size]).toEqual([from, states.length])
      }
    },
  )

  test.each(stateful)('of a %s out of a final state is refused for everybody', (_is, page, life) => {
    const everything = new Set<Mover>(movers)
    for (const from of Object.keys(life.moves).filter((state) => isFinal(page, state))) {
      for (const to of Object.keys(life.moves).filter((state) => state !== from)) {
        const refusal = refusalOf(() => checkMove(page, 'x', { from, to }, everything))
        expect(refusal.code).toBe('stateTransitionNotAllowed')
        expect(refusal.message).toBe(`${page.member} x is ${from}, which is final`)
        expect(refusal.detail).toEqual({ currentState: from, allowedTransition: [] })
      }
    }
  })

  test('refused names the state and where the caller may go from it', () => {
    const move = { from: 'held', to: 'completed' }
    const refusal = refusalOf(() => checkMove(pageOf('ServiceOrder'), 'so-1', move, new Set(['client'])))
    expect(refusal.code).toBe('stateTransitionNotAllowed')
    expect(refusal.message).toBe(
      'serviceOrder so-1 is held and cannot become completed; it may move to inProgress, acknowledged',
    )
    expect(refusal.detail).toEqual({
      currentState: 'held',
      allowedTransition: ['inProgress', 'acknowledged'],
    })
  })

  test('that only fulfilment may make is forbidden to a client', () => {
    const move = { from: 'inProgress', to: 'completed' }
    const refusal = refusalOf(() => checkMove(pageOf('ServiceOrder'), 'so-1', move, new Set(['client'])))
    expect([refusal.status, refusal.code]).toEqual([403, 'forbidden'])
    expect(refusal.detail.allowedTransition).toEqual(['held'])
  })

  test('that cancels an order points to the cancel task', () => {
    const move = { from: 'inProgress', to: 'cancelled' }
    const refusal = refusalOf(() => checkMove(pageOf('ServiceOrder'), 'so-1', move, new Set(['client'])))
    expect(refusal.message).toContain('POST a cancelServiceOrder')
  })

  test('to a name every object has is not in the table', () => {
    for (const to of ['constructor', 'toString', '__proto__']) {
      const move = { from: 'held', to }
      const refusal = refusalOf(() => checkMove(pageOf('ServiceOrder'), 'x', move, new Set(movers)))
      expect([to, refusal.code]).toEqual([to, 'stateTransitionNotAllowed'])
    }
  })

  test('is no question for a page without a lifecycle', () => {
    const page = pageOf('GeographicAddress')
    expect(() => checkMove(page, 'x', { from: 'a', to: 'b' }, new Set())).not.toThrow()
    expect([isFinal(page, 'a'), stateOf(page, { state: 'a' })]).toEqual([false, undefined])
  })
})

describe('what an attribute change may be', () => {
  const codes = (name: string, changed: readonly string[]) =>
    refusalOf(() => checkPatchable(pageOf(name), changed)).detail.errorItem?.map(
      ({ path, message }) => `${path} ${message}`,
    )

  test('is refused where the server writes, where only a create may, and for types; all are named', () => {
    expect(codes('ServiceOrder', ['orderDate', 'category', 'description', '@type'])).toEqual([
      'orderDate of a serviceOrder is set by the server',
      'category of a serviceOrder is set on create only',
      '@type of a serviceOrder is set by the server',
    ])
  })

  test('is allowed wherever a client may write, also where only later', () => {
    expect(() => checkPatchable(pageOf('ServiceOrder'), ['description', 'state', 'note'])).not.toThrow()
  })

  test('is found by value, not by the order of members', () => {
    const before = { a: { x: 1, y: [1, 2] }, b: 1, c: 1 }
    expect(changedAttributes(before, { a: { y: [1, 2], x: 1 }, b: 2, d: 1 })).toEqual(['b', 'c', 'd'])
    expect(changedAttributes({ y: [1, 2] }, { y: [2, 1] })).toEqual(['y'])
  })

  test('is none exactly when both are the same', () => {
    const document = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(changedAttributes(before, structuredClone(before))).toEqual([])
        expect(changedAttributes(before, after)).toEqual(
          expect.arrayContaining(changedAttributes(after, before)),
        )
      }),
    )
  })
})
