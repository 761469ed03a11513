/** Heal, scale and migrate (TMF664): what the network is asked, and what they make of a resource function. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Catalogue } from '../../src/orchestrator/catalogue.ts'
import { Engine } from '../../src/orchestrator/engine.ts'
import { remove } from '../../src/resources/remove.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { callerOf, Operator } from '../support/operator.ts'

let operator: Operator
beforeAll(async () => {
  operator = await Operator.open()
})
afterEach(() => {
  operator.network.latency = 0
})
afterAll(() => operator.close())

const kind = 'ResourceFunction'

/** A function that the network carries. */
async function functionOf(more: JsonObject = {}): Promise<string> {
  const body = { name: 'Firewall', resourceSpecification: { id: 'rs-fw' }, ...more }
  const { id } = await operator.create(kind, body)
  await operator.becomes(kind, id, ({ startOperatingDate }) => startOperatingDate !== undefined)
  return id
}

const post = (name: string, target: string, more: JsonObject): Promise<Document> =>
  operator.create(name, { resourceFunction: { id: target }, ...more })

const isOver = ({ state }: Document) => state === 'done' || state === 'terminatedWithError'
const ended = (name: string, { id }: { readonly id: string }) => operator.becomes(name, id, isOver)

/** Posts a task and gives the state it ends in. */
const done = async (name: string, target: string, more: JsonObject): Promise<unknown> =>
  (await ended(name, await post(name, target, more))).state

/** What the network did to a function, beyond taking it in. */
const commands = async (target: string): Promise<string[]> => {
  const rows = await operator.context.database.read<{ key: string; action: string }>({
    text: `select key, action from network.journal where target = $1 and action <> 'configure'`,
    values: [`${kind}/${target}`],
  })
  return rows.map(({ action }) => action).sort()
}

const scale = (steps: number, scaleType = 'scaleOut', more: JsonObject = {}): JsonObject => ({
  numberOfSteps: steps,
  scaleType,
  ...more,
})
const heal = { cause: 'it hangs', degreeOfHealing: 'full' }
const soon = (milliseconds = 1_000) => new Date(Date.now() + milliseconds).toISOString()

describe('heal', () => {
  test('has the network repair a function once, and tells of each step', async () => {
    const target = await functionOf({ resourceStatus: 'alarm', operationalState: 'disable' })
    const task = await post('Heal', target, { ...heal, state: 'done' })
    expect(task.state).toBe('accepted')
    expect((await ended('Heal', task)).state).toBe('done')
    expect(await operator.read(kind, target)).toMatchObject({
      resourceStatus: 'available',
      operationalState: 'enable',
    })
    const told = await readHistory(operator.context.database, 'default', 'Heal', task.id)
    expect(told.map(({ type, resource }) => [type, resource.state])).toEqual([
      ['HealCreateEvent', 'accepted'],
      ['HealStateChangeEvent', 'inProgress'],
      ['HealStateChangeEvent', 'done'],
    ])
    expect(await commands(target)).toEqual(['heal'])
  })

  test('is refused for a function there is not', async () => {
    await expect(post('Heal', 'nothing', heal)).rejects.toMatchObject({ code: 'referencedEntityNotFound' })
  })

  test('begins when it is asked to, and lets others pass until then', async () => {
    const target = await functionOf()
    const startTime = soon()
    const later = await post('Heal', target, { ...heal, startTime })
    expect(await done('Scale', target, scale(1))).toBe('done')
    await ended('Heal', later)
    const told = await readHistory(operator.context.database, 'default', 'Heal', later.id)
    const begun = told.find(({ resource }) => resource.state === 'inProgress')
    expect(Date.parse(String(begun?.time))).toBeGreaterThanOrEqual(Date.parse(startTime))
    expect(await commands(target)).toEqual(['heal', 'scale'])
  })

  test('ends with an error when its function is gone by then', async () => {
    const target = await functionOf()
    const task = await post('Heal', target, { ...heal, startTime: soon(4_000) })
    const { page } = operator.context.model.homeOf(kind)
    await remove(operator.context, page, { id: target }, callerOf())
    expect((await ended('Heal', task)).state).toBe('terminatedWithError')
    await expect(operator.read(kind, target)).rejects.toMatchObject({ code: 'resourceNotFound' })
    expect(await commands(target)).toEqual(['deactivate'])
  })
})

