/** TMF651 Agreement Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'
import { CategoryRef } from '../shared/product.ts'
import { AgreementSpecCharacteristic, AgreementSpecificationRelationship, RelatedParty } from './parts.ts'

export const AgreementSpecification = resource('AgreementSpecification', {
  meaning: 'A pattern from which agreements with partners are made',
  path: 'agreementSpecification',

  fields: {
    description: text('What such agreements are about, in words'),
    isBundle: yesNo('Whether it groups several other specifications').orElse(false),
    lastUpdate: dateTime('When it was last changed').stampedOn('change'),
    lifecycleStatus: text('Where it stands between design and retirement').orElse('In study'),
    name: text('What the specification is called').mandatory,
    version: text('Which version of the specification this is'),
    attachment: list(AttachmentRefOrValue, 'Documents and pictures that go with it').mandatory,
    relatedParty: list(RelatedParty, 'People and organizations involved with it'),
    serviceCategory: part(CategoryRef, 'The category of services it belongs to'),
    specificationCharacteristic: list(
      AgreementSpecCharacteristic,
      'Properties that such agreements can have',
    ),
    specificationRelationship: list(
      AgreementSpecificationRelationship,
      'How it relates to other agreement specifications',
    ),
    validFor: part(TimePeriod, 'When such agreements can be made'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id', 'serviceCategory.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
