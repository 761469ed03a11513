/** Parts that only TMF635 has, or has otherwise than the shared ones. */
import { any, dateTime, list, number, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { CharacteristicRelationship } from '../shared/characteristic.ts'
import { Money } from '../shared/common.ts'
import { ProductRef } from '../shared/product.ts'

export const RatedProductUsage = type(
  'RatedProductUsage',
  'A use of a product, priced with its rating details',
  {
    isBilled: yesNo('Whether the customer has been charged for it yet'),
    isTaxExempt: yesNo('Whether no tax is due on the price'),
    offerTariffType: text('Which sort of tariff set the price'),
    ratingAmountType: text('What sort of amount the rating gives'),
    ratingDate: dateTime('When the usage was priced'),
    taxRate: number('How much tax applies, as a rate'),
    usageRatingTag: text('How the use counts against a usage allowance'),
    bucketValueConvertedInAmount: part(Money, 'What the allowance used is worth in money'),
    productRef: part(ProductRef, 'Which product was used'),
    taxExcludedRatingAmount: part(Money, 'Price of the usage before tax'),
    taxIncludedRatingAmount: part(Money, 'Price of the usage with tax added'),
  },
)

export const UsageCharacteristic = type('UsageCharacteristic', 'A fact recorded about one use', {
  id: text('Identifier of this usage characteristic'),
  name: text('What the recorded fact is called').mandatory,
  valueType: text('What sort of value is recorded, such as text'),
  characteristicRelationship: list(CharacteristicRelationship, 'Other recorded facts tied to this one'),
  value: any('What was recorded for this use').mandatory,
})

export const UsageSpecificationRef = reference(
  'UsageSpecificationRef',
  'A pointer to a usage specification',
  {},
)
