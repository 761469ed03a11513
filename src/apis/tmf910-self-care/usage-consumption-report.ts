/** TMF910 Self Care 1.0. */
import { dateTime, entity, integer, list, part, resource, text, type, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedPartyRef } from './parts.ts'

const TMF677_Balance = type('TMF677_Balance', 'What is left in a bucket', {
  unit: text('The unit it is counted in'),
  remainingValue: integer('How much is left'),
  remainingValueLabel: text('How much is left, written out for display'),
  validFor: part(TimePeriod, 'When it can be used'),
})

const user = part(RelatedPartyRef, 'The person who uses it')

const TMF677_ProductBasicInfo = entity('TMF677_ProductBasicInfo', 'A product that draws on a bucket', {
  name: text('What the product is called'),
  publicIdentifier: text('The number it is known by, such as a telephone number'),
  user,
}).naming('Product')

const TMF677_ProductRef = type('TMF677_ProductRef', 'A pointer to a product a customer holds', {
  id: text('Identifier of what is referred to'),
  publicIdentifier: text('The number it is known by, such as a telephone number'),
  user,
}).naming('Product')

const TMF677_ConsumptionCounter = type('TMF677_ConsumptionCounter', 'A running total of what was consumed', {
  counterType: text('What is added up, such as use beyond the bucket'),
  level: text('Whether it counts everything, one user or one product'),
  unit: text('The unit it is counted in'),
  value: integer('How much has been counted'),
  valueLabel: text('How much has been counted, written out for display'),
  validFor: part(TimePeriod, 'The time over which consumption is added up'),
  product: part(TMF677_ProductRef, 'The product whose consumption is counted'),
  user: part(RelatedPartyRef, 'The person whose consumption is counted'),
})

const TMF677_Bucket = type('TMF677_Bucket', 'An amount that may be used', {
  id: text('Identifier of the bucket'),
  name: text('Easy name to recognize the bucket by'),
  usageType: text('What it counts: data, voice or a currency'),
  isShared: yesNo('Whether several devices or users draw on it'),
  product: part(TMF677_ProductBasicInfo, 'The product that draws on it'),
  bucketBalance: list(TMF677_Balance, 'What is left in it'),
  bucketCounter: list(TMF677_ConsumptionCounter, 'What has been consumed of it'),
})

export const UsageConsumptionReport = resource('UsageConsumptionReport', {
  meaning: 'What was used, and what is left, at one moment',
  path: 'usageConsumptionReport',
  kind: 'SelfCareUsageConsumptionReport',
  verbs: ['list'],
  shows: {
    of: 'UsageConsumptionReport',
    parts: {
      bucket: {
        singles: ['product'],
        parts: {
          bucketBalance: {
            names: { remainingValueLabel: 'remainingValueName' },
            amounts: { remainingValue: 'unit' },
          },
          bucketCounter: {
            names: { valueLabel: 'valueName', validFor: 'consumptionPeriod' },
            amounts: { value: 'unit' },
          },
        },
      },
    },
  },

  fields: {
    name: text('What the report is called'),
    description: text('What the report is about'),
    effectiveDate: dateTime('When the report was worked out'),
    relatedParty: part(RelatedPartyRef, 'Whose usage is reported'),
    bucket: list(TMF677_Bucket, 'The buckets, with what is left in them'),
  },

  findBy: ['name', 'effectiveDate', 'relatedParty.id'],
})
