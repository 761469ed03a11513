/**
 * The PostgreSQL programs of an npm package, and copies of them for those who cannot reach or mend the
 * package: `nobody` when it is below /root, and the links that a `npm install --ignore-scripts` leaves out.
 */
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** Makes the links that belong into `native` and are missing; throws when the folder cannot be written. */
export function completeLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(relative(dirname(target), source), target)
    } catch (error) {
      // Another process does the same.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * Puts a copy of `native` at `target`, readable by all, unless a whole one is there already. Several
 * processes may do so at once: each writes its own copy, one rename wins.
 */
export function installCopy(native: string, target: string): void {
  if (isWhole(native, target)) return
  clearLeftovers(target)
  const draft = `${target}.new-${randomUUID()}`
  try {
    copyTree(native, draft)
    completeLinks(draft)
    moveInto(native, draft, target)
  } catch (error) {
    if (!isWhole(native, target)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A copy cut short by a power failure has all its names, but files of the wrong length. */
function isWhole(native: string, target: string): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return false
  return missingLinks(target).length === 0 && haveSameFiles(native, target)
}

function haveSameFiles(native: string, target: string): boolean {
  return readdirSync(native, { withFileTypes: true }).every((entry) => {
    const [from, to] = [join(native, entry.name), join(target, entry.name)]
    const found = lstatSync(to, { throwIfNoEntry: false })
    if (entry.isDirectory()) return found?.isDirectory() === true && haveSameFiles(from, to)
    return entry.isSymbolicLink() || found?.size === lstatSync(from).size
  })
}

function copyTree(from: string, to: string): void {
  mkdirSync(to)
  // Set again, because our umask may be 077 and the copy is for others.
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else {
      copyFileSync(source, target)
      chmodSync(target, (lstatSync(source).mode & 0o100) === 0 ? 0o644 : 0o755)
    }
  }
}

function moveInto(native: string, draft: string, target: string): void {
  try {
    renameSync(draft, target)
  } catch (error) {
    if (!lstatSync(target, { throwIfNoEntry: false })) throw error
    if (isWhole(native, target)) return
    // Damaged. Moved aside, not emptied: a server may be running from it.
    const aside = `${target}.old-${randomUUID()}`
    renameSync(target, aside)
    renameSync(draft, target)
    rmSync(aside, { recursive: true, force: true })
  }
}

/** What killed processes left half done; the younger ones may still be at it. */
function clearLeftovers(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    const path = join(dirname(target), name)
    if (!/\.(new|old)-/.test(name) || !name.startsWith(basename(target))) continue
    if (Date.now() - lstatSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true })
  }
}

type Link = { readonly source: string; readonly target: string }

function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!lstatSync(list, { throwIfNoEntry: false })) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  // The list begins every path with the folder's own name in the package: "native/lib/libpq.so.5".
  const inHere = (path: string) => join(native, relative('native', path))
  return links
    .map(({ source, target }) => ({ source: inHere(source), target: inHere(target) }))
    .filter(({ target }) => !lstatSync(target, { throwIfNoEntry: false }))
}
