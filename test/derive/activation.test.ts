/** What a change asks of the network, for every page that is carried by it and every pair of its states. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Activation, activationOf } from '../../src/derive/activation.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { model, pageOf } from './pages.ts'

const carried = model.collections.flatMap(({ page, api }) => {
  const { activates } = page.facts
  const { lifecycle } = page
  return activates && lifecycle ? [{ name: `${api.number} ${page.name}`, page, activates, lifecycle }] : []
})

/** A document as it is once all is done; undefined when it is removed. */
function outcome(from: JsonObject, { changes, isRemoval }: Activation): JsonObject | undefined {
  const after = { ...from, ...changes }
  for (const [name, value] of Object.entries(changes)) if (value === null) delete after[name]
  return isRemoval ? undefined : after
}

test('the services, resources and functions of the activation APIs are carried by the network, inventories are not', () => {
  expect(carried.map(({ name }) => name).sort()).toEqual([
    'TMF640 Service',
    'TMF664 ResourceFunction',
    'TMF702 Resource',
  ])
  expect(activationOf(pageOf('Service'), undefined, { state: 'active' })).toBeUndefined()
})

describe.each(carried)('of a $name', ({ page, activates, lifecycle }) => {
  const { of } = lifecycle
  const states = Object.keys(lifecycle.moves)
  const isCarriedIn = (state: unknown) => (activates.carriedWhile as readonly unknown[]).includes(state)
  const state = fc.constantFrom(...states)
  const setUp = fc.record(
    {
      [activates.setUpBy[0] ?? '']: fc.array(fc.record({ name: fc.string(), value: fc.integer() }), {
        maxLength: 2,
      }),
      description: fc.string(),
      ...Object.fromEntries((activates.saidBy ?? []).map((name) => [name, fc.boolean()])),
    },
    { requiredKeys: [] },
  )
  const document = fc.tuple(state, setUp).map(([value, more]): JsonObject => ({ ...more, [of]: value }))

  test('the state in which a document is not carried is one of its states', () => {
    expect(states).toContain(activates.otherwise)
    expect(isCarriedIn(activates.otherwise)).toBe(false)
  })

  test('a new one is never shown as carried before the network has it, and is then as it was asked for', () => {
    fc.assert(
      fc.property(document, (wanted) => {
        const activation = activationOf(page, undefined, wanted)
        expect(activation?.action).toBe(isCarriedIn(wanted[of]) ? activates.by : undefined)
        if (activation?.meanwhile === undefined) return
        const { meanwhile } = activation
        expect(isCarriedIn(meanwhile[of])).toBe(false)
        for (const name of activates.saidBy ?? []) expect(meanwhile[name]).toBe(false)
        expect(outcome(meanwhile, activation)).toMatchObject(wanted)
      }),
    )
  })

  test('a change is commanded exactly when it enters or leaves the network, or sets up what is in it', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const activation = activationOf(page, before, after)
        const [was, is] = [isCarriedIn(before[of]), isCarriedIn(after[of])]
        const isSetUp = activates.setUpBy.some(
          (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
        )
        const expected =
          is && !was ? activates.by : was && !is ? 'deactivate' : was && isSetUp ? 'configure' : undefined
        expect(activation?.action).toBe(expected)
        if (activation === undefined) return
        expect(activation.meanwhile).toBeUndefined()
        const done = outcome(before, activation)
        for (const [name, value] of Object.entries(after)) {
          // What a client leaves as it is follows the network.
          if (!activates.saidBy?.includes(name) || before[name] !== value) expect(done?.[name]).toEqual(value)
        }
        for (const name of activates.saidBy ?? []) {
          if (is !== was && before[name] === after[name]) expect(done?.[name]).toBe(is)
        }
      }),
    )
  })

  test('a removal asks the network to let go of what it carries, and of nothing else', () => {
    fc.assert(
      fc.property(document, (before) => {
        const activation = activationOf(page, before, undefined)
        expect(activation?.action).toBe(isCarriedIn(before[of]) ? 'deactivate' : undefined)
        if (activation === undefined) return
        expect(activation.isRemoval).toBe(true)
        expect(activation.changes[of]).toBe(activates.otherwise)
      }),
    )
  })
})
