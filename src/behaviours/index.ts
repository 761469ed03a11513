/** What resources promise beyond being stored, a file for each subject; ordering and events have their own floors. */

import type { Behaviour } from '../resources/behaviour.ts'
import type { Database } from '../store/database.ts'
import { alarms } from './alarm.ts'
import { appointmentBehaviours } from './appointment.ts'
import { catalogJobBehaviours } from './catalog-jobs.ts'
import { changeRequests } from './change-request.ts'
import { customerBillBehaviours } from './customer-bill.ts'
import { documentContentBehaviours } from './document-content.ts'
import { geographicLocations } from './geographic-location.ts'
import { intents } from './intent.ts'
import { iotDevices } from './iot-device.ts'
import { loyaltyBehaviours } from './loyalty.ts'
import { messages } from './message.ts'
import { monitorBehaviours } from './monitor.ts'
import { partyInteractions } from './party-interaction.ts'
import { paymentBehaviours } from './payment.ts'
import { paymentMethodBehaviours } from './payment-method.ts'
import { collections } from './performance.ts'
import { prepayBalanceBehaviours } from './prepay-balance.ts'
import { productConfigurations } from './product-configuration.ts'
import { productStocks } from './product-stock.ts'
import { quoteBehaviours } from './quote.ts'
import { recommendations } from './recommendation.ts'
import { resourcePools } from './resource-pool.ts'
import { revenueSharing } from './revenue-sharing.ts'
import { riskAssessments } from './risk-assessment.ts'
import { serviceProblems } from './service-problem.ts'
import { shipmentTrackings } from './shipment-tracking.ts'
import { shoppingCartBehaviours } from './shopping-cart.ts'
import { testExecutions } from './test-execution.ts'
import { thresholds } from './threshold.ts'
import { usageBehaviours } from './usage.ts'
import { usageConsumptionBehaviours } from './usage-consumption.ts'
import { usageReportBehaviours } from './usage-report.ts'
import { userinfos } from './userinfo.ts'

/** The behaviours of all kinds this folder knows. Throws when two files claim one kind. */
export function resourceBehaviours(database: Database): Map<string, Behaviour> {
  const behaviours = new Map<string, Behaviour>()
  for (const subject of subjects) {
    for (const [kind, behaviour] of subject(database)) {
      if (behaviours.has(kind)) throw new Error(`${kind} has two behaviours`)
      behaviours.set(kind, behaviour)
    }
  }
  return behaviours
}

/** A file of this folder: the kinds it knows, each with what it promises. */
type Subject = (database: Database) => Iterable<readonly [string, Behaviour]>

const subjects: readonly Subject[] = [
  alarms,
  appointmentBehaviours,
  catalogJobBehaviours,
  changeRequests,
  collections,
  customerBillBehaviours,
  documentContentBehaviours,
  geographicLocations,
  intents,
  iotDevices,
  loyaltyBehaviours,
  messages,
  monitorBehaviours,
  partyInteractions,
  paymentBehaviours,
  paymentMethodBehaviours,
  prepayBalanceBehaviours,
  productConfigurations,
  productStocks,
  quoteBehaviours,
  recommendations,
  resourcePools,
  revenueSharing,
  riskAssessments,
  serviceProblems,
  shipmentTrackings,
  shoppingCartBehaviours,
  testExecutions,
  thresholds,
  usageBehaviours,
  usageConsumptionBehaviours,
  usageReportBehaviours,
  userinfos,
]
