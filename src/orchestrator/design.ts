/**
 * The design of an order: which services and resources deliver what was ordered. Computed from the order item,
 * the catalogue and facts about customer and place; the same input gives the same design.
 */
import type { Document } from '../declare/index.ts'
import type { CatalogueKind } from './catalogue.ts'
import { givenValue, instanceCharacteristics, type RuleInput, ruleValue, type Values } from './rules.ts'

/** Gives entries of the tenant's catalogue. */
export type Lookup = (kind: CatalogueKind, id: string) => Promise<Document | undefined>

/** A specification as instances refer to it. */
export interface SpecificationRef {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly version?: string
}

export interface DesignedService {
  /** Unique within the design: the item, then the path of specifications. */
  readonly key: string
  readonly item: string
  readonly specification: SpecificationRef
  readonly role: 'CFS' | 'RFS'
  readonly name: string
  readonly characteristics: Values
  /** Keys of the services it relies on. */
  readonly reliesOn: readonly string[]
  readonly fieldWork?: FieldWork
  readonly isActivated: boolean
  readonly test?: string
  readonly usage?: UsageRule
  /** An existing service the order names instead of a new one. */
  readonly existing?: string
}

export interface DesignedResource {
  readonly key: string
  readonly item: string
  /** Key of the service that needs it. */
  readonly service: string
  readonly specification: SpecificationRef
  readonly assignment: 'inventory' | 'new'
  readonly filter: Values
  readonly name?: string
  readonly fieldWork?: FieldWork
  readonly isActivated: boolean
}

export interface FieldWork {
  readonly description: string
  readonly workType?: string
}

export interface UsageRule {
  readonly usageType: string
  readonly description?: string
}

export interface Design {
  readonly services: readonly DesignedService[]
  readonly resources: readonly DesignedResource[]
}

/** Why an order cannot be designed: the catalogue lacks something, or says something impossible. */
export class DesignFault extends Error {}

const maxParts = 500

/** The characteristics of an ordered product: the item's own, else the offering's, else the specification's. */
export async function productValues(
  offering: Document | undefined,
  specification: Document | undefined,
  asked: Values,
): Promise<Values> {
  const offered: Values = {}
  for (const use of (offering?.prodSpecCharValueUse as Document[] | undefined) ?? []) {
    const value = givenValue(use)
    if (typeof use.name === 'string' && value?.value !== undefined) offered[use.name] = value.value
  }
  const values = { ...offered, ...asked }
  return specification ? instanceCharacteristics(specification, {}, values) : values
}

/** Builds a design, part by part. */
export class Designer {
  readonly #lookup: Lookup
  readonly #services: DesignedService[] = []
  readonly #resources: DesignedResource[] = []

  constructor(lookup: Lookup) {
    this.#lookup = lookup
  }

  get design(): Design {
    return { services: this.#services, resources: this.#resources }
  }

  /** Adds a service of a specification with all it relies on; gives its key, or undefined when it is left out. */
  async addService(
    item: string,
    specificationId: string,
    input: RuleInput,
    options: {
      readonly above?: string
      readonly asked?: Values
      readonly role?: 'CFS' | 'RFS'
      readonly existing?: string
    } = {},
  ): Promise<string | undefined> {
    const specification = await this.#need('ServiceSpecification', specificationId)
    const key = `${options.above ?? item}/${specificationId}`
    if (key.split('/').filter((part) => part === specificationId).length > 1) {
      throw new DesignFault(`service specification ${specificationId} relies on itself`)
    }
    this.#refuseEndless()
    if ((await ruleValue(specification, 'condition', input)) === false) return undefined
    const characteristics = await instanceCharacteristics(specification, input, options.asked)
    const inside = { ...input, service: characteristics }
    const reliesOn: string[] = []
    for (const related of (specification.serviceSpecRelationship as Document[] | undefined) ?? []) {
      if (related.relationshipType !== 'reliesOn' || typeof related.id !== 'string') continue
      const below = await this.addService(item, related.id, inside, { above: key, role: 'RFS' })
      if (below !== undefined) reliesOn.push(below)
    }
    for (const needed of (specification.resourceSpecification as Document[] | undefined) ?? []) {
      if (typeof needed.id === 'string') await this.addResource(item, needed.id, inside, key)
    }
    const name = await ruleValue(specification, 'instanceName', inside)
    const fieldWork = asFieldWork(await ruleValue(specification, 'fieldWork', inside))
    const test = await ruleValue(specification, 'test', inside)
    const usage = asUsage(await ruleValue(specification, 'usage', inside))
    this.#services.push({
      key,
      item,
      specification: refTo(specification),
      role: options.role ?? 'CFS',
      name: typeof name === 'string' ? name : String(specification.name ?? specificationId),
      characteristics,
      reliesOn,
      isActivated: (await ruleValue(specification, 'activation', inside)) !== 'none',
      ...(fieldWork ? { fieldWork } : {}),
      ...(typeof test === 'string' ? { test } : {}),
      ...(usage ? { usage } : {}),
      ...(options.existing ? { existing: options.existing } : {}),
    })
    return key
  }

  /** Adds a resource of a specification that a service needs. */
  async addResource(item: string, specificationId: string, input: RuleInput, service: string): Promise<void> {
    const specification = await this.#need('ResourceSpecification', specificationId)
    this.#refuseEndless()
    if ((await ruleValue(specification, 'condition', input)) === false) return
    const assignment = await ruleValue(specification, 'assignment', input)
    const filter = await ruleValue(specification, 'assignmentFilter', input)
    const name = await ruleValue(specification, 'instanceName', input)
    const fieldWork = asFieldWork(await ruleValue(specification, 'fieldWork', input))
    this.#resources.push({
      key: `${service}/${specificationId}`,
      item,
      service,
      specification: refTo(specification),
      assignment: assignment === 'new' ? 'new' : 'inventory',
      filter: isObject(filter) ? filter : {},
      isActivated: (await ruleValue(specification, 'activation', input)) !== 'none',
      ...(typeof name === 'string' ? { name } : {}),
      ...(fieldWork ? { fieldWork } : {}),
    })
  }

  async #need(kind: CatalogueKind, id: string): Promise<Document> {
    const found = await this.#lookup(kind, id)
    if (found === undefined) throw new DesignFault(`the catalogue has no ${kind} '${id}'`)
    return found
  }

  #refuseEndless(): void {
    if (this.#services.length + this.#resources.length > maxParts) {
      throw new DesignFault(`the design has more than ${maxParts} parts`)
    }
  }
}

/** A reference to a specification, as instances carry it. */
function refTo(specification: Document): SpecificationRef {
  const { version } = specification
  return {
    id: specification.id,
    href: specification.href,
    name: String(specification.name ?? specification.id),
    ...(typeof version === 'string' ? { version } : {}),
  }
}

function asFieldWork(value: unknown): FieldWork | undefined {
  if (!isObject(value)) return undefined
  const { description, workType } = value
  return {
    description: String(description ?? 'Work at the premises'),
    ...(typeof workType === 'string' ? { workType } : {}),
  }
}

function asUsage(value: unknown): UsageRule | undefined {
  if (!isObject(value) || typeof value.usageType !== 'string') return undefined
  const { usageType, description } = value
  return { usageType, ...(typeof description === 'string' ? { description } : {}) }
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
