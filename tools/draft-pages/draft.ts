/** Drafting from beginning to end: what is asked for becomes pages and warnings. */
import { draftApi } from './api-draft.ts'
import { apiPages } from './api-pages.ts'
import { readMeanings } from './meanings.ts'
import { readOfficialFile } from './official-file.ts'
import type { Page } from './page.ts'
import type { Pool } from './pool.ts'
import { Sharing } from './sharing.ts'
import { shelfPages } from './shelf-pages.ts'
import { fillShelves } from './shelves.ts'

/** What drafts are made from. */
export interface DraftSources {
  /** The folder of official files, `TMF620-….json`. */
  readonly specs: string
  /** The file with a line per type or attribute, `Type.attribute<TAB>sentence`. */
  readonly meanings: string
  /** The numbers of the APIs, such as 620. */
  readonly numbers: readonly string[]
}

export interface Drafted {
  readonly pages: readonly Page[]
  /** What a person has to look at, each once. */
  readonly warnings: readonly string[]
}

/** Reads the official files and drafts the pages; writes nothing. */
export function draftPages({ specs, meanings, numbers }: DraftSources): Drafted {
  const warnings = new Set<string>()
  const warn = (warning: string) => {
    warnings.add(warning)
  }
  const words = readMeanings(meanings, warn)
  const apis = numbers.map((number) => draftApi(number, readOfficialFile(specs, number), warn))
  const sharing = new Sharing(apis)
  const pool: Pool = { sharing, shelves: fillShelves(sharing), meanings: words, warn }
  const pages = [...shelfPages(pool), ...apis.flatMap((api) => apiPages(api, pool))]
  return { pages, warnings: [...warnings] }
}
