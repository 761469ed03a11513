/** A JSON Schema as it was written, and where references in it lead: to places of its own, and nowhere else. */
import { type Refusal, refuse } from '../declare/index.ts'
import { isSchemaObject, type JsonSchema } from './json-schema.ts'

const dialects = /^https?:\/\/json-schema\.org\/(draft-07|draft\/2019-09|draft\/2020-12)\/schema#?$/

export class SchemaDocument {
  readonly root: JsonSchema
  /** The names that places in it have: `$anchor`, and up to draft-07 a `$id` that is a fragment. */
  readonly #anchors = new Map<string, string>()

  /** Throws `invalidSchema`. */
  constructor(root: unknown) {
    if (!isSchemaObject(root)) throw schemaFault('', 'a schema must be a JSON object')
    const { $schema } = root
    if ($schema !== undefined && !dialects.test(String($schema))) {
      throw schemaFault(
        '',
        `$schema '${cut($schema)}' is not offered: write it in draft-07, 2019-09 or 2020-12`,
      )
    }
    this.root = root
    this.#collectAnchors(root, '')
  }

  /** The pointer to what a reference means; `at` is the place of the reference. Throws `invalidSchema`. */
  pointerOf(reference: string, at: string): string {
    const own = typeof this.root.$id === 'string' ? this.root.$id.replace(/#.*$/, '') : ''
    const [address = '', fragment = ''] = reference.split('#', 2)
    if (address !== '' && address !== own) {
      throw schemaFault(at, `'${cut(reference)}' leads out of the schema: put what it means under $defs`)
    }
    if (fragment === '' || fragment.startsWith('/')) return decoded(fragment, at)
    const anchored = this.#anchors.get(fragment)
    if (anchored === undefined) throw schemaFault(at, `nothing in the schema is called '${cut(reference)}'`)
    return anchored
  }

  /** What is at a pointer. Throws `invalidSchema`. */
  valueAt(pointer: string, at: string): unknown {
    let value: unknown = this.root
    for (const step of pointer.split('/').slice(1)) {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
      const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      if (!isThere) throw schemaFault(at, `nothing is at '#${cut(pointer)}'`)
      value = (value as JsonSchema)[name]
    }
    return value
  }

  #collectAnchors(value: unknown, at: string): void {
    if (typeof value !== 'object' || value === null) return
    for (const [name, member] of Object.entries(value)) {
      const isName = name === '$anchor' || (name === '$id' && at !== '')
      if (isName && typeof member === 'string') {
        if (name === '$id' && !member.startsWith('#')) {
          throw schemaFault(at, 'has a $id: only the whole schema may have one')
        }
        this.#anchors.set(member.replace(/^#/, ''), at)
      } else if (!isData.has(name)) this.#collectAnchors(member, `${at}/${escaped(name)}`)
    }
  }
}

/** Keywords that hold values, not schemas. */
const isData = new Set(['enum', 'const', 'default', 'examples'])

/** The refusal of a schema; `at` is a pointer into it. */
export function schemaFault(at: string, what: string): Refusal {
  return refuse(
    'invalidSchema',
    at === '' ? `The schema is refused: ${what}` : `In the schema, ${cut(at)} ${what}`,
  )
}

/** A name as a step of a pointer. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const cut = (text: unknown): string => String(text).slice(0, 200)

function decoded(fragment: string, at: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    throw schemaFault(at, `'#${cut(fragment)}' is not percent-encoded UTF-8`)
  }
}
