/** Every way to say no (wire contract, sections 23 and 27.11): one body for all, and no trace left. */
import { describe, expect, test } from 'vitest'
import { type RefusalCode, refusals } from '../../src/declare/index.ts'
import { send } from '../support/http.ts'
import { whole } from './refusal-house.ts'
import { type Row, table } from './refusal-table.ts'

describe('a refusal', () => {
  test('of every code that is declared is provoked, and no other', () => {
    expect(Object.keys(table)).toEqual(Object.keys(refusals))
  })

  test.each(Object.entries(table) as [RefusalCode, Row][])(
    '%s has its status and its body, and leaves no trace',
    async (code, { status, provoke, also }) => {
      const ask = await provoke()
      const before = await traces()
      const answer = await ask()
      const { body, headers } = answer
      expect([answer.status, body?.code, answer.text]).toEqual([status, code, answer.text])
      expect(headers.get('content-type')?.trim()).toBe('application/json;charset=utf-8')
      expect(headers.get('x-correlation-id')).toBeTruthy()
      const { errorItem, currentState, allowedTransition, referenceError } = body
      const isDetailed = [errorItem, currentState, allowedTransition].some((each) => each !== undefined)
      expect(body).toEqual({
        '@type': isDetailed ? 'DetailedError' : 'Error',
        ...(isDetailed ? { '@baseType': 'Error' } : {}),
        code,
        reason: refusals[code].reason,
        message: expect.stringMatching(/^.{10,}/),
        status: String(status),
        ...Object.fromEntries(
          Object.entries({ errorItem, currentState, allowedTransition, referenceError }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
      })
      expect(answer.text).not.toMatch(/ at .*\.ts|select |secret/)
      for (const item of errorItem ?? []) {
        const shape = { code: expect.any(String), path: expect.any(String), message: expect.any(String) }
        expect(item).toEqual(shape)
      }
      if (referenceError !== undefined) expect((await send(referenceError)).status).toBe(200)
      also?.(answer)
      expect(await traces()).toEqual(before)
    },
  )
})

/** What is written in the database: how many documents at which revisions, how many events, answers and plans. */
async function traces(): Promise<unknown> {
  const { database } = whole.context
  return database.withSnapshot(async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from entity) documents, (select sum(revision) from entity) revisions,
         (select count(*) from event) events, (select count(*) from answer) answers,
         (select count(*) from plan) plans, (select count(*) from subscription) subscriptions`,
    )
    return rows
  })
}
