/** The imports at the top of a page. */
import { kebab } from './casing.ts'
import type { FilledShelf } from './shelves.ts'

const declareWords = [
  'any',
  'base64',
  'dateTime',
  'entity',
  'integer',
  'itemId',
  'laterList',
  'laterPart',
  'list',
  'listOfSelf',
  'number',
  'oneOf',
  'part',
  'partOfSelf',
  'reference',
  'resource',
  'text',
  'type',
  'uri',
  'yesNo',
]
const declareTypes = ['RefOrValue', 'TypeWord']

/** Imports the words of declaration that code uses. */
export function importWords(code: string): string {
  const used = declareWords.filter((word) => new RegExp(`(?<![\\w.'])${word}(<RefOrValue>)?\\(`).test(code))
  const types = declareTypes.filter((word) => new RegExp(`\\b${word}\\b`).test(code))
  return importLine([...used, ...types.map((word) => `type ${word}`)], '../../declare/index.ts')
}

/** Imports types from their shelves, which stand in a folder; some of them under another name. */
export function importFromShelves(
  shelves: readonly FilledShelf[],
  folder: string,
  names: ReadonlySet<string>,
  aliases: ReadonlyMap<string, string> = new Map(),
): string {
  const lines = shelves.map(({ name, types }) => {
    const plain = types.filter((type) => names.has(type))
    const aliased = types.filter((type) => aliases.has(type)).map((type) => `${type} as ${aliases.get(type)}`)
    return importLine([...plain, ...aliased], `${folder}/${name}.ts`)
  })
  return lines.join('')
}

/** Imports a resource from its page in the same folder. */
export function importResource(name: string): string {
  return importLine([name], `./${kebab(name)}.ts`)
}

/** One import in the order of names; nothing when there are no names. */
export function importLine(names: readonly string[], from: string): string {
  return names.length ? `import { ${[...names].sort().join(', ')} } from '${from}'\n` : ''
}
