/** The files of `src`, and what each imports. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

export interface SourceFile {
  /** From `src` on, with slashes: `store/database.ts`. */
  readonly path: string
  readonly text: string
  /** The text without comments. */
  readonly code: string
  /** The files it imports, by path, types included. */
  readonly files: readonly string[]
  /** The packages and Node modules it imports: `pg`, `node:fs`. */
  readonly packages: readonly string[]
}

const importing =
  /(?:^|[\s;])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file below `src`. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => relative(root, join(root, name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')))
}

/** A file by its path and text. */
export function sourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text)
  const names = [...code.matchAll(importing)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  const isFile = (name: string) => name.startsWith('.')
  return {
    path,
    text,
    code,
    files: names.filter(isFile).map((name) => posix.join(dirname(path), name)),
    packages: names.filter((name) => !isFile(name)),
  }
}

/** Comments go; texts stay, also where they look like comments, such as URLs. */
function withoutComments(text: string): string {
  const pieces = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
  return text.replace(pieces, (_piece, literal?: string) => literal ?? ' ')
}
