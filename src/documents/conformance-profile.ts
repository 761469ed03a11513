/** What of an API is mandatory, what is supported, and where we depart from the official file. */
import { type ApiPage, type Departure, eventTypes, type ResourcePage, type Shape } from '../declare/index.ts'
import { isSetOnCreate } from '../derive/schema.ts'
import { kindOf, shapesOf, typesBelow, writerOf } from './attribute-table.ts'
import { departuresOf } from './departures.ts'
import { operationsOf } from './operations.ts'

export interface ProfiledAttribute {
  readonly name: string
  readonly kind: string
  readonly mandatoryOnCreate: boolean
  /** Whether every answer has it. */
  readonly alwaysPresent: boolean
  readonly writtenBy: string
  readonly values?: readonly string[]
}

export interface ProfiledResource {
  readonly name: string
  readonly path: string
  readonly meaning: string
  readonly operation: readonly { readonly method: string; readonly path: string }[]
  readonly attribute: readonly ProfiledAttribute[]
  /** The types its documents may be of besides, each with its own attributes. */
  readonly subtype?: readonly { readonly name: string; readonly attribute: readonly ProfiledAttribute[] }[]
  readonly lifecycle?: {
    readonly attribute: string
    readonly initial: string
    readonly final: readonly string[]
  }
  readonly event: readonly string[]
}

export interface ConformanceProfile {
  readonly '@type': 'ConformanceProfile'
  readonly number: string
  readonly name: string
  readonly version: string
  /** Whether there is no official file to compare with. */
  readonly isFromDescription?: true
  readonly domain: string
  readonly basePath: string
  readonly resource: readonly ProfiledResource[]
  readonly hub: readonly { readonly method: string; readonly path: string }[]
  readonly departure: readonly Omit<Departure, 'api'>[]
  readonly sharedDeparture: readonly Omit<Departure, 'api'>[]
}

/** The profile of an API; `departures` are those of all APIs. */
export function conformanceProfile(api: ApiPage, departures: readonly Departure[]): ConformanceProfile {
  const operations = operationsOf(api)
  const types = typesBelow(api.resources.flatMap(shapesOf)).map(({ name }) => name)
  const names = new Set([
    ...types,
    ...api.resources.flatMap(({ name, type }) => [name, ...type.subtypes.map((subtype) => subtype.name)]),
  ])
  const { own, shared } = departuresOf(api, departures, names)
  const placesOf = (page?: ResourcePage) =>
    operations.filter(({ of }) => of?.page === page).map(({ method, path }) => ({ method, path }))
  return {
    '@type': 'ConformanceProfile',
    number: api.number,
    name: api.name,
    version: api.version,
    ...(api.isFromDescription ? { isFromDescription: true } : {}),
    domain: api.domain,
    basePath: api.path,
    resource: api.resources.map((page) => ({
      name: page.name,
      path: page.path,
      meaning: page.meaning,
      operation: placesOf(page),
      attribute: attributesOf(page, page.fields),
      ...subtypesOf(page),
      ...lifecycleOf(page),
      event: eventTypes(page),
    })),
    hub: placesOf(),
    departure: own.map(withoutApi),
    sharedDeparture: shared.map(withoutApi),
  }
}

function withoutApi({ where, what, reason }: Departure): Omit<Departure, 'api'> {
  return { where, what, reason }
}

function subtypesOf(page: ResourcePage): Pick<ProfiledResource, 'subtype'> {
  const { subtypes } = page.type
  if (subtypes.length === 0) return {}
  return { subtype: subtypes.map(({ name, fields }) => ({ name, attribute: attributesOf(page, fields) })) }
}

function attributesOf(page: ResourcePage, fields: Shape): ProfiledAttribute[] {
  return Object.entries(fields).map(([name, { facts }]) => ({
    name,
    kind: kindOf(facts),
    mandatoryOnCreate: facts.isMandatory && isSetOnCreate(facts),
    alwaysPresent:
      facts.isMandatory ||
      facts.fallback !== undefined ||
      facts.stamp !== undefined ||
      page.lifecycle?.of === name,
    writtenBy: writerOf(facts),
    ...(facts.values ? { values: facts.values } : {}),
  }))
}

function lifecycleOf({ lifecycle }: ResourcePage): Pick<ProfiledResource, 'lifecycle'> {
  if (lifecycle === undefined) return {}
  const final = Object.entries(lifecycle.moves)
    .filter(([, to]) => Object.keys(to).length === 0)
    .map(([state]) => state)
  return { lifecycle: { attribute: lifecycle.of, initial: lifecycle.starts, final } }
}
