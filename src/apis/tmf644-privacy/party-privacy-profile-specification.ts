/** TMF644 Privacy 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ProductOfferingRef } from '../shared/product.ts'
import { PartyPrivacyProfileSpecificationCharacteristic, PartyPrivacyRoleSpecification } from './parts.ts'

export const PartyPrivacyProfileSpecification = resource('PartyPrivacyProfileSpecification', {
  meaning: 'A template for the privacy choices offered to people',
  path: 'partyPrivacyProfileSpecification',
  keepsUnknownAttributes: true,

  fields: {
    description: text('What the template is for, in words'),
    lastUpdate: dateTime('When the template was last changed').stampedOn('change'),
    name: text('What the template is called'),
    status: text('Whether the template is being drafted, used or withdrawn'),
    version: text('Which edition of the template this is'),
    applicableRole: list(PartyPrivacyRoleSpecification, 'Roles of people for whom the template is meant'),
    partyPrivacyProfileSpecCharacteristic: list(
      PartyPrivacyProfileSpecificationCharacteristic,
      'The privacy choices that are to be made',
    ).mandatory,
    productOffering: list(ProductOfferingRef, 'Offerings for which these privacy choices are asked'),
    relatedParty: list(RelatedParty, 'Those who drew up or look after the template'),
    validFor: part(TimePeriod, 'When the template may be used'),
  },

  findBy: ['name', 'status', 'productOffering.id', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'deleted', 'statusChanged'],
})
