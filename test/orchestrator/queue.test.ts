/** The queue of what the network is asked to do to one document. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPlan, type Step } from '../../src/orchestrator/plan.ts'
import { nextInQueue, requests } from '../../src/orchestrator/requests.ts'

const now = '2026-03-01T09:00:00.000Z'
const moment = fc.constantFrom(undefined, '2026-03-01T08:59:59.999Z', now, '2026-03-01T09:00:00.001Z')

const draft = fc.record({ state: fc.constantFrom('waiting', 'done', 'failed'), retryAt: moment })
const sent = fc.record({
  state: fc.constantFrom('waiting', 'calling'),
  retryAt: moment,
  tries: fc.integer({ min: 1, max: 3 }),
})

/** A queue as it may be: of the steps that are not over, one at most was sent. */
const steps = fc
  .tuple(fc.array(draft, { maxLength: 5 }), fc.option(sent), fc.nat(5))
  .map(([drafts, one, place]) => {
    const queue = drafts.map((each): Pick<Step, 'state' | 'tries'> & { retryAt: typeof each.retryAt } => ({
      ...each,
      tries: 0,
    }))
    if (one) queue.splice(place, 0, one)
    return queue.map(({ retryAt, ...known }, index): Step => {
      const step = { id: String(index), task: 'carryOutChange', needs: [], generation: 1, ...known }
      return { ...step, ...(retryAt ? { retryAt } : {}) } as Step
    })
  })

const planOf = (queue: readonly Step[]) => ({
  ...newPlan({ kind: 'Service', id: 's' }, []),
  steps: [...queue],
})
const next = (queue: readonly Step[]) => nextInQueue(planOf(queue), now)

test('one step begins at a time, and none overtakes one that was sent', () => {
  fc.assert(
    fc.property(steps, (queue) => {
      const found = next(queue)
      expect(found.length).toBeLessThanOrEqual(1)
      const [step] = found
      if (step === undefined) return
      expect([step.state, step.retryAt === undefined || step.retryAt <= now]).toEqual(['waiting', true])
      const isOpen = ({ state }: Step) => state === 'calling' || state === 'waiting'
      expect(queue.filter((other) => other !== step && isOpen(other) && other.tries > 0)).toEqual([])
      const before = step.tries > 0 ? [] : queue.slice(0, queue.indexOf(step)).filter(isOpen)
      for (const { retryAt } of before) expect(String(retryAt) > now).toBe(true)
    }),
  )
})

test('what may begin does, unless something is on its way', () => {
  fc.assert(
    fc.property(steps, (queue) => {
      const isBusy = queue.some(
        ({ state, tries }) => state === 'calling' || (state === 'waiting' && tries > 0),
      )
      const isReady = queue.some(
        ({ state, retryAt }) => state === 'waiting' && (retryAt === undefined || retryAt <= now),
      )
      if (isReady && !isBusy) expect(next(queue)).toHaveLength(1)
    }),
  )
})

test('a queue in which nothing may begin now is not looked at now', () => {
  fc.assert(
    fc.property(steps, (queue) => {
      if (next(queue).length > 0 || queue.some(({ state }) => state === 'calling')) return
      expect(String(requests.nextMoment(planOf(queue), now) ?? '9') > now).toBe(true)
    }),
  )
})
