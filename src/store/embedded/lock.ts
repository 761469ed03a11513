/**
 * A lock among processes, as a file that names its holder. Node has no flock, so a holder killed with -9
 * leaves its file; the next comer sees that the holder is dead and breaks the lock. Two comers must not break
 * it one after the other (the second would remove the first one's fresh lock), so the right to break is
 * itself such a lock.
 */
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import { identityOf, isAlive } from './process-identity.ts'

const patience = 120_000

/** Runs `work` while no other process, nor another caller in this one, holds the lock at `path`. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const token = await acquire(path)
  try {
    return await work()
  } finally {
    if (holder(path) === token) rmSync(path, { force: true })
  }
}

async function acquire(path: string): Promise<string> {
  const token = `${identityOf(process.pid)} ${randomUUID()}`
  const deadline = Date.now() + patience
  for (;;) {
    const held = holder(path)
    if (held === undefined) {
      if (take(path, token)) return token
    } else if (!isAlive(held)) {
      await withLock(`${path}.break`, async () => {
        if (holder(path) === held) rmSync(path, { force: true })
      })
    } else {
      if (Date.now() > deadline) throw tooLong(path, held)
      await delay(20)
    }
  }
}

/** By link, not by an exclusive write: the lock then has its whole content from its first moment on. */
function take(path: string, token: string): boolean {
  const mine = `${path}.${randomUUID()}`
  writeFileSync(mine, token, { mode: 0o600 })
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

function holder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function tooLong(path: string, held: string): StartRefusal {
  const [pid] = held.split(' ')
  return new StartRefusal(
    `Process ${pid} has been starting or stopping the database for two minutes (${path}): wait, or end it.`,
  )
}
