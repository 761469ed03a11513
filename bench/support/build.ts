/**
 * Compiles the source and the benchmarks as they are shipped. Run through a development loader, every function would be
 * wrapped to keep its name, which costs the code with more functions more.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Below node_modules, so that imports of packages are found and no other tool looks at it.
const folder = join(root, 'node_modules/.cache/goldthread-bench')

/** Compiles; gives where a compiled program is, by its place in the project: `bench/floor-server`. */
export function build(): (program: string) => string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  // What the source reads beside itself.
  for (const data of ['src/store/migrations', 'src/http/assets', 'examples']) {
    mkdirSync(dirname(join(folder, data)), { recursive: true })
    symlinkSync(join(root, data), join(folder, data))
  }
  return (program) => {
    const path = join(folder, `${program}.js`)
    if (!existsSync(path)) throw new Error(`${program}.ts does not compile: ${stdout}`)
    return path
  }
}

const configuration = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    noEmit: false,
    rootDir: root,
    outDir: folder,

    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: [join(root, 'src'), join(root, 'bench')],
}
