/** TMF691: users are the persons of TMF632, shown as OpenID Connect tells of them; nothing of them is kept twice. */

import { Individual } from '../apis/tmf632-party-management/individual.ts'
import { FederatedIdentityApi, Userinfo } from '../apis/tmf691-federated-identity/index.ts'
import { type ResourcePage, refuse } from '../declare/index.ts'
import { arrange, type Entry } from '../derive/arrange.ts'
import type { Condition, Filter } from '../derive/condition.ts'
import { keptAs, userinfoOf } from '../derive/userinfo.ts'
import type { Behaviour, ListQuery } from '../resources/behaviour.ts'
import type { Database } from '../store/database.ts'
import { type ListedText, readMany, readOne, readWalk } from '../store/reading.ts'

const persons: ResourcePage = Individual

/** The behaviour of users. */
export function* userinfos(database: Database): Iterable<readonly [string, Behaviour]> {
  yield [
    'Userinfo',
    {
      source: {
        read: async ({ id }, { tenant }) => {
          const row = await readOne(database, tenant, persons, { id })
          return row && asUser(row)
        },
        list: async (query, { tenant }) => {
          const filter = query.sort?.length ? undefined : ofPersons(query.filter)
          if (filter === undefined) return lookedThrough(database, tenant, query)
          const { rows, total } = await readMany(database, tenant, persons, { filter, window: query.window })
          return { rows: rows.map(asUser), total }
        },
      },
    },
  ]
}

function asUser<Row extends { readonly id: string; readonly text: string }>(row: Row): Row {
  return { ...row, text: JSON.stringify(userinfoOf({ id: row.id, ...JSON.parse(row.text) })) }
}

/** What is asked of users, asked of persons; undefined when it is about what persons do not say in so many words. */
function ofPersons(filter: Filter): Filter | undefined {
  const asked = filter.map((group) =>
    group.flatMap((test): Condition[] => {
      const [name = '', ...deeper] = test.is === 'condition' ? test.path : []
      const kept = Object.hasOwn(keptAs, name) ? keptAs[name] : undefined
      return test.is === 'condition' && kept && deeper.length === 0 ? [{ ...test, path: [kept] }] : []
    }),
  )
  return asked.every((group, index) => group.length === filter[index]?.length) ? asked : undefined
}

/** How many persons are looked through one by one. */
const mostPersons = 10_000

/** The users that match, where it takes the whole of each user to tell. */
async function lookedThrough(
  database: Database,
  tenant: string,
  { filter, sort = [], window: { offset, limit } }: ListQuery,
): Promise<{ rows: ListedText[]; total: number }> {
  const walk = { limit: mostPersons + 1, isBackward: false }
  const { rows } = await readWalk(database, tenant, persons, { filter: [], walk, isCounted: false })
  if (rows.length > mostPersons) {
    const message = `More than ${mostPersons} users would have to be looked through: ask for one of ${Object.keys(keptAs).join(', ')} alone`
    throw refuse('queryTooExpensive', message)
  }
  const users = rows.map(({ row, position }): Entry<ListedText> => {
    const user = asUser(row)
    const href = `${FederatedIdentityApi.path}/${Userinfo.path}/${encodeURIComponent(row.id)}`
    const document = { id: row.id, href, ...JSON.parse(user.text) }
    return { row: user, document, sequence: position.sequence.padStart(20, '0') }
  })
  const found = arrange(Userinfo, { filter, sort }, users)
  return { rows: found.slice(offset, offset + limit).map(({ row }) => row), total: found.length }
}
