/** Parts as the second generation of the APIs has them: every value names its `@type`. */
import { any, list, part, reference, text, type } from '../../declare/index.ts'
import { CharacteristicRelationship, Characteristic as PlainCharacteristic } from './characteristic.ts'
import {
  ProductOfferingPriceRef as PlainProductOfferingPriceRef,
  ProductSpecificationRef as PlainProductSpecificationRef,
  TargetProductSchema as PlainTargetProductSchema,
} from './product.ts'

/** Only its subtypes, such as a StringCharacteristic, have a value. */
export const TypedCharacteristic = PlainCharacteristic.with({
  value: any('What the feature is, as its type says'),
  characteristicRelationship: list(
    CharacteristicRelationship.needing('id', 'relationshipType').typed,
    'Other features linked to this one',
  ),
}).typed

export const TypedProductSpecificationRef = PlainProductSpecificationRef.with({
  targetProductSchema: part(PlainTargetProductSchema.typed, 'Schema that the described products follow'),
}).typed

export const TypedProductOfferingPriceRef = PlainProductOfferingPriceRef.with({
  version: text('Which edition of the price is meant'),
}).typed

export const TypedAgreementItemRef = type('AgreementItemRef', 'A pointer to one item of a contract', {
  agreementName: text('What the contract is called'),
  agreementHref: text('Where the contract can be read'),
  '@referredType': text('Type of what is referred to'),
  agreementId: text('Identifier of the contract').mandatory,
  agreementItemId: text('Which item of the contract is meant').mandatory,
}).typed

export const TypedPolicyRef = reference('PolicyRef', 'A pointer to a rule that must be kept', {
  version: text('Which edition of the rule is meant'),
}).typed
