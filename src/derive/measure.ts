/** Measures a service as a test specification asks for: each value judged by the rules of its definition (TMF653). */
import type { JsonObject } from './json.ts'

/** A value that could not be had is told with its definition and no value. */
export interface Measured {
  readonly measure: JsonObject
  readonly isGood: boolean
}

/** The name of what a definition has measured. */
export function metricOf({ metricName, name }: JsonObject): string {
  return String(metricName ?? name ?? '')
}

/** Takes one measure; `values` are what was found, by name in small letters; `now` is an ISO date-time. */
export function measured(
  definition: JsonObject,
  values: ReadonlyMap<string, unknown>,
  now: string,
): Measured {
  const name = metricOf(definition)
  const value = values.get(name.toLowerCase())
  const measure: JsonObject = { metricName: name, captureDateTime: now }
  for (const kept of ['metricDescription', 'metricHref', 'unitOfMeasure', 'captureMethod']) {
    if (definition[kept] !== undefined) measure[kept] = definition[kept]
  }
  if (value === undefined) return { measure, isGood: false }
  const rules = (definition.thresholdRule as JsonObject[] | undefined) ?? []
  const ruleViolation = rules.filter((rule) => !isKept(rule, value)).map(violationOf)
  return {
    measure: {
      ...measure,
      value: { name, value, valueType: typeof value },
      ...(ruleViolation.length > 0 ? { ruleViolation } : {}),
    },
    isGood: ruleViolation.length === 0,
  }
}

/** Whether a value is what a rule demands. A limit counts as kept when it is reached, unless its comparator is strict. */
function isKept(rule: JsonObject, value: unknown): boolean {
  const { conformanceTargetExact: exact, conformanceTargetLower: lower, conformanceTargetUpper: upper } = rule
  if (exact !== undefined && String(value) !== String(exact)) return false
  const number = Number(value)
  if (lower !== undefined) {
    const isStrict = isStrictComparator(rule.conformanceComparatorLower)
    if (!(isStrict ? number > Number(lower) : number >= Number(lower))) return false
  }
  if (upper !== undefined) {
    const isStrict = isStrictComparator(rule.conformanceComparatorUpper)
    if (!(isStrict ? number < Number(upper) : number <= Number(upper))) return false
  }
  return true
}

const isStrictComparator = (comparator: unknown): boolean => /^(>|<|gt|lt)$/i.test(String(comparator ?? ''))

/** The rule that was broken, without what should follow from it. */
function violationOf({ consequence, ...rule }: JsonObject): JsonObject {
  const prescribed = (consequence as JsonObject[] | undefined) ?? []
  if (prescribed.length === 0) return rule
  return {
    ...rule,
    appliedConsequence: prescribed.map(({ name, description, prescribeAction, repeatAction }) =>
      Object.fromEntries(
        Object.entries({ name, description, appliedAction: prescribeAction, repeatAction }).filter(
          ([, value]) => value !== undefined,
        ),
      ),
    ),
  }
}
