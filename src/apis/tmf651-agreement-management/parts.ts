/** Parts that only TMF651 has, or has otherwise than the shared ones. */
import { any, list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty as SharedRelatedParty } from '../shared/party.ts'

export const AgreementSpecCharacteristicValue = type(
  'AgreementSpecCharacteristicValue',
  'A value that an agreement property may have',
  {
    default: yesNo('Whether it is used when nothing else is chosen'),
    unitOfMeasure: text('What the value is counted in, such as minutes'),
    valueFrom: text('The smallest value allowed'),
    valueTo: text('The largest value allowed'),
    valueType: text('What sort of value it is, such as number or text'),
    validFor: part(TimePeriod, 'When the value applies'),
    value: any('The single value that is allowed'),
  },
)

export const AgreementSpecCharacteristic = type(
  'AgreementSpecCharacteristic',
  'A property that agreements of one kind can have',
  {
    configurable: yesNo('Whether its value can be chosen'),
    description: text('What the property means, in words'),
    name: text('What the property is called'),
    valueType: text('What sort of value it takes, such as number or text'),
    specCharacteristicValue: list(AgreementSpecCharacteristicValue, 'Values that the property may have'),
    validFor: part(TimePeriod, 'When the property applies'),
  },
)

export const AgreementSpecificationRelationship = reference(
  'AgreementSpecificationRelationship',
  'How one agreement specification relates to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How they relate, such as replacing or needing each other'),
    validFor: part(TimePeriod, 'When the relationship applies'),
  },
)

export const RelatedParty = SharedRelatedParty.needing('name')
