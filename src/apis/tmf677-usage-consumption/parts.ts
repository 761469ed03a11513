/** Parts that only TMF677 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  laterPart,
  list,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Quantity, TimePeriod } from '../shared/common.ts'
import { PartyAccountRef, RelatedParty } from '../shared/party.ts'

export const ConsumptionSummary = entity('ConsumptionSummary', 'A running total of what was consumed', {
  counterType: text('What is added up, such as use beyond the bucket'),
  level: text('Whether it counts everything, one user or one product'),
  valueName: text('How much has been counted, written out for display'),
  consumptionPeriod: part(TimePeriod, 'The time over which consumption is added up'),
  user: part(RelatedParty, 'The person whose consumption is counted'),
  value: part(Quantity, 'How much has been counted'),
})

export const BucketRelationship = type('BucketRelationship', 'A tie from one bucket to another', {
  relationshipType: text('Whether the other bucket contains this one or belongs to it').mandatory,
  bucketRefOrValue: laterPart<RefOrValue>((): TypeWord => BucketRefOrValue, 'The bucket at the other end')
    .mandatory,
})

export const UsageConsumptionLogicalResourceRef = reference(
  'UsageConsumptionLogicalResourceRef',
  'Points to a number or the like whose use is reported',
  {
    consumptionSummary: list(ConsumptionSummary, 'How much of it was used, in short'),
  },
)

export const UsageConsumptionProductRef = reference(
  'UsageConsumptionProductRef',
  'Points to a product whose use is reported',
  {
    consumptionSummary: list(ConsumptionSummary, 'How much of it was used, in short'),
  },
)

export const ReserveBalanceRef = reference(
  'ReserveBalanceRef',
  'A reference to an amount set aside from a balance',
  {},
)

export const UsageConsumptionServiceRef = reference(
  'UsageConsumptionServiceRef',
  'Points to a service whose use is reported',
  {
    consumptionSummary: list(ConsumptionSummary, 'How much of it was used, in short'),
  },
)

export const BucketRefOrValue = entity('BucketRefOrValue', 'A bucket, pointed to or given in full', {
  description: text('What the bucket holds, in words'),
  isShared: yesNo('Whether several devices or users draw on it'),
  name: text('Easy name to recognize the bucket by'),
  remainingValueName: text('How much is left, written out for display'),
  status: text('Whether it is in use, run out or on hold'),
  usageType: text('What it counts: data, voice or a currency'),
  bucketCounter: list(ConsumptionSummary, 'Running totals of what has been consumed'),
  bucketRelationship: list(BucketRelationship, 'Other buckets that this one is tied to'),
  logicalResource: list(UsageConsumptionLogicalResourceRef, 'Numbers or similar that draw on the bucket'),
  partyAccount: part(PartyAccountRef, 'The account that the bucket belongs to'),
  product: list(UsageConsumptionProductRef, 'Products whose use the bucket keeps track of'),
  relatedParty: list(RelatedParty, 'Others who have to do with the bucket'),
  remainingValue: part(Quantity, 'How much is left in the bucket'),
  reserveBalance: list(ReserveBalanceRef, 'Requests that have set part of it aside'),
  reservedValue: part(Quantity, 'How much of the bucket is set aside'),
  service: list(UsageConsumptionServiceRef, 'Services whose use the bucket keeps track of'),
  validFor: part(TimePeriod, 'When what is in the bucket can be used'),
})

export const UsageConsumption = entity('UsageConsumption', 'A report on what was used and what is left', {
  creationDate: dateTime('When the report was asked for'),
  description: text('What the report is about'),
  lastUpdate: dateTime('When its status was last different'),
  name: text('What the report is called'),
  bucketRefOrValue: list(BucketRefOrValue, 'Allowances that come with the subscribed offer'),
  logicalResource: list(UsageConsumptionLogicalResourceRef, 'Numbers or the like whose use is reported'),
  partyAccount: list(PartyAccountRef, 'Accounts that the allowances belong to'),
  product: list(UsageConsumptionProductRef, 'Products whose use is reported'),
  relatedParty: list(RelatedParty, 'Whose use is reported, and who else is involved'),
  service: list(UsageConsumptionServiceRef, 'Services whose use is reported'),
  state: oneOf(['accepted', 'terminatedWithError', 'inProgress', 'done'], 'How far the report has got'),
  validPeriod: part(TimePeriod, 'When the report applies'),
})
