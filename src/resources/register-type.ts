/** Types that extend others by a JSON Schema: registered, and removed when nothing is of them (wire contract, section 24). */
import { any, type RefusalCode, ResourcePage, refuse, text } from '../declare/index.ts'
import { RegisteredType, type TypeRecord } from '../derive/registered-type.ts'
import type { TypeTable } from '../derive/type-table.ts'
import { validateCreate } from '../derive/validate.ts'
import type { Database } from '../store/database.ts'
import { transaction } from '../store/transaction.ts'
import { deleteType, documentOfType, insertType, lockTypes, surveyTypes } from '../store/types.ts'
import { currentTime } from './work.ts'

const maxTypes = 500
const maxSchema = 2 ** 20
const maxSchemas = 16 * 2 ** 20

/** What an administrator sends. */
const TypePage = new ResourcePage('Type', {
  meaning: 'A type of documents that extends another',
  path: 'type',
  fields: {
    name: text('What documents say in @type').mandatory,
    baseType: text('The type it extends').mandatory,
    description: text('What documents of the type are'),
    schema: any('A JSON Schema of what it adds').mandatory,
  },
})

/** A type as a body describes it. Throws a refusal that says what is wrong with it. */
export function readTypeRecord(body: unknown): TypeRecord {
  return validateCreate(TypePage, body) as unknown as TypeRecord
}

/** Removes a type. Throws `resourceNotFound`, or `resourceReferenced` while documents or other types are of it. */
export async function removeType(
  database: Database,
  name: string,
  { kinds, tenant }: { readonly kinds: readonly string[]; readonly tenant: string },
): Promise<void> {
  await transaction(database, { tenant, now: currentTime }, async (tx) => {
    await lockTypes(tx)
    if (!(await deleteType(tx, name))) throw noSuchType(name)
    const { types } = await surveyTypes(tx)
    const extending = types.find((type) => type.base_type === name)
    if (extending) throw used(name, `${extending.name} extends it`)
    const document = await documentOfType(tx, kinds, name)
    if (document) throw used(name, `${document.kind} ${document.id} is one`)
  })
}

/** Registers a type. Throws `invalidSchema`, `unknownType`, `duplicateId` or `limitReached`. */
export async function registerType(
  database: Database,
  table: TypeTable,
  record: TypeRecord,
  tenant: string,
): Promise<void> {
  const { name, baseType, description = null, location = null } = record
  if (!isUsable(name)) {
    throw wrong('invalidFormat', 'name', 'must be 1 to 128 characters, none of them a blank or a separator')
  }
  const schema = JSON.stringify(record.schema)
  const size = Buffer.byteLength(schema)
  if (size > maxSchema) throw refuse('bodyTooLarge', `A schema may have at most ${maxSchema} bytes`)
  // Reads the schema: what cannot be read is not stored.
  new RegisteredType(record)
  if (table.isOfPages(name)) throw refuse('duplicateId', `${name} is a type of the APIs; choose another name`)
  await transaction(database, { tenant, now: currentTime }, async (tx) => {
    await lockTypes(tx)
    const known = await surveyTypes(tx)
    const names = known.types.map((each) => each.name)
    if (names.includes(name)) throw refuse('duplicateId', `The type ${name} is registered already`)
    if (!table.isOfPages(baseType) && !names.includes(baseType)) {
      const hint = table.nearest(baseType)
      throw wrong('unknownType', 'baseType', `'${baseType.slice(0, 100)}' is no type that is known${hint}`)
    }
    if (names.length >= maxTypes || known.size + size > maxSchemas) {
      throw refuse(
        'limitReached',
        `At most ${maxTypes} types, of ${maxSchemas} bytes together, may be registered`,
      )
    }
    await insertType(tx, { name, base_type: baseType, description, location, schema })
  })
}

/** The refusal of a type that is not registered. */
export const noSuchType = (name: string) =>
  refuse('resourceNotFound', `type '${name.slice(0, 300)}' does not exist`)

/** Whether a name can stand in a path and in a query. */
const isUsable = (name: string): boolean => /^[^\s/\\"',;&#?%\p{C}]{1,128}$/u.test(name)

function wrong(code: RefusalCode, path: string, message: string) {
  return refuse(code, `${path} ${message}`, { errorItem: [{ code, path, message }] })
}

const used = (name: string, why: string) =>
  refuse('resourceReferenced', `The type ${name} cannot be removed: ${why}`)
