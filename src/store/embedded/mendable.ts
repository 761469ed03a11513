import { StartRefusal } from '../start-refusal.ts'

const advice: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user: give it write access, or choose another data folder',
  EPERM: 'may not be used by this user: give it write access, or choose another data folder',
  EROFS: 'is on a read-only disk: choose another data folder',
  ENOSPC: 'is on a full disk: make room and start again',
  EDQUOT: 'is on a disk whose quota is used up: make room and start again',
  ENOTDIR: 'is not a folder: choose another data folder',
  EEXIST: 'is not a folder: choose another data folder',
}

/**
 * Does work on the files of `folder`; what the system refuses there is told in a line, not in a stack of
 * calls.
 */
export async function mendable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code = '', path = folder, syscall } = error as NodeJS.ErrnoException
    const what = advice[code]
    if (!what || syscall === 'kill') throw error
    throw new StartRefusal(`${path} ${what} (${code}).`, { cause: error })
  }
}
