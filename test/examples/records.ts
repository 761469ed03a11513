/** Reads the JSON files of an example, and finds the references between its records. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FieldFacts, ResourcePage } from '../../src/declare/index.ts'
import type { Model } from '../../src/derive/model.ts'
import { partOf } from '../../src/derive/schema.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { type ImportRecord, parseRecords } from '../../src/resources/import.ts'

export interface RecordFile {
  readonly name: string
  readonly records: readonly ImportRecord[]
}

/** The JSON files of a folder of the repository, in the order they are loaded. */
export function recordFiles(model: Model, folder: string): RecordFile[] {
  const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url))
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(path + name, 'utf8').trim()
      const documents = parseRecords(text.startsWith('[') ? text : `[${text}]`)
      return { name, records: documents.map((document) => ({ page: pageOf(model, document), document })) }
    })
}

function pageOf(model: Model, document: JsonObject): ResourcePage {
  const found = model.pages.find(({ name }) => name === document['@type'])
  if (found === undefined) throw new Error(`no page is named ${String(document['@type'])}`)
  return found
}

export interface Reference {
  /** Where it stands, such as `productOffering.id`. */
  readonly path: string
  readonly id: string
  /** The kind it says it points to. */
  readonly kind: string | undefined
}

/** Market segments are names, not resources, and the files of a document are part of it. */
const namesOnly = new Set(['MarketSegmentRef', 'AttachmentRefOrValue'])

/** Every reference a record holds, at any depth. */
export function referencesOf({ page, document }: ImportRecord): Reference[] {
  return Object.entries(page.fields).flatMap(([name, { facts }]) => referencesIn(facts, document[name], name))
}

function referencesIn(facts: FieldFacts, value: unknown, path: string): Reference[] {
  if (facts.of === undefined || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((element) => referencesIn(facts, element, path))
  const type = partOf(facts)
  const part = value as JsonObject
  const isReference = type.isReference || type.name.endsWith('RefOrValue')
  const own =
    isReference && typeof part.id === 'string' && !namesOnly.has(type.name)
      ? [{ path, id: part.id, kind: part['@referredType'] as string | undefined }]
      : []
  const inside = Object.entries(type.fields).flatMap(([name, field]) =>
    referencesIn(field.facts, part[name], `${path}.${name}`),
  )
  return [...own, ...inside]
}
