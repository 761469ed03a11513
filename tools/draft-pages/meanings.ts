/** What types and attributes mean, in our own words. */
import { readFileSync } from 'node:fs'
import { DraftRefusal } from './refusal.ts'
import type { Warn } from './warnings.ts'

export class Meanings {
  readonly #sentences: ReadonlyMap<string, string>
  readonly #warn: Warn

  /** From lines of `Type` or `Type.attribute`, a tab, and the sentence. */
  constructor(text: string, warn: Warn) {
    const lines = text.split(/\r?\n/).map((line) => line.split('\t'))
    this.#sentences = new Map(
      lines.flatMap(([key = '', sentence]) => (sentence === undefined ? [] : [[key, sentence] as const])),
    )
    this.#warn = warn
  }

  has(key: string): boolean {
    return this.#sentences.has(key)
  }

  /** The sentence as code; without one, the key itself and a warning. */
  code(key: string): string {
    const sentence = this.#sentences.get(key)
    if (sentence === undefined) this.#warn(`no meaning for ${key}`)
    return `'${(sentence ?? key).replaceAll("'", '’')}'`
  }
}

/** Reads the file of meanings. */
export function readMeanings(path: string, warn: Warn): Meanings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new DraftRefusal(`There is no file of meanings at ${path}; an empty file will do.`)
  }
  return new Meanings(text, warn)
}
