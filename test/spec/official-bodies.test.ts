/** Bodies made from the official files alone are taken, kept, found, changed and removed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { startWholeServer, type TestServer } from '../support/server.ts'
import type { Difference } from './differences.ts'
import { hasOfficialFiles, officialFolder, readOfficialFile } from './official-file.ts'
import { roundOf } from './official-round.ts'
import { isSettledBy, settled } from './settled.ts'

if (!hasOfficialFiles) console.warn(`skipped: the official files are not in ${officialFolder}`)

const filed = apis.filter(({ isFromDescription }) => !isFromDescription)

describe.skipIf(!hasOfficialFiles)('a body made from the official file', () => {
  const seen: Difference[] = []
  let server: TestServer
  beforeAll(async () => {
    // Nobody works on what is created: what is answered now is answered later.
    server = await startWholeServer()
  })
  afterAll(() => server?.close())

  test.each(filed.map((api) => [api.number, api] as const))(
    '%s: is taken, kept, found, changed and removed',
    async (number, api) => {
      const file = readOfficialFile(number)
      for (const extent of ['least', 'full'] as const) {
        seen.push(...(await roundOf(server.url, api, file, extent)))
      }
      const unsettled = seen.filter(
        (difference) => difference.api === number && !settled.some((row) => isSettledBy(difference, row)),
      )
      const told = new Set(unsettled.map(({ where, what }) => `${where} | ${what}`))
      expect([...told]).toEqual([])
    },
    120_000,
  )

  test('every row of what is settled explains something', () => {
    const idle = settled.filter((row) => !seen.some((difference) => isSettledBy(difference, row)))
    expect(idle).toEqual([])
  })
})
