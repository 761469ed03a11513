/**
 * How a specification of the catalogue tells what its instances are like and how they are fulfilled.
 * A characteristic is a literal or an expression; one of `@type: FulfilmentRule` is not a characteristic of the
 * instance but a rule of its fulfilment (docs/guides/catalogue-rules.md).
 */
import type { Document } from '../declare/index.ts'
import { checkExpression, evaluate } from './expression.ts'

interface ValueSpecification {
  readonly value?: unknown
  readonly valueType?: string
  readonly isDefault?: boolean
}

export interface CharacteristicSpecification {
  readonly name?: string
  readonly valueType?: string
  readonly '@type'?: string
  readonly [values: string]: unknown
}

/** The rules a specification may carry. */
export const ruleNames = [
  'condition',
  'siteResource',
  'feasibility',
  'assignment',
  'assignmentFilter',
  'instanceName',
  'fieldWork',
  'activation',
  'test',
  'usage',
] as const
export type RuleName = (typeof ruleNames)[number]

/** Characteristics by name, as expressions see them. */
export type Values = { [name: string]: unknown }

/** What an expression of the catalogue may look at. */
export interface RuleInput {
  readonly product?: Values
  readonly service?: Values
  readonly customer?: Values
  readonly place?: Values
  readonly site?: Values
  readonly resource?: Values
  readonly available?: Values
}

const listNames = ['specCharacteristic', 'resourceSpecCharacteristic', 'productSpecCharacteristic']
const valueListNames = [
  'characteristicValueSpecification',
  'resourceSpecCharacteristicValue',
  'productSpecCharacteristicValue',
]

/** The characteristic specifications of a product, service or resource specification. */
function characteristicsOf(specification: Document): CharacteristicSpecification[] {
  const list = listNames.map((name) => specification[name]).find(Array.isArray)
  return (list as CharacteristicSpecification[] | undefined) ?? []
}

/** The value specification that counts: the default one, or the only one. */
export function givenValue(characteristic: CharacteristicSpecification): ValueSpecification | undefined {
  const list = valueListNames.map((name) => characteristic[name]).find(Array.isArray)
  const values = (list as ValueSpecification[] | undefined) ?? []
  return values.find(({ isDefault }) => isDefault === true) ?? (values.length === 1 ? values[0] : undefined)
}

const isRule = (characteristic: CharacteristicSpecification) => characteristic['@type'] === 'FulfilmentRule'
const isExpression = (value: ValueSpecification) => value.valueType === 'expression'

/** Checks every expression and rule name of a specification that is being written. Throws `invalidExpression`. */
export function checkSpecification(specification: Document): void {
  for (const characteristic of characteristicsOf(specification)) {
    const path = `characteristic '${characteristic.name ?? ''}'`
    if (isRule(characteristic) && !ruleNames.some((name) => name === characteristic.name)) {
      checkExpression('$', `${path}: rules are ${ruleNames.join(', ')}; it`)
    }
    const value = givenValue(characteristic)
    if (value && isExpression(value)) checkExpression(String(value.value ?? ''), path)
  }
}

/**
 * The value of a rule of a specification over an input; undefined when the specification does not have the rule.
 * Throws an Error that names the specification and the rule.
 */
export async function ruleValue(specification: Document, name: RuleName, input: RuleInput): Promise<unknown> {
  const rule = characteristicsOf(specification).find(
    (candidate) => isRule(candidate) && candidate.name === name,
  )
  const value = rule && givenValue(rule)
  return value && resolved(value, input, `${specification.id}: rule ${name}`)
}

/** The characteristics of an instance: what was asked for, else what the specification gives or derives. */
export async function instanceCharacteristics(
  specification: Document,
  input: RuleInput,
  asked: Values = {},
): Promise<Values> {
  const found: Values = { ...asked }
  for (const characteristic of characteristicsOf(specification)) {
    const { name } = characteristic
    if (name === undefined || isRule(characteristic) || name in asked) continue
    const specified = givenValue(characteristic)
    const value =
      specified && (await resolved(specified, input, `${specification.id}: characteristic ${name}`))
    if (value !== undefined && value !== null) found[name] = value
  }
  return found
}

async function resolved(value: ValueSpecification, input: RuleInput, where: string): Promise<unknown> {
  if (!isExpression(value)) return value.value
  try {
    return await evaluate(String(value.value ?? ''), input)
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`)
  }
}

/** Characteristics as a document lists them. */
export function toList(values: Values): { name: string; value: unknown; valueType: string }[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, valueType: typeof value }))
}

/** Characteristics of a document by name. */
export function toValues(list: unknown): Values {
  const entries = (Array.isArray(list) ? list : []) as { name?: string; value?: unknown }[]
  return Object.fromEntries(
    entries.filter(({ name }) => name !== undefined).map(({ name, value }) => [name, value]),
  )
}
