import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const raise = (object: string, more: JsonObject = {}) =>
  office.create('Alarm', {
    alarmRaisedTime: '2026-03-01T09:00:00Z',
    alarmType: 'Communications Alarm',
    alarmedObject: { id: object },
    perceivedSeverity: 'major',
    probableCause: 'lossOfSignal',
    sourceSystemId: 'olt-1',
    state: 'raised',
    ...more,
  })
const someone = { ackUserId: 'jane', ackSystemId: 'noc' }
const like = (object: string, more: JsonObject = {}) => [{ alarmedObject: { id: object }, ...more }]
const at = '2026-03-01T10:00:00Z'
const clear = (alarmPattern: JsonObject[]) =>
  office.create('ClearAlarms', {
    alarmClearedTime: at,
    clearUserId: 'jane',
    clearSystemId: 'noc',
    alarmPattern,
  })
const idsIn = (list: unknown) => ((list as { id: string }[] | undefined) ?? []).map(({ id }) => id)

describe('a task on alarms', () => {
  test('acknowledges those that look like its pattern, and no others', async () => {
    const [first, second, other] = [await raise('port-1'), await raise('port-1'), await raise('port-2')]
    expect(first.ackState).toBe('unacknowledged')
    const task = await office.create('AckAlarms', { ...someone, alarmPattern: like('port-1') })
    const done = await office.read('AckAlarms', task.id)
    expect(done.state).toBe('done')
    expect(idsIn(done.ackedAlarm)).toEqual([first.id, second.id])
    expect(await office.read('Alarm', second.id)).toMatchObject({ ackState: 'acknowledged', ...someone })
    expect(await office.read('Alarm', other.id)).toMatchObject({ ackState: 'unacknowledged' })
    const moved = 'AckAlarmsStateChangeEvent'
    expect(await office.told('AckAlarms', task.id)).toEqual(['AckAlarmsCreateEvent', moved, moved])
  })

  test('leaves alone what is so already', async () => {
    const alarm = await raise('port-3')
    await office.create('AckAlarms', { ...someone, alarmPattern: like('port-3') })
    const again = await office.create('AckAlarms', { ...someone, alarmPattern: like('port-3') })
    expect(idsIn((await office.read('AckAlarms', again.id)).ackedAlarm)).toEqual([])
    const back = await office.create('UnAckAlarms', { ...someone, alarmPattern: [{ id: alarm.id }] })
    expect(idsIn((await office.read('UnAckAlarms', back.id)).unAckedAlarm)).toEqual([alarm.id])
    expect((await office.read('Alarm', alarm.id)).ackState).toBe('unacknowledged')
  })

  test('may name an alarm by a number, as the official file has it', async () => {
    await office.import('Alarm', {
      ...(await raise('port-9')),
      '@type': 'Alarm',
      id: '4711',
    })
    const task = await office.create('AckAlarms', { ...someone, alarmPattern: [{ id: 4711 }] })
    expect(idsIn((await office.read('AckAlarms', task.id)).ackedAlarm)).toEqual(['4711'])
  })

  test('matches every attribute of one of its samples', async () => {
    const loud = await raise('port-4', { serviceAffecting: true, comment: [{ comment: 'seen' }] })
    await raise('port-4', { serviceAffecting: false })
    const pattern = like('port-4', { serviceAffecting: true, comment: [{ comment: 'seen' }] })
    const task = await clear([...pattern, { id: 'nowhere' }])
    expect(idsIn((await office.read('ClearAlarms', task.id)).clearedAlarm)).toEqual([loud.id])
    expect(await office.read('Alarm', loud.id)).toMatchObject({
      state: 'cleared',
      perceivedSeverity: 'cleared',
      alarmClearedTime: at,
      clearUserId: 'jane',
    })
  })

  test('announces the clearing of an alarm as a move of its state', async () => {
    const alarm = await raise('port-5')
    await clear(like('port-5'))
    expect(await office.told('Alarm', alarm.id)).toEqual([
      'AlarmCreateEvent',
      'AlarmAttributeValueChangeEvent',
      'AlarmStateChangeEvent',
    ])
  })

  test('adds its remark behind those that are there', async () => {
    const alarm = await raise('port-6', { comment: [{ comment: 'one' }] })
    const remark = (comment: string) =>
      office.create('CommentAlarms', { comment: { comment, userId: 'jane' }, alarmPattern: like('port-6') })
    await Promise.all([remark('two'), remark('three'), remark('four')])
    const said = (await office.read('Alarm', alarm.id)).comment as { comment: string; time?: string }[]
    expect(said.map(({ comment }) => comment).sort()).toEqual(['four', 'one', 'three', 'two'])
    expect(said.at(-1)?.time).toBeDefined()
  })

  test('clears each alarm once, however many do it at the same time', async () => {
    for (let n = 0; n < 5; n++) await raise('port-7')
    const tasks = await Promise.all([1, 2, 3, 4].map(() => clear(like('port-7'))))
    const cleared = await Promise.all(tasks.map(({ id }) => office.read('ClearAlarms', id)))
    expect(cleared.flatMap(({ clearedAlarm }) => idsIn(clearedAlarm))).toHaveLength(5)
  })

  test('is refused when its samples are too many', async () => {
    const alarmPattern = Array.from({ length: 21 }, (_, n) => ({ id: `a-${n}` }))
    await expect(clear(alarmPattern)).rejects.toMatchObject({ code: 'limitReached' })
    await expect(clear([])).rejects.toMatchObject({ code: 'missingAttribute' })
  })
})

