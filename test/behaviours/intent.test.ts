/** Intents (TMF921) and the reports on them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { list } from '../../src/resources/read.ts'
import { remove } from '../../src/resources/remove.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf } from '../resources/shop.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const intent = {
  name: 'Quiet nights',
  expression: { '@type': 'TurtleExpression', expressionLanguage: 'Turtle', expressionValue: '<a> a <b> .' },
}

async function reportsOn(parent: string) {
  const query = { filter: [], window: { offset: 0, limit: 10 }, parent }
  const { rows } = await list(office.context, pageOf('IntentReport'), query, callerOf())
  return rows.map(({ id, text }) => ({ id, ...JSON.parse(text) }))
}

test('an intent is kept as it is said, and its owner is told that it was received', async () => {
  const { id, href, lifecycleStatus, version } = await office.create('Intent', intent)
  expect({ lifecycleStatus, version }).toEqual({ lifecycleStatus: 'acknowledged', version: '1.0' })
  expect(await office.read('Intent', id)).toMatchObject(intent)
  const [report, ...others] = await reportsOn(id)
  expect(others).toEqual([])
  expect(report).toMatchObject({
    description: 'The intent was received and is acknowledged',
    intent: { id, href, name: 'Quiet nights', lifecycleStatus: 'acknowledged' },
  })
  expect(await office.told('IntentReport', report.id)).toEqual(['IntentReportCreateEvent'])
})

test('each step of an intent is reported, other changes are not', async () => {
  const { id } = await office.create('Intent', intent)
  await office.patch('Intent', id, { description: 'No noise after ten' })
  const moved = await office.patch('Intent', id, { lifecycleStatus: 'active' })
  expect(moved.statusChangeDate).toBe(moved.lastUpdate)
  await office.patch('Intent', id, { lifecycleStatus: 'degraded' })
  expect((await reportsOn(id)).map(({ description }) => description)).toEqual([
    'The intent was received and is acknowledged',
    'The intent moved from acknowledged and is active',
    'The intent moved from active and is degraded',
  ])
  expect(await office.told('Intent', id)).toEqual([
    'IntentCreateEvent',
    'IntentChangeEvent',
    'IntentChangeEvent',
    'IntentChangeEvent',
  ])
})

test('what an intent demands must be in a language the file names', async () => {
  const expression = { expressionLanguage: 'English', expressionValue: 'Be quiet' }
  await expect(office.create('Intent', { ...intent, expression })).rejects.toMatchObject({
    code: 'invalidEnumValue',
  })
})

test('a report can be removed, and goes with its intent', async () => {
  const { id } = await office.create('Intent', intent)
  await office.patch('Intent', id, { lifecycleStatus: 'active' })
  const [first, second] = await reportsOn(id)
  await remove(office.context, pageOf('IntentReport'), { id: first.id, parent: id }, callerOf())
  expect((await reportsOn(id)).map((report) => report.id)).toEqual([second.id])
  await office.remove('Intent', id)
  await expect(reportsOn(id)).rejects.toMatchObject({ code: 'resourceNotFound' })
})
