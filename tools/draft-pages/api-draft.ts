/** What an API's official file says, before anything is known of the other APIs. */
import { type Attributes, heldTypes } from './attribute.ts'
import { attributesOf } from './definitions.ts'
import { announcementsOf } from './events.ts'
import { apiDomain, apiName } from './our-names.ts'
import { type PathResource, resourcesOf } from './resources.ts'
import type { Swagger } from './swagger.ts'
import type { Warn } from './warnings.ts'

export interface ResourceDraft extends PathResource {
  readonly attributes: Attributes
  /** What may be given at creation; undefined when the file has no type for that. */
  readonly create?: Attributes
  /** What may be changed; undefined when the file has no type for that. */
  readonly update?: Attributes
  readonly announces: readonly string[]
}

export interface ApiDraft {
  readonly number: string
  readonly title: string
  readonly version: string
  readonly basePath: string
  readonly domain: string
  readonly resources: readonly ResourceDraft[]
  /** The types that its resources hold, directly or through others. */
  readonly types: ReadonlyMap<string, Attributes>
}

/** Reads an API out of its official file; warns of events that belong to no resource. */
export function draftApi(number: string, swagger: Swagger, warn: Warn): ApiDraft {
  const found = resourcesOf(swagger)
  const { byResource, ownerless } = announcementsOf(swagger, found)
  for (const event of ownerless) warn(`TMF${number}: event ${event} belongs to no resource`)
  const resources = found.map((resource) => ({
    ...resource,
    ...attributesOfResource(swagger, resource.name),
    announces: byResource.get(resource) ?? [],
  }))
  return {
    number,
    title: apiName(number, swagger.info.title),
    version: swagger.info.version,
    basePath: swagger.basePath.replace(/\/+$/, ''),
    domain: apiDomain(number),
    resources,
    types: typesHeldBy(resources, swagger),
  }
}

function attributesOfResource({ definitions }: Swagger, name: string) {
  const [create, update] = [`${name}_Create`, `${name}_Update`]
  return {
    attributes: attributesOf(definitions, name),
    ...(definitions[create] ? { create: attributesOf(definitions, create) } : {}),
    ...(definitions[update] ? { update: attributesOf(definitions, update) } : {}),
  }
}

function typesHeldBy(resources: readonly ResourceDraft[], { definitions }: Swagger): Map<string, Attributes> {
  const types = new Map<string, Attributes>()
  const visit = (name: string) => {
    if (types.has(name)) return
    const attributes = attributesOf(definitions, name)
    types.set(name, attributes)
    for (const held of heldTypes(attributes)) visit(held)
  }
  for (const { attributes } of resources) for (const held of heldTypes(attributes)) visit(held)
  return types
}
