/** Loads the sample operator: ordinary TMF JSON, from then on read and changed through the APIs like anything else. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from './declare/index.ts'
import { withReferenceHrefs } from './derive/reference-hrefs.ts'
import type { Context } from './resources/context.ts'
import { type ImportRecord, importRecords, parseRecords } from './resources/import.ts'
import { inWork } from './resources/work.ts'

const tenant = 'default'
const folder = fileURLToPath(new URL('../examples/sample-operator/', import.meta.url))

/** Imports what is not there yet, in one transaction; what was changed since stays as it is. */
export async function seed(context: Context): Promise<void> {
  const records = readSample(context)
  const keys = records.map(({ page, document }) => ({ kind: page.kind, id: String(document.id) }))
  const missing = await inWork(context, tenant, async (work) => {
    await work.look(keys)
    return records.filter((_, index) => !work.find(keys[index]?.kind ?? '', keys[index]?.id ?? ''))
  })
  if (missing.length === 0) return
  const rights = new Set(['client', 'engine'] as const)
  const caller = { tenant, actor: 'administrator', correlationId: 'sample-operator', rights }
  await importRecords(context, missing, caller, { onlyNew: true }).catch((error: unknown) => {
    // Another node that starts at the same moment has imported the same records.
    if (!(error instanceof Refusal && error.code === 'duplicateId')) throw error
  })
}

function readSample(context: Context): ImportRecord[] {
  const records = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => parseRecords(readFileSync(`${folder}/${name}`, 'utf8')))
    .map((document) => {
      const page = context.model.pages.find(({ name }) => name === document['@type'])
      if (page === undefined)
        throw new Error(`the sample operator has a record of unknown type ${document['@type']}`)
      return { page, document }
    })
  const known = new Set(records.map(({ page, document }) => `${page.kind} ${document.id}`))
  const isKnown = (kind: string, id: string) => known.has(`${kind} ${id}`)
  return records.map(({ page, document }) => ({
    page,
    document: withReferenceHrefs(context.model, page, document, isKnown),
  }))
}
