/**
 * How great risks are judged to be, from 0 (none) to 100 (certain), by simple rules over what is on record (TMF696).
 * docs/guides/assurance.md tells them to users.
 */

/** What is on record about whom we would deal with. */
export interface PartyFacts {
  readonly isKnown: boolean
  /** From 0, will not pay, to 1000, will. */
  readonly creditScore?: number | undefined
  /** From 0, safe, to 10, unsafe. */
  readonly creditRiskRating?: number | undefined
  readonly hasIdentification: boolean
  readonly hasPaymentMethod: boolean
  readonly openOrders: number
  readonly openTickets: number
}

export interface OfferingFacts {
  readonly isOnSale: boolean
}

export interface RiskScore {
  readonly riskName:
    | 'FraudRisk'
    | 'BadPaymentRisk'
    | 'CreditGamingRisk'
    | 'IDConfidenceRisk'
    | 'PaymentMethodRisk'
  readonly score: number
}

export interface Judgement {
  readonly overallScore: number
  readonly score: readonly RiskScore[]
}

/** The judgement of a party, of an offering, or of both together. */
export function judge({ party, offering }: { party?: PartyFacts; offering?: OfferingFacts }): Judgement {
  const ofParty = party === undefined ? [] : partyScores(party)
  const ofOffering = offering === undefined ? [] : [offeringScore(offering)]
  // Where both say how great a risk is, the greater counts.
  const greatest = new Map<string, RiskScore>()
  for (const each of [...ofParty, ...ofOffering]) {
    const known = greatest.get(each.riskName)
    if (known === undefined || known.score < each.score) greatest.set(each.riskName, each)
  }
  const score = [...greatest.values()]
  const sum = score.reduce((total, each) => total + each.score, 0)
  return { overallScore: score.length === 0 ? 0 : Math.round(sum / score.length), score }
}

function partyScores(party: PartyFacts): RiskScore[] {
  const identity = party.isKnown ? (party.hasIdentification ? 10 : 60) : 100
  const gaming = within(10 * party.openOrders)
  return [
    { riskName: 'IDConfidenceRisk', score: identity },
    { riskName: 'CreditGamingRisk', score: gaming },
    { riskName: 'FraudRisk', score: Math.round((identity + gaming) / 2) },
    { riskName: 'BadPaymentRisk', score: within(creditRisk(party) + 2 * party.openTickets) },
    { riskName: 'PaymentMethodRisk', score: party.hasPaymentMethod ? 10 : 50 },
  ]
}

function creditRisk({ creditScore, creditRiskRating }: PartyFacts): number {
  if (creditScore !== undefined) return within(100 - creditScore / 10)
  return creditRiskRating === undefined ? 50 : within(10 * creditRiskRating)
}

function offeringScore({ isOnSale }: OfferingFacts): RiskScore {
  return { riskName: 'FraudRisk', score: isOnSale ? 10 : 60 }
}

const within = (score: number): number => Math.round(Math.min(100, Math.max(0, score)))
