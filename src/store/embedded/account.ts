/**
 * PostgreSQL refuses to run as root. When we are root it runs as `nobody`, or as the owner of the files it
 * finds (the folder was first used without root), and must then be able to walk to them.
 */
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A user of the system other than ourselves, in the unsigned form that `stat` and `chown` use. */
export type Account = { readonly uid: number; readonly gid: number }

/** Who is to run the database whose files are, or will be, at `cluster`; undefined for ourselves. */
export function accountFor(cluster: string): Account | undefined {
  if (process.geteuid?.() !== 0) return undefined
  const found = statSync(cluster, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody()
}

/** The options that make `spawn` run as the account; it wants signed numbers (nobody is -2 on a Mac). */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid | 0, gid: account.gid | 0 } : {}
}

/** Whether the account may walk into `folder`, given as a real path. */
export function canReach(account: Account, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder)
  const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & mayEnter) === 0) return false
  const parent = dirname(folder)
  return parent === folder || canReach(account, parent)
}

function nobody(): Account {
  const line = passwords()
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? []
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

function passwords(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
