/**
 * `/goldthread/v1/type`: an administrator registers types that extend those of the APIs, each by a JSON Schema that is
 * served here for `@schemaLocation` (wire contract, section 24). No API of TM Forum is about types, so this is our own.
 */
import { schemaPathOf, typesPath } from '../derive/registered-type.ts'
import { noSuchType } from '../resources/register-type.ts'
import { findType, listTypes, type TypeRow } from '../store/types.ts'
import { readJson } from './body.ts'
import { clientOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { checkAccept, checkContentType, jsonType, postTypes } from './negotiation.ts'
import type { Routes } from './routes.ts'

/** A schema of the largest size that is taken, and what is around it. */
const maxBody = 2 ** 20 + 2 ** 16
const schemaType = 'application/schema+json'

interface Params {
  readonly name: string
}

/** Adds the types. */
export function typeRoutes(routes: Routes, { context, base }: Edge): void {
  const { database, types } = context

  routes.post(typesPath, async (request, reply) => {
    checkAccept(request.headers.accept)
    checkContentType(request.headers['content-type'], postTypes)
    const external = base.of(request.raw)
    const { tenant } = clientOf(request.id)
    const { name } = await types.register(await readJson(request.raw, maxBody), tenant)
    reply
      .code(201)
      .header('Content-Type', jsonType)
      .header('Location', external + pathOf(name))
    return JSON.stringify(shown(await find(tenant, name), external))
  })

  routes.get(typesPath, async (request, reply) => {
    checkAccept(request.headers.accept)
    const external = base.of(request.raw)
    const rows = await listTypes(database, clientOf(request.id).tenant)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
    reply.header('X-Total-Count', rows.length).header('X-Result-Count', rows.length)
    return JSON.stringify(rows.map((row) => shown(row, external)))
  })

  routes.get<{ Params: Params }>(`${typesPath}/:name`, async (request, reply) => {
    checkAccept(request.headers.accept)
    const row = await find(clientOf(request.id).tenant, request.params.name)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-cache')
    return JSON.stringify(shown(row, base.of(request.raw)))
  })

  routes.get<{ Params: Params }>(`${typesPath}/:name/schema`, async (request, reply) => {
    const { schema } = await find(clientOf(request.id).tenant, request.params.name)
    reply.header('Content-Type', schemaType).header('Cache-Control', 'no-cache')
    return JSON.stringify(schema)
  })

  routes.delete<{ Params: Params }>(`${typesPath}/:name`, async (request, reply) => {
    await types.remove(request.params.name, clientOf(request.id).tenant)
    reply.code(204)
    return null
  })

  async function find(tenant: string, name: string): Promise<TypeRow> {
    // No name has U+0000, nor can PostgreSQL be asked for one.
    const row = name.includes('\u0000') ? undefined : await findType(database, tenant, name)
    if (row === undefined) throw noSuchType(name)
    return row
  }
}

const pathOf = (name: string): string => `${typesPath}/${encodeURIComponent(name)}`

/** A type as it is answered; `schemaLocation` is what documents of the type may name. */
function shown(row: Omit<TypeRow, 'schema'> & Partial<TypeRow>, base: string) {
  const { name, base_type: baseType, description, location, created, schema } = row
  return {
    name,
    href: base + pathOf(name),
    baseType,
    description: description ?? undefined,
    schemaLocation: base + schemaPathOf(name),
    fetchedFrom: location ?? undefined,
    created: created.toISOString(),
    schema,
  }
}
