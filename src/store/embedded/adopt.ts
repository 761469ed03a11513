import { realpathSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import { atPort, type Cluster } from './cluster.ts'
import { dataDirectory, sqlState } from './connection.ts'
import { type Postmaster, readPostmaster } from './postmaster.ts'
import { servesCluster } from './serves-cluster.ts'

/** Time for a server to write what a crash left undone. */
const patience = 300_000
/** Time for a server that says it is ready to answer. */
const silence = 10_000

/**
 * The living server of these files, once it answers; undefined when there is none. Refuses one that is alive
 * but does not know our password: somebody else started it, or the files came from elsewhere.
 */
export async function adopt(cluster: Cluster): Promise<Postmaster | undefined> {
  const begun = Date.now()
  for (;;) {
    const found = readPostmaster(cluster.path)
    const serves = found ? servesCluster(found.pid, cluster.path) : 'no'
    if (!found || serves === 'no') return undefined
    const waited = Date.now() - begun
    if (waited > patience) throw refusal(cluster, found, `has been ${found.state} for five minutes`)
    if (found.state === 'ready') {
      const answer = await meet(atPort(cluster, found.port))
      if (answer === 'stranger') throw refusal(cluster, found, 'refuses the password in postgres.json')
      if (answer === 'ours') return found
      if (serves === 'perhaps' && answer !== 'busy') return undefined
      // The system knows better than the server, whose folder may have been renamed under it.
      if (answer === 'another') return found
      if (answer === 'nobody' && waited > silence) throw refusal(cluster, found, 'does not answer')
    }
    await delay(20)
  }
}

type Answer = 'ours' | 'another' | 'stranger' | 'busy' | 'nobody'

async function meet(cluster: Cluster): Promise<Answer> {
  try {
    return isSame(await dataDirectory(cluster), cluster.path) ? 'ours' : 'another'
  } catch (error) {
    const state = sqlState(error)
    // Wrong password, no such user, not let in.
    if (state?.startsWith('28')) return 'stranger'
    // Too many clients: it is alive, and somebody knows its password.
    if (state === '53300') return 'ours'
    // Starting up or shutting down.
    if (state === '57P03') return 'busy'
    // Ended while it was asked, as a connection that breaks.
    if (state && state !== '57P01' && state !== '57P02') throw error
    return 'nobody'
  }
}

function isSame(theirs: string, ours: string): boolean {
  try {
    return realpathSync(theirs) === realpathSync(ours)
  } catch {
    return false
  }
}

function refusal(cluster: Cluster, { pid, port }: Postmaster, what: string): StartRefusal {
  return new StartRefusal(
    `The database in ${cluster.path} is in use by process ${pid} on port ${port}, which ${what}: ` +
      'stop that process, or choose another data folder.',
  )
}
