/** The answers of the qualification tasks, from the verdicts of the gates (TMF679, TMF645). */
import type { JsonObject } from '../derive/validate.ts'
import type { Verdict } from './gates.ts'

/** The answered attributes of a productOfferingQualification: a verdict for each item. */
export function poqAnswer(
  items: readonly JsonObject[],
  verdicts: readonly Verdict[],
  now: string,
): JsonObject {
  return {
    qualificationResult: overall(verdicts),
    effectiveQualificationDate: now,
    productOfferingQualificationItem: items.map((item, index) => {
      const verdict = verdicts[index]
      const alternatives = verdict?.alternatives ?? []
      return clean({
        ...item,
        state: 'done',
        qualificationItemResult: resultOf(verdict),
        eligibilityUnavailabilityReason: verdict?.reasons,
        alternateProductOfferingProposal: alternatives.map(({ id, href, name }, number) => ({
          id: String(number + 1),
          alternateProductOffering: clean({ id, href, name, '@referredType': 'ProductOffering' }),
        })),
      })
    }),
  }
}

/** The answered attributes of a checkServiceQualification. */
export function serviceAnswer(
  items: readonly JsonObject[],
  verdicts: readonly Verdict[],
  now: string,
): JsonObject {
  return {
    qualificationResult: overall(verdicts),
    effectiveQualificationDate: now,
    serviceQualificationItem: items.map((item, index) => {
      const verdict = verdicts[index]
      return clean({
        ...item,
        state: 'done',
        qualificationResult: resultOf(verdict),
        eligibilityUnavailabilityReason: verdict?.reasons,
        alternateServiceProposal: (verdict?.alternatives ?? []).map(({ id, name, reason }, number) => ({
          id: String(number + 1),
          alternateService: clean({
            name,
            description: reason,
            serviceSpecification: id === undefined ? undefined : { id, name },
          }),
        })),
      })
    }),
  }
}

function resultOf(verdict: Verdict | undefined): string {
  if (verdict?.isPassed) return 'qualified'
  return (verdict?.alternatives.length ?? 0) > 0 ? 'alternate' : 'unqualified'
}

function overall(verdicts: readonly Verdict[]): string {
  const results = new Set(verdicts.map(resultOf))
  return results.has('unqualified') || results.size === 0
    ? 'unqualified'
    : results.has('alternate')
      ? 'alternate'
      : 'qualified'
}

/** Without members that are undefined or empty lists. */
function clean(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