describe('a group of alarms', () => {
  const change = (parent: string, ...children: string[]) => ({
    alarmChangedTime: at,
    sourceSystemId: 'noc',
    parentAlarm: { id: parent },
    correlatedAlarm: children.map((id) => ({ id })),
  })

  test('names its parent and its members, on both sides', async () => {
    const [cause, one, two] = [await raise('card-1'), await raise('port-8'), await raise('port-8')]
    const task = await office.create('GroupAlarms', change(cause.id, one.id, two.id, 'nowhere', cause.id))
    expect(idsIn((await office.read('GroupAlarms', task.id)).groupedAlarm)).toEqual([one.id, two.id])
    const parent = await office.read('Alarm', cause.id)
    expect(idsIn(parent.correlatedAlarm)).toEqual([one.id, two.id])
    expect(parent.isRootCause).toBe(true)
    expect(idsIn((await office.read('Alarm', one.id)).parentAlarm)).toEqual([cause.id])

    const out = await office.create('UnGroupAlarms', change(cause.id, one.id))
    expect(idsIn((await office.read('UnGroupAlarms', out.id)).unGroupedAlarm)).toEqual([one.id])
    expect(idsIn((await office.read('Alarm', cause.id)).correlatedAlarm)).toEqual([two.id])
    expect(await office.read('Alarm', one.id)).not.toHaveProperty('parentAlarm')
  })

  test('keeps every member when several tasks gather at once', async () => {
    const cause = await raise('card-2')
    const members = await Promise.all([1, 2, 3, 4, 5, 6].map(() => raise('port-9')))
    await Promise.all(members.map(({ id }) => office.create('GroupAlarms', change(cause.id, id))))
    const parent = await office.read('Alarm', cause.id)
    expect(idsIn(parent.correlatedAlarm).sort()).toEqual(members.map(({ id }) => id).sort())
  })

  test('needs a parent there is', async () => {
    await expect(office.create('GroupAlarms', change('nowhere', 'a'))).rejects.toMatchObject({
      code: 'referencedEntityNotFound',
      detail: { errorItem: [{ path: 'parentAlarm' }] },
    })
  })
})

describe('an alarm', () => {
  test('has the severity cleared as long as it is cleared', async () => {
    const { id } = await raise('port-10')
    const cleared = await office.patch('Alarm', id, { state: 'cleared' })
    expect(cleared.perceivedSeverity).toBe('cleared')
    expect((await office.read('Alarm', id)).alarmClearedTime).toBeDefined()
    await expect(office.patch('Alarm', id, { perceivedSeverity: 'minor' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
    await expect(office.patch('Alarm', id, { state: 'raised' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
    const again = await office.patch('Alarm', id, { state: 'raised', perceivedSeverity: 'minor' })
    expect(again).toMatchObject({ state: 'raised', perceivedSeverity: 'minor' })
  })

  test('may have a state of another vocabulary', async () => {
    const { id } = await raise('port-11', { state: 'constructor' })
    expect((await office.patch('Alarm', id, { state: 'raised' })).state).toBe('raised')
    expect((await office.patch('Alarm', id, { state: 'FLAPPING' })).state).toBe('FLAPPING')
  })
})
