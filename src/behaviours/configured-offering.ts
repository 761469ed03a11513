/** TMF760: an offering of the catalogue as a configuration shows it: settings, commitments and prices to choose from. */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import { type Choice, isWithin, type Setting, settingsOf, valuesOf } from '../derive/product-settings.ts'
import type { Work } from '../resources/work.ts'

/** What the catalogue knows of the thing a configuration names. */
export interface Configurable {
  readonly offering: Document | undefined
  readonly specification: Document | undefined
  readonly settings: readonly Setting[]
}

/** Looks up what a configuration names. Nothing is found of a name that the catalogue does not know. */
export async function configurableOf(
  work: Work,
  configuration: JsonObject,
): Promise<Configurable | undefined> {
  const product = (configuration.product ?? {}) as JsonObject
  const named = configuration.productOffering ?? product.productOffering
  const offering = await lookUp(work, 'ProductOffering', named)
  if (named !== undefined && offering === undefined) return undefined
  const designed = configuration.productSpecification ?? product.productSpecification
  const specification = await lookUp(work, 'ProductSpecification', offering?.productSpecification ?? designed)
  if (offering === undefined && specification === undefined) return undefined
  return { offering, specification, settings: settingsOf(specification, offering) }
}

/** The values that are chosen in a configuration. */
export function choiceIn(configuration: JsonObject): Choice {
  const settings = (configuration.configurationCharacteristic ?? []) as {
    name: string
    configurationCharacteristicValue?: { isSelected?: boolean; characteristicValue: { value: unknown } }[]
  }[]
  return new Map(
    settings.flatMap(({ name, configurationCharacteristicValue: values }) =>
      values === undefined
        ? []
        : [
            [
              name,
              values
                .filter(({ isSelected }) => isSelected !== false)
                .map(({ characteristicValue }) => characteristicValue.value),
            ] as const,
          ],
    ),
  )
}

/** A configuration as it would be with a choice, and what else may be chosen. */
export async function configured(
  work: Work,
  asked: JsonObject,
  { offering, settings }: Configurable,
  choice: Choice,
): Promise<JsonObject> {
  const terms = (offering?.productOfferingTerm ?? []) as JsonObject[]
  const prices = offering === undefined ? [] : await pricesOf(work, offering)
  return {
    ...asked,
    isSelectable: true,
    ...(settings.length > 0
      ? { configurationCharacteristic: settings.map((setting) => shown(setting, choice)) }
      : {}),
    ...(terms.length > 0 ? { configurationTerm: terms.map(shownTerm) } : {}),
    ...(prices.length > 0 ? { configurationPrice: prices } : {}),
  }
}

/** Whether an offering can be ordered at a moment. */
export function isOffered({ lifecycleStatus, validFor }: Document, now: string): boolean {
  const { startDateTime, endDateTime } = (validFor ?? {}) as { startDateTime?: string; endDateTime?: string }
  const moment = Date.parse(now)
  const starts = startDateTime === undefined ? moment : readInstant(startDateTime)?.[0]
  const ends = endDateTime === undefined ? undefined : readInstant(endDateTime)?.[0]
  const isOnSale = lifecycleStatus === 'Active' || lifecycleStatus === 'Launched'
  return isOnSale && (starts ?? moment) <= moment && (ends ?? moment + 1) > moment
}

async function lookUp(work: Work, kind: string, reference: unknown): Promise<Document | undefined> {
  const { id } = (reference ?? {}) as { id?: string }
  if (id === undefined) return undefined
  await work.look([{ kind, id }])
  return work.find(kind, id)
}

function shown(setting: Setting, choice: Choice): JsonObject {
  const { name, description, valueType, isConfigurable, minCardinality, maxCardinality } = setting
  const selected = valuesOf(setting, choice)
  const allowed = setting.allowed.map(({ value, isDefault: _default, ...range }) => {
    const chosen = selected.find((each) => isWithin({ value, ...range }, each))
    return {
      '@type': 'ConfigurationCharacteristicValue',
      isSelectable: isConfigurable,
      isSelected: chosen !== undefined,
      ...facts(range),
      characteristicValue: typedValue(name, chosen ?? value ?? range.valueFrom ?? range.valueTo),
    }
  })
  const free = selected
    .filter((each) => !setting.allowed.some((value) => isWithin(value, each)))
    .map((each) => ({
      '@type': 'ConfigurationCharacteristicValue',
      isSelectable: isConfigurable,
      isSelected: true,
      characteristicValue: typedValue(name, each),
    }))
  return {
    '@type': 'ConfigurationCharacteristic',
    id: name,
    name,
    ...(description === undefined ? {} : { description }),
    valueType,
    isConfigurable,
    minCardinality,
    ...(maxCardinality === Number.MAX_SAFE_INTEGER ? {} : { maxCardinality }),
    configurationCharacteristicValue: [...allowed, ...free],
  }
}

/** What TMF760 tells of a range, of all that the catalogue may. */
function facts({ valueFrom, valueTo, unitOfMeasure }: JsonObject): JsonObject {
  const known = { valueFrom, valueTo, unitOfMeasure }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'StringCharacteristic',
  number: 'NumberCharacteristic',
  boolean: 'BooleanCharacteristic',
}

function typedValue(name: string, value: unknown): JsonObject {
  return { '@type': typeNames[typeof value] ?? 'ObjectCharacteristic', name, value: value ?? '' }
}

function shownTerm({ name, description, duration, validFor }: JsonObject): JsonObject {
  return {
    '@type': 'ConfigurationTerm',
    ...withoutAbsent({ description, duration, validFor }),
    name: name ?? 'commitment',
    isSelectable: true,
    isSelected: false,
  }
}

const mostPrices = 100

async function pricesOf(work: Work, offering: Document): Promise<JsonObject[]> {
  const references = ((offering.productOfferingPrice ?? []) as { id?: string }[]).slice(0, mostPrices)
  const ids = references.flatMap(({ id }) => id ?? [])
  await work.look(ids.map((id) => ({ kind: 'ProductOfferingPrice', id })))
  return ids.flatMap((id) => {
    const found = work.find('ProductOfferingPrice', id)
    return found === undefined ? [] : [shownPrice(found)]
  })
}

function shownPrice(found: Document): JsonObject {
  const {
    id,
    href,
    name,
    description,
    priceType,
    price,
    recurringChargePeriodType,
    recurringChargePeriodLength,
  } = found
  return {
    '@type': 'ConfigurationPrice',
    ...withoutAbsent({ name, description }),
    priceType: priceType ?? 'recurring',
    price: { '@type': 'Price', ...(price === undefined ? {} : { dutyFreeAmount: price }) },
    ...(recurringChargePeriodType === undefined
      ? {}
      : {
          recurringChargePeriod: {
            amount: recurringChargePeriodLength ?? 1,
            units: recurringChargePeriodType,
          },
        }),
    productOfferingPrice: { '@type': 'ProductOfferingPriceRef', id, href, ...withoutAbsent({ name }) },
  }
}

const withoutAbsent = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
