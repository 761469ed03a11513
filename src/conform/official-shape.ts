/**
 * The official files of the APIs, when they are at hand: every answer is then held against them as well. They are not
 * part of this program; the pages say the same, but for the departures.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { isDateTime } from '../derive/schema.ts'

/** What is wrong with a value, and where: without the numbers of elements. */
export interface Problem {
  readonly path: string
  readonly message: string
}

interface Described {
  readonly definitions?: Readonly<Record<string, unknown>>
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
}

const formats = ['uri', 'url', 'base64', 'byte', 'date', 'float', 'double', 'decimal', 'int32', 'int64']

/** The types of one official file, Swagger 2.0 or OpenAPI 3. */
export class OfficialShape {
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    logger: false,
    formats: { ...Object.fromEntries(formats.map((name) => [name, true])), 'date-time': isDateTime },
  })

  constructor(types: Readonly<Record<string, unknown>>) {
    const text = JSON.stringify(types).replaceAll(/"#\/(?:definitions|components\/schemas)\//g, '"#/$defs/')
    const $defs = JSON.parse(text) as Record<string, unknown>
    // Some files refer to types they do not have.
    for (const [, name = ''] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) $defs[name] ??= {}
    this.#ajv.addSchema({ $id: 'official', $defs })
  }

  /** What is wrong with a value of a type; nothing when the file has no such type. */
  problemsOf(type: string, value: unknown): Problem[] {
    const check = this.#ajv.getSchema(`official#/$defs/${type}`)
    if (check === undefined || check(value)) return []
    return (check.errors ?? []).map(({ instancePath, message = '', params }) => {
      const steps = [...instancePath.split('/').slice(1), params.missingProperty ?? '']
      return { path: steps.filter((step) => !/^\d*$/.test(step)).join('.'), message }
    })
  }
}

/** The file of an API in a folder, named as TM Forum does: `TMF641-ServiceOrder-v4.1.0.json`. */
export function officialShape(folder: string, number: string): OfficialShape | undefined {
  const name = readdirSync(folder).find((each) => new RegExp(`^${number}\\D.*\\.json$`).test(each))
  if (name === undefined) return undefined
  const { definitions, components } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Described
  return new OfficialShape(definitions ?? components?.schemas ?? {})
}
