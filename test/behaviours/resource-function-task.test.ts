/** Heal, scale and migrate (TMF664): what they make of a resource function. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

async function functionOf(more: JsonObject = {}): Promise<string> {
  const body = { name: 'Firewall', resourceSpecification: { id: 'rs-fw' }, ...more }
  return (await office.create('ResourceFunction', body)).id
}

/** Posts a task and gives the state it ends in. */
async function done(name: string, target: string, more: JsonObject): Promise<unknown> {
  const { id } = await office.create(name, { resourceFunction: { id: target }, ...more })
  await office.doWhatIsDue()
  return (await office.read(name, id)).state
}

const scale = (steps: number, scaleType = 'scaleOut', more: JsonObject = {}): JsonObject => ({
  numberOfSteps: steps,
  scaleType,
  ...more,
})
const heal = { cause: 'it hangs', degreeOfHealing: 'full' }

describe('heal', () => {
  test('makes a function able to work again, and tells of each step', async () => {
    const target = await functionOf({ resourceStatus: 'alarm', operationalState: 'disable' })
    const task = await office.create('Heal', { resourceFunction: { id: target }, ...heal, state: 'done' })
    expect(task.state).toBe('accepted')
    await office.doWhatIsDue()
    expect(await office.read('ResourceFunction', target)).toMatchObject({
      resourceStatus: 'available',
      operationalState: 'enable',
    })
    const told = ['HealCreateEvent', 'HealStateChangeEvent', 'HealStateChangeEvent']
    expect(await office.told('Heal', task.id)).toEqual(told)
  })

  test('is refused for a function there is not', async () => {
    const unknown = office.create('Heal', { resourceFunction: { id: 'nothing' }, ...heal })
    await expect(unknown).rejects.toMatchObject({ code: 'referencedEntityNotFound' })
  })

  test('waits until it is asked to begin', async () => {
    const target = await functionOf()
    const startTime = new Date(Date.now() + 3_600_000).toISOString()
    const { id } = await office.create('Heal', { resourceFunction: { id: target }, ...heal, startTime })
    await office.doWhatIsDue()
    expect((await office.read('Heal', id)).state).toBe('accepted')
    await office.whenDue('Heal', id)
    expect((await office.read('Heal', id)).state).toBe('done')
  })

  test('ends with an error when its function is gone by then', async () => {
    const target = await functionOf()
    const { id } = await office.create('Heal', { resourceFunction: { id: target }, ...heal })
    await office.remove('ResourceFunction', target)
    await office.doWhatIsDue()
    expect((await office.read('Heal', id)).state).toBe('terminatedWithError')
  })
})

describe('scale', () => {
  test('counts the steps of an aspect, out and in', async () => {
    const target = await functionOf({ resourceCharacteristic: [{ name: 'vCpu', value: 2 }] })
    expect(await done('Scale', target, scale(3, 'scaleOut', { aspectId: 'vCpu' }))).toBe('done')
    expect(await done('Scale', target, scale(4, 'SCALE_IN', { aspectId: 'vCpu' }))).toBe('done')
    expect(await done('Scale', target, scale(1))).toBe('done')
    expect((await office.read('ResourceFunction', target)).resourceCharacteristic).toEqual([
      { name: 'vCpu', value: 1, valueType: 'integer' },
      { name: 'scaleLevel', value: 1, valueType: 'integer' },
    ])
  })

  test.each([
    ['below nothing', scale(1, 'scaleIn')],
    ['in a way nobody knows', scale(1, 'sideways')],
  ])('cannot go %s, and leaves the function as it is', async (_what, task) => {
    const target = await functionOf()
    expect(await done('Scale', target, task)).toBe('terminatedWithError')
    expect((await office.read('ResourceFunction', target)).resourceCharacteristic).toBeUndefined()
  })

  test('loses no step of many that run at the same time', async () => {
    const target = await functionOf()
    const tasks = await Promise.all(
      Array.from({ length: 20 }, () =>
        office.create('Scale', { resourceFunction: { id: target }, ...scale(1) }),
      ),
    )
    // Twice each, as two nodes would that both believe the task is theirs.
    await Promise.all([...tasks, ...tasks].map(({ id }) => office.whenDue('Scale', id)))
    expect((await office.read('ResourceFunction', target)).resourceCharacteristic).toEqual([
      { name: 'scaleLevel', value: 20, valueType: 'integer' },
    ])
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
  expect(await office.read('ResourceFunction', target)).toMatchObject({
    place: { id: 'site-2', role: 'location' },
    connectionPoint: [{ id: 'kept' }, { id: 'new' }],
  })
})
