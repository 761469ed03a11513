/** A drafted page, and how pages come to disk. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DraftRefusal } from './refusal.ts'

export interface Page {
  /** Below the folder that is drafted into. */
  readonly path: string
  readonly code: string
}

/** Writes pages below a folder, which is made when there is none. */
export function writePages(folder: string, pages: readonly Page[]): void {
  try {
    for (const { path, code } of pages) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, code)
    }
  } catch (error) {
    throw new DraftRefusal(`Cannot write to ${folder}: ${(error as Error).message}.`)
  }
}
