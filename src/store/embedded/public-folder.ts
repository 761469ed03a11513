import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { type Account, canReach } from './account.ts'

/** Where root may keep what must outlive a restart yet be reached by another user. */
export const lasting: readonly string[] = ['/var/lib/goldthread', '/opt/goldthread', '/srv/goldthread']

/** The same, also for what can be made again. */
export const fleeting: readonly string[] = [...lasting, '/var/tmp/goldthread', '/tmp/goldthread']

/**
 * The first of `candidates` that root can write, others can reach and nobody but root can have tampered with.
 */
export function publicFolder(candidates: readonly string[], account: Account): string | undefined {
  return candidates.find((folder) => isFit(folder, account))
}

function isFit(folder: string, account: Account): boolean {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder)
      // Set apart, because our umask may be 077.
      chmodSync(folder, 0o755)
    }
    accessSync(folder, constants.W_OK)
    const { uid, mode } = statSync(folder)
    return uid === 0 && (mode & 0o022) === 0 && canReach(account, folder)
  } catch {
    return false
  }
}
