/** TMF691: users are the persons of TMF632, shown as OpenID Connect tells of them; nothing of them is kept twice. */

import { Individual } from '../apis/tmf632-party-management/individual.ts'
import { type ResourcePage, refuse } from '../declare/index.ts'
import type { Condition, Filter, Test } from '../derive/condition.ts'
import { keptAs, userinfoOf } from '../derive/userinfo.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Database } from '../store/database.ts'
import { readMany, readOne } from '../store/reading.ts'

/** The behaviour of users. */
export function* userinfos(database: Database): Iterable<readonly [string, Behaviour]> {
  const persons: ResourcePage = Individual
  yield [
    'Userinfo',
    {
      source: {
        read: async ({ id }, { tenant }) => {
          const row = await readOne(database, tenant, persons, { id })
          return row && asUser(row)
        },
        list: async ({ filter, sort = [], window }, { tenant }) => {
          if (sort.length > 0) throw refuse('invalidSort', 'Users come in order of creation')
          const query = { filter: ofPersons(filter), window }
          const { rows, total } = await readMany(database, tenant, persons, query)
          return { rows: rows.map(asUser), total }
        },
      },
    },
  ]
}

function asUser<Row extends { readonly id: string; readonly text: string }>(row: Row): Row {
  return { ...row, text: JSON.stringify(userinfoOf({ id: row.id, ...JSON.parse(row.text) })) }
}

/** What is asked of users, asked of persons. Throws where it cannot be. */
function ofPersons(filter: Filter): Filter {
  return filter.map((group) => group.map(ofPerson))
}

function ofPerson(test: Test): Condition {
  const [name = '', ...deeper] = test.is === 'condition' ? test.path : []
  const kept = Object.hasOwn(keptAs, name) ? keptAs[name] : undefined
  if (test.is === 'condition' && kept !== undefined && deeper.length === 0) return { ...test, path: [kept] }
  const message = `Users can be searched by ${Object.keys(keptAs).join(', ')}`
  throw refuse('unknownQueryAttribute', message)
}
