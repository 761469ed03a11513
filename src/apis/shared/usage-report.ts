/** A request for a report on what was used and what is left, and the report, as the suites (TMF909, 914) have them. */
import { dateTime, entity, list, part, reference, text, uri, yesNo } from '../../declare/index.ts'
import { Quantity, TimePeriod } from './common.ts'
import { RelatedParty } from './party.ts'

const NetworkProductRef = reference('NetworkProductRef', 'A pointer to a product that is used', {
  publicIdentifier: text('The number it is known by, such as a telephone number'),
}).naming('Product')

const ConsumptionSummary = entity('ConsumptionSummary', 'A running total of what was consumed', {
  counterType: text('What is added up, such as use beyond the bucket'),
  level: text('Whether it counts everything, one user or one product'),
  valueName: text('How much has been counted, written out for display'),
  consumptionPeriod: part(TimePeriod, 'The time over which consumption is added up'),
  product: part(NetworkProductRef, 'The product whose consumption is counted'),
  user: part(RelatedParty, 'The person whose consumption is counted'),
  value: part(Quantity, 'How much has been counted'),
})

const NetworkProduct = entity('NetworkProduct', 'A product that draws on a bucket', {
  name: text('What the product is called'),
  publicIdentifier: text('The number it is known by, such as a telephone number'),
  outOfBucketCounter: list(ConsumptionSummary, 'What was consumed beyond the buckets'),
  user: list(RelatedParty, 'Those who use the product'),
})

const UsageVolumeBalance = entity('UsageVolumeBalance', 'What is left in a bucket', {
  remainingValueName: text('How much is left, written out for display'),
  remainingValue: part(Quantity, 'How much is left'),
  validFor: part(TimePeriod, 'When it can be used'),
})

const UsageVolumeProduct = entity('UsageVolumeProduct', 'A bucket: an amount that may be used', {
  isShared: yesNo('Whether several devices or users draw on it'),
  name: text('Easy name to recognize the bucket by'),
  usageType: text('What it counts: data, voice or a currency'),
  bucketBalance: list(UsageVolumeBalance, 'What is left in it'),
  bucketCounter: list(ConsumptionSummary, 'What has been consumed of it'),
  product: list(NetworkProduct, 'The products that draw on it'),
})

const UsageVolumeProductRef = reference('UsageVolumeProductRef', 'A pointer to a bucket', {}).naming('Bucket')

const UsageConsumptionReportRef = entity('UsageConsumptionReportRef', 'A pointer to a report on usage', {
  id: text('Identifier of what is meant').mandatory,
  description: text('What the report is about'),
  effectiveDate: dateTime('When the report was worked out'),
  name: text('What the report is called'),
  '@referredType': uri('Type of what is referred to'),
})

export const requestFields = {
  creationDate: dateTime('When the report was asked for').stampedOn('create').ignoredFromClient,
  lastUpdate: dateTime('When the request last came further').stampedOn('change').ignoredFromClient,
  status: text('How far the request has come: InProgress or done').ignoredFromClient,
  bucket: list(UsageVolumeProductRef, 'The buckets that are asked about'),
  product: part(NetworkProductRef, 'The product that is asked about'),
  relatedParty: list(RelatedParty, 'Those whose usage is asked about'),
  usageConsumptionReport: part(UsageConsumptionReportRef, 'The report, once it is there').ignoredFromClient,
  validPeriod: part(TimePeriod, 'The time that is asked about'),
}

export const requestFacts = {
  meaning: 'A request to work out how much has been used',
  path: 'usageConsumptionReportRequest',
  verbs: ['list', 'read', 'create', 'remove'],
  lifecycle: {
    of: 'status',
    starts: 'InProgress',
    moves: { InProgress: { done: 'engine' }, done: {} },
  },
  findBy: ['status', 'relatedParty.id', 'product.id'],
  announces: ['stateChanged'],
} as const

export const reportFields = {
  description: text('What the report is about'),
  effectiveDate: dateTime('When the report was worked out'),
  name: text('What the report is called'),
  bucket: list(UsageVolumeProduct, 'The buckets, with what is left in them'),
  relatedParty: part(RelatedParty, 'Whose usage is reported'),
}

export const reportFacts = {
  meaning: 'What was used, and what is left, at one moment',
  path: 'usageConsumptionReport',
  verbs: ['list', 'read', 'remove'],
  findBy: ['name', 'effectiveDate', 'relatedParty.id'],
} as const
