/** Whether an answer has the shape its official file says, as somebody else's checker sees it. */
import { Ajv } from 'ajv'
import { isDateTime } from '../../src/derive/schema.ts'
import type { OfficialDocument } from './official-format.ts'

const anything = Object.fromEntries(
  ['uri', 'url', 'base64', 'date', 'float', 'decimal', 'int32', 'int64'].map((name) => [name, true]),
) as Record<string, true>

export class OfficialSchema {
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { ...anything, 'date-time': isDateTime },
  })

  constructor({ schemas }: OfficialDocument) {
    const text = JSON.stringify(schemas).replaceAll(/"#\/(?:definitions|components\/schemas)\//g, '"#/$defs/')
    const $defs = JSON.parse(text)
    // Some files refer to types they do not have.
    for (const [, name = ''] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) $defs[name] ??= {}
    this.#ajv.addSchema({ $id: 'official', $defs })
  }

  /** What is wrong with a value of a type: where, without the numbers of elements, and in words. */
  problemsOf(type: string, value: unknown): { readonly path: string; readonly message: string }[] {
    const check = this.#ajv.getSchema(`official#/$defs/${type}`)
    if (check === undefined) throw new Error(`the file has no ${type}`)
    if (check(value)) return []
    return (check.errors ?? []).map(({ instancePath, message = '', params }) => {
      const steps = [...instancePath.split('/').slice(1), params.missingProperty ?? '']
      return { path: steps.filter((step) => !/^\d*$/.test(step)).join('.'), message }
    })
  }
}
