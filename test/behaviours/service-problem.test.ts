import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const report = () =>
  office.create('ServiceProblem', {
    category: 'supplier.originated',
    description: 'No light',
    priority: 1,
    reason: 'unknown',
    originatorParty: { id: 'p-1', role: 'customer' },
  })
const refs = (...problems: readonly Document[]) => problems.map(({ id }) => ({ id }))
const idsIn = (list: unknown) => ((list as { id: string }[] | undefined) ?? []).map(({ id }) => id)
const stored = ({ id }: Document) => office.read('ServiceProblem', id)

describe('problems', () => {
  test('are acknowledged once, and the record says by whom', async () => {
    const [first, second] = [await report(), await report()]
    const acknowledge = () =>
      office.create('ProblemAcknowledgement', {
        problem: [...refs(first, second), { id: 'elsewhere' }],
        trackingRecord: { user: 'jane', systemId: 'noc' },
      })
    expect(idsIn((await acknowledge()).ackProblem)).toEqual([first.id, second.id])
    expect((await stored(first)).trackingRecord).toMatchObject([
      { id: '1', description: 'acknowledged', user: 'jane', systemId: 'noc' },
    ])
    expect(await acknowledge()).not.toHaveProperty('ackProblem')
    expect(await office.told('ServiceProblem', first.id)).toEqual([
      'ServiceProblemCreateEvent',
      'ServiceProblemAttributeValueChangeEvent',
    ])
    const back = await office.create('ProblemUnacknowledgement', { problem: refs(first) })
    expect(idsIn(back.unackProblem)).toEqual([first.id])
    expect(idsIn((await acknowledge()).ackProblem)).toEqual([first.id])
  })

  test('are gathered under a parent, and taken out again', async () => {
    const [parent, child, other] = [await report(), await report(), await report()]
    const task = { parentProblem: { id: parent.id }, childProblem: refs(child, other) }
    await office.create('ProblemGroup', task)
    await office.create('ProblemGroup', task)
    expect(idsIn((await stored(parent)).underlyingProblem)).toEqual([child.id, other.id])
    expect(idsIn((await stored(child)).parentProblem)).toEqual([parent.id])
    await office.create('ProblemUngroup', { ...task, childProblem: refs(child) })
    expect(await stored(child)).not.toHaveProperty('parentProblem')
    expect(idsIn((await stored(parent)).underlyingProblem)).toEqual([other.id])
  })

  test('never become part of themselves', async () => {
    const [top, middle, bottom] = [await report(), await report(), await report()]
    const gather = (parent: Document, child: Document) =>
      office.create('ProblemGroup', { parentProblem: { id: parent.id }, childProblem: refs(child) })
    await gather(top, middle)
    await gather(middle, bottom)
    await gather(bottom, top)
    await gather(top, top)
    expect(await stored(top)).not.toHaveProperty('parentProblem')
  })
})