describe('a network that', () => {
  test.each([
    [
      'refuses',
      { times: 1, as: 'refused', code: 'F-3', reason: 'no spare board' } as const,
      /F-3 no spare board/,
    ],
    ['never answers', { times: 4, as: 'fault', reason: 'timeout' } as const, /timeout \(4 tries\)/],
  ])('%s ends the task with an error, and the function says why', async (_what, failure, why) => {
    const target = await functionOf({ resourceStatus: 'alarm' })
    operator.network.fail({ action: 'heal', ...failure })
    expect(await done('Heal', target, heal)).toBe('terminatedWithError')
    expect(await operator.read(kind, target)).toMatchObject({
      resourceStatus: 'alarm',
      note: [{ text: expect.stringMatching(why) }],
    })
    expect(await done('Heal', target, heal)).toBe('done')
  })

  test('fails in passing is asked again, and does it once', async () => {
    const target = await functionOf()
    operator.network.fail({ action: 'scale', times: 2, as: 'fault' })
    expect(await done('Scale', target, scale(2))).toBe('done')
    expect(await commands(target)).toEqual(['scale'])
  })

  test('takes its time keeps others from the function, save those that queue', async () => {
    const target = await functionOf()
    operator.network.latency = 300
    const first = await post('Scale', target, scale(1))
    const second = await post('Scale', target, scale(1))
    await expect(operator.patch(kind, target, { resourceStatus: 'suspended' })).rejects.toMatchObject({
      code: 'taskAlreadyOpen',
      detail: { referenceError: expect.stringContaining(first.id) },
    })
    expect(await operator.patch(kind, target, { description: 'may change' })).toMatchObject({
      description: 'may change',
    })
    await ended('Scale', second)
    expect(await operator.read(kind, target)).toMatchObject({
      description: 'may change',
      resourceCharacteristic: [{ name: 'scaleLevel', value: 2 }],
    })
  })
})

describe('scale', () => {
  test('counts the steps of an aspect, out and in', async () => {
    const target = await functionOf({ resourceCharacteristic: [{ name: 'vCpu', value: 2 }] })
    expect(await done('Scale', target, scale(3, 'scaleOut', { aspectId: 'vCpu' }))).toBe('done')
    expect(await done('Scale', target, scale(4, 'SCALE_IN', { aspectId: 'vCpu' }))).toBe('done')
    expect(await done('Scale', target, scale(1))).toBe('done')
    expect((await operator.read(kind, target)).resourceCharacteristic).toEqual([
      { name: 'vCpu', value: 1, valueType: 'integer' },
      { name: 'scaleLevel', value: 1, valueType: 'integer' },
    ])
  })

  test.each([
    ['below nothing', scale(1, 'scaleIn')],
    ['in a way nobody knows', scale(1, 'sideways')],
  ])('cannot go %s: the network is not asked, and the function stays as it is', async (_what, task) => {
    const target = await functionOf()
    expect(await done('Scale', target, task)).toBe('terminatedWithError')
    expect((await operator.read(kind, target)).resourceCharacteristic).toBeUndefined()
    expect(await commands(target)).toEqual([])
  })

  test('loses no step of many that are asked for at once, whichever node does them', async () => {
    const { context } = operator
    const other = new Engine(context, {
      adapter: operator.network,
      catalogue: new Catalogue(context.database, context.model),
      log: (message) => operator.log.push(message),
    })
    other.start()
    const target = await functionOf()
    const tasks = await Promise.all(Array.from({ length: 20 }, () => post('Scale', target, scale(1))))
    for (const task of tasks) expect((await ended('Scale', task)).state).toBe('done')
    await other.stop()
    expect((await operator.read(kind, target)).resourceCharacteristic).toEqual([
      { name: 'scaleLevel', value: 20, valueType: 'integer' },
    ])
    expect(await commands(target)).toEqual(Array(20).fill('scale'))
  })
})

test('migrate moves a function, with the connection points it gains and loses', async () => {
  const target = await functionOf({ connectionPoint: [{ id: 'old' }, { id: 'kept' }] })
  const task = {
    cause: 'the building closes',
    place: { id: 'site-2', name: 'Site 2' },
    addConnectionPoint: [{ id: 'new' }],
    removeConnectionPoint: [{ id: 'old' }],
  }
  expect(await done('Migrate', target, task)).toBe('done')
  expect(await operator.read(kind, target)).toMatchObject({
    place: { id: 'site-2', role: 'location' },
    connectionPoint: [{ id: 'kept' }, { id: 'new' }],
  })
  expect(await commands(target)).toEqual(['migrate'])
})
