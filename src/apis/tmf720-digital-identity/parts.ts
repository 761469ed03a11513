/** Parts that only TMF720 has, or has otherwise than the shared ones. */
import { list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'

export const DigitalIdentityContactMedium = type(
  'DigitalIdentityContactMedium',
  'A way to reach the owner of an identity',
  {
    id: text('Identifier of this digital identity contact medium').mandatory,
    contactType: text('What it is used for, such as work or private'),
    preferred: yesNo('Whether the owner would rather be reached this way'),
    validFor: part(TimePeriod, 'When the owner can be reached this way'),
  },
)

export const Credential = type('Credential', 'A means of proving who one is', {
  id: text('Identifier of this credential').mandatory,
  state: text('Whether it can still be used to sign in'),
  trustLevel: text('How far it can be trusted when granting rights'),
  contactMedium: list(DigitalIdentityContactMedium, 'Ways to reach the holder when checking who they are'),
  validFor: part(TimePeriod, 'When it can be used as proof'),
})

export const PartyRef = reference('PartyRef', 'A pointer to a person or organization', {})

export const ResourceRef = SharedResourceRef.with({
  value: text('The public number that identifies it, such as a telephone number'),
})
