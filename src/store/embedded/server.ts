/**
 * A PostgreSQL of our own, for those who have none: started in a data folder, found again by later processes,
 * shared by all that name the same folder and stopped by the last of them. They must be on one machine and in
 * one container: processes that cannot see each other could both believe that the folder is free.
 *
 * In the folder: `postgres/` the database (but see cluster.ts), `postgres.json` its password and port,
 * `postgres.log`, `postgres.users/` who uses it, and while it starts or stops `postgres.lock`.
 */
import { mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { adopt } from './adopt.ts'
import { atPort, type Cluster, clusterOf, isInitialised, markMade } from './cluster.ts'
import { urlOf } from './connection.ts'
import { initialise } from './initialise.ts'
import { launch } from './launch.ts'
import { withLock } from './lock.ts'
import { mendable } from './mendable.ts'
import { readPostmaster, stopPostmaster } from './postmaster.ts'
import { programsFor } from './programs.ts'
import { isUsed, register } from './users.ts'

/** Which folder holds the database, and who is told what happens. */
export type EmbeddedOptions = {
  readonly folder: string
  readonly log?: (line: string) => void
}

/** This process's use of the database of a data folder. */
export type EmbeddedServer = {
  /** postgres://goldthread:<password>@127.0.0.1:<port>/goldthread, unchanged while anybody uses it. */
  readonly url: string
  readonly pid: number
  /** Whether the database was running already. */
  readonly adopted: boolean
  /** Starts the database again, at the same address, if it died. For the store, when its connections fail. */
  ensureRunning(): Promise<void>
  /** Ends this use; the last user stops the database. */
  stop(): Promise<void>
}

/** Starts the database of a folder, or joins those who use it already. */
export function startEmbedded({ folder, log = () => {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  return mendable(folder, async () => {
    mkdirSync(folder, { recursive: true })
    const home = realpathSync(resolve(folder))
    return withLock(lockOf(home), async () => {
      const running = await bringUp(home, log, { mayMove: !isUsed(home) })
      const { path, record } = running.cluster
      log(`PostgreSQL ${running.adopted ? 'found running' : 'started'} in ${path} on port ${record.port}`)
      return new Use(running, log)
    })
  })
}

class Use implements EmbeddedServer {
  readonly url: string
  readonly adopted: boolean
  readonly #cluster: Cluster
  readonly #firstPid: number
  readonly #log: (line: string) => void
  readonly #unregister: () => void
  #restart: Promise<void> | undefined
  #ended: Promise<void> | undefined

  constructor({ cluster, pid, adopted }: Running, log: (line: string) => void) {
    this.url = urlOf(cluster)
    this.adopted = adopted
    this.#cluster = cluster
    this.#firstPid = pid
    this.#log = log
    this.#unregister = register(cluster.folder)
  }

  get pid(): number {
    // Another user may have brought it back; never 0, which as the target of a signal means ourselves.
    return readPostmaster(this.#cluster.path)?.pid ?? this.#firstPid
  }

  ensureRunning(): Promise<void> {
    if (this.#ended) return Promise.reject(new Error('this use of the database has been stopped'))
    this.#restart ??= this.#bringBack().finally(() => {
      this.#restart = undefined
    })
    return this.#restart
  }

  stop(): Promise<void> {
    this.#ended ??= this.#leave()
    return this.#ended
  }

  #bringBack(): Promise<void> {
    const { folder } = this.#cluster
    return mendable(folder, () =>
      withLock(lockOf(folder), async () => {
        const { cluster, adopted } = await bringUp(folder, this.#log, { mayMove: false })
        if (urlOf(cluster) !== this.url) {
          throw new StartRefusal(`The database in ${cluster.path} has moved: start this process again.`)
        }
        if (!adopted) this.#log(`PostgreSQL had ended and was started again on port ${cluster.record.port}`)
      }),
    )
  }

  async #leave(): Promise<void> {
    const { folder, path, account } = this.#cluster
    // Or it would start, after we have left, a database that nobody uses.
    await this.#restart?.catch(() => {})
    await withLock(lockOf(folder), async () => {
      this.#unregister()
      const running = readPostmaster(path)
      if (!running || isUsed(folder)) return
      await stopPostmaster(running.pid, path, async () => (await programsFor(account, folder)).pgCtl)
    })
  }
}

type Running = { readonly cluster: Cluster; readonly pid: number; readonly adopted: boolean }

async function bringUp(
  home: string,
  log: (line: string) => void,
  { mayMove }: { readonly mayMove: boolean },
): Promise<Running> {
  let cluster = await clusterOf(home, log)
  for (let launches = 0; launches <= 3; launches++) {
    const found = await adopt(cluster)
    if (found) return { cluster: atPort(cluster, found.port), pid: found.pid, adopted: launches === 0 }
    const programs = await programsFor(cluster.account, home)
    if (!isInitialised(cluster, programs.major)) await initialise(cluster, programs)
    cluster = await launch(markMade(cluster), programs, { mayMove })
  }
  throw new StartRefusal(`PostgreSQL starts in ${cluster.path} and ends at once: see ${home}/postgres.log.`)
}

function lockOf(home: string): string {
  return join(home, 'postgres.lock')
}
