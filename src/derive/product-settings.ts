/** The settings of a product: what the catalogue lets somebody choose, and whether a choice is right. */
import type { JsonObject } from './json.ts'

/** A value, or a range of values, that a setting may have. */
export interface AllowedValue {
  readonly value?: unknown
  readonly valueFrom?: number
  readonly valueTo?: number
  readonly unitOfMeasure?: string
  readonly isDefault?: boolean
}

export interface Setting {
  readonly name: string
  readonly description: string | undefined
  readonly valueType: string
  readonly isConfigurable: boolean
  readonly minCardinality: number
  readonly maxCardinality: number
  /** Nothing when any value will do. */
  readonly allowed: readonly AllowedValue[]
}

/** Chosen values by the names of their settings. */
export type Choice = ReadonlyMap<string, readonly unknown[]>

/** Why a choice is not right. */
export interface Fault {
  readonly code: 'unknownCharacteristic' | 'valueNotAllowed' | 'tooManyValues' | 'valueMissing'
  readonly label: string
  readonly setting: string
}

/** The settings of an offering: those of its specification, narrowed as the offering says. */
export function settingsOf(
  specification: JsonObject | undefined,
  offering: JsonObject | undefined,
): Setting[] {
  const own = listIn(specification?.productSpecCharacteristic)
  const uses = new Map(listIn(offering?.prodSpecCharValueUse).map((use) => [String(use.name), use]))
  return own.map((characteristic) => {
    const use = uses.get(String(characteristic.name)) ?? {}
    const merged = { ...characteristic, ...use }
    return {
      name: String(characteristic.name),
      description: merged.description as string | undefined,
      valueType: String(merged.valueType ?? 'string'),
      isConfigurable: characteristic.configurable === true,
      minCardinality: Number(merged.minCardinality ?? 0),
      maxCardinality: Number(merged.maxCardinality ?? 1) || Number.MAX_SAFE_INTEGER,
      allowed: listIn(merged.productSpecCharacteristicValue) as AllowedValue[],
    }
  })
}

/** What is wrong with a choice. What is not chosen has its default. */
export function faultsOf(settings: readonly Setting[], choice: Choice): Fault[] {
  const known = new Map(settings.map((setting) => [setting.name, setting]))
  const faults: Fault[] = []
  for (const [name, values] of choice) {
    const setting = known.get(name)
    const shown = name.slice(0, 100)
    if (setting === undefined) {
      faults.push({ code: 'unknownCharacteristic', label: `There is no setting '${shown}'`, setting: name })
      continue
    }
    const wrong = values.find((value) => !isAllowed(setting, value))
    if (wrong !== undefined) {
      const label = `${shown} may not be ${String(wrong).slice(0, 100)}`
      faults.push({ code: 'valueNotAllowed', label, setting: name })
    }
    if (values.length > setting.maxCardinality) {
      const label = `${shown} may have at most ${setting.maxCardinality}`
      faults.push({ code: 'tooManyValues', label, setting: name })
    }
  }
  for (const setting of settings) {
    const count = valuesOf(setting, choice).length
    if (count >= setting.minCardinality) continue
    const label = `${setting.name} needs at least ${setting.minCardinality}`
    faults.push({ code: 'valueMissing', label, setting: setting.name })
  }
  return faults
}

/** The values a setting has: those chosen, else its defaults. */
export function valuesOf({ name, allowed }: Setting, choice: Choice): readonly unknown[] {
  const chosen = choice.get(name)
  if (chosen !== undefined) return chosen
  return allowed.filter(({ isDefault, value }) => isDefault && value !== undefined).map(({ value }) => value)
}

/** Whether a value is the one that is allowed, or lies in the range. */
export function isWithin({ value, valueFrom, valueTo }: AllowedValue, chosen: unknown): boolean {
  if (value !== undefined) return value === chosen || String(value) === String(chosen)
  if (valueFrom === undefined && valueTo === undefined) return true
  const number = Number(chosen)
  return number >= (valueFrom ?? Number.NEGATIVE_INFINITY) && number <= (valueTo ?? Number.POSITIVE_INFINITY)
}

function isAllowed({ allowed }: Setting, chosen: unknown): boolean {
  return allowed.length === 0 || allowed.some((each) => isWithin(each, chosen))
}

const listIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : [])
