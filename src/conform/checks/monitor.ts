/** The check of a request that its client does not wait for: a monitor tells how it goes (TMF630 part 2). */
import type { JsonObject } from '../../derive/json.ts'
import { bodyOf } from '../bodies.ts'
import type { Check } from '../check.ts'
import { demandDocument } from '../shape.ts'
import type { Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'

export const monitorChecks: readonly Check[] = [
  {
    name: 'a request that nobody waits for has a monitor',
    verb: 'read',
    applies: (page) => page.facts.isMonitor === true,
    run: async (subject) => {
      const { api, server, path } = subject
      const page = api.resources.find(({ verbs, facts }) => verbs.has('create') && !facts.isTask)
      if (page === undefined) throw new Skipped('nothing can be requested')
      const answer = await server.expect([201, 202], {
        method: 'POST',
        path: path.replace(/[^/]*$/, page.path),
        body: bodyOf(api, page, undefined, new Map()),
        prefer: 'respond-async',
      })
      if (answer.status === 201) throw new Skipped('the server answers at once')
      const id = answer.headers.get('location')?.split('/').at(-1)
      demand(id !== undefined && id !== '', '202 must name its monitor in the header Location')
      const { json } = await server.expect([200], { method: 'GET', path: `${path}/${id}` })
      demandDocument(subject, json)
      subject.document = json
      await tidyUp(subject, json)
    },
  },
]

/** Removes what has been created on the way. */
async function tidyUp({ server, path }: Subject, { sourceHref }: JsonObject): Promise<void> {
  const own = path.replace(/\/[^/]*$/, '')
  const at = typeof sourceHref === 'string' ? sourceHref.lastIndexOf(`${own}/`) : -1
  if (at >= 0) await server.send({ method: 'DELETE', path: String(sourceHref).slice(at) })
}
