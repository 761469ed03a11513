/** The command line: what is asked for, and the help that tells how to ask. */
import { parseArgs } from 'node:util'
import type { DraftSources } from './draft.ts'
import { DraftRefusal } from './refusal.ts'

/** What to draft from, and where to. */
export interface DraftRequest extends DraftSources {
  /** The folder to write into. */
  readonly target: string
}

export const helpText = `Drafts pages of the information model from official TM Forum files (swagger 2).

  npx tsx tools/draft-pages/main.ts <official files> <meanings> <folder> <number> …

  <official files>  folder of the official files, each named TMF<number>-….json
  <meanings>        file with a line per type and attribute: Type or Type.attribute, a tab, and what it means in
                    our own words; what has no line is drafted with its name, and warned about
  <folder>          folder of your choice to write into; files of the same name are written over
  <number> …        numbers of the APIs, such as 620 622; what several of them have alike goes to shared/

The drafts are for a person to take over what is new; the pages in src/apis are the source. Warnings name what a
person has to look at: missing meanings, states that want a lifecycle, events that belong to no resource.

  -h, --help        shows this
`

/** Reads the arguments after the program's name; undefined when only help is wanted. */
export function readArguments(args: readonly string[]): DraftRequest | undefined {
  const { help, positionals } = parse(args)
  if (help) return undefined
  const [specs, meanings, target, ...numbers] = positionals
  if (specs === undefined) throw missing('the folder of official files')
  if (meanings === undefined) throw missing('the file of meanings')
  if (target === undefined) throw missing('the folder to write into')
  if (numbers.length === 0) throw missing('the numbers of the APIs')
  for (const number of numbers) {
    if (!/^\d{3}$/.test(number))
      throw new DraftRefusal(`${number} is no API number; give three digits, as 620.`)
  }
  return { specs, meanings, target, numbers: [...new Set(numbers)] }
}

function parse(args: readonly string[]): { help: boolean; positionals: string[] } {
  try {
    const options = { help: { type: 'boolean', short: 'h', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { help: values.help, positionals }
  } catch (error) {
    const [line = ''] = error instanceof Error ? error.message.split('. ') : []
    throw new DraftRefusal(`${line}; --help shows what there is.`)
  }
}

function missing(what: string): DraftRefusal {
  return new DraftRefusal(`Missing: ${what}; --help shows the order.`)
}
