/** TMF910 Self Care 1.0. */
import {
  dateTime,
  entity,
  list,
  number,
  oneOf,
  part,
  resource,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { ValidFor } from './parts.ts'

const TMF635_RatedProductUsage = type(
  'TMF635_RatedProductUsage',
  'A use of a product, priced with its rating details',
  {
    ratingDate: dateTime('When the usage was priced'),
    usageRatingTag: text('How the use counts against a usage allowance'),
    isBilled: yesNo('Whether the customer has been charged for it yet'),
    ratingAmountType: text('What sort of amount the rating gives'),
    taxIncludedRatingAmount: number('Price of the usage with tax added'),
    taxExcludedRatingAmount: number('Price of the usage before tax'),
    taxRate: number('How much tax applies, as a rate'),
    isTaxExempt: yesNo('Whether no tax is due on the price'),
    offerTariffType: text('Which sort of tariff set the price'),
    bucketValueConvertedInAmount: number('What the allowance used is worth in money'),
    currencyCode: text('The currency of its amounts'),
    productRef: text('Which product was used'),
  },
)

const TMF635_Reference = entity('TMF635_Reference', 'A person or organisation involved, with a role', {
  role: text('In which capacity they are involved'),
  name: text('Name of what is referred to'),
  validFor: part(ValidFor, 'From when until when they are involved'),
}).naming('Individual', 'Organization', 'Customer', 'PartyRole')

const TMF635_UsageCharacteristic = type('TMF635_UsageCharacteristic', 'A fact recorded about one use', {
  name: text('What the recorded fact is called'),
  value: text('What was recorded for this use'),
})

const TMF635_UsageSpecificationRef = entity(
  'TMF635_UsageSpecificationRef',
  'A pointer to a usage specification',
  { name: text('Name of what is referred to') },
).naming('UsageSpecification')

const currency = 'currencyCode'

export const Usage = resource('Usage', {
  meaning: 'A recorded use of something, which may be charged for',
  path: 'usage',
  kind: 'SelfCareUsage',
  verbs: ['list'],
  shows: {
    of: 'Usage',
    names: { date: 'usageDate', type: 'usageType' },
    values: {
      status: {
        Received: 'received',
        Rejected: 'rejected',
        Recycled: 'recycled',
        Guided: 'guided',
        Rated: 'rated',
        Rerate: 'rerated',
        Billed: 'billed',
      },
    },
    parts: {
      ratedProductUsage: {
        ids: ['productRef'],
        amounts: {
          taxIncludedRatingAmount: currency,
          taxExcludedRatingAmount: currency,
          bucketValueConvertedInAmount: currency,
        },
      },
    },
  },

  fields: {
    date: dateTime('When the use took place'),
    type: text('What sort of use it was'),
    description: text('What was used, in plain words'),
    status: oneOf(
      ['Received', 'Rejected', 'Recycled', 'Guided', 'Rated', 'Rerate', 'Billed'],
      'How far the record has got, from received to billed',
    ),
    usageSpecification: part(TMF635_UsageSpecificationRef, 'Which definition this record follows'),
    usageCharacteristic: list(TMF635_UsageCharacteristic, 'Facts recorded about this use'),
    relatedParty: list(TMF635_Reference, 'Who is involved in the usage, and in which role'),
    ratedProductUsage: list(TMF635_RatedProductUsage, 'How this use has been priced'),
  },

  findBy: ['status', 'type', 'date', 'relatedParty.id'],
})
