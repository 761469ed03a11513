/** Parts that only TMF720 has, or has otherwise than the shared ones. */
import { list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'

export const PartyRef = reference('PartyRef', 'A pointer to a person or organization', {})

export const ResourceRef = SharedResourceRef.with({
  value: text('The public number that identifies it, such as a telephone number'),
})

export const DigitalIdentityContactMedium = type(
  'DigitalIdentityContactMedium',
  'A way to reach the owner of an identity',
  {
    id: text('Identifier of this digital identity contact medium').mandatory,
    contactType: text('What it is used for, such as work or private'),
    preferred: yesNo('Whether the owner would rather be reached this way'),
    validFor: part(TimePeriod, 'When the owner can be reached this way'),
  },
).withSubtypes(
  type('EmailMedium', 'A mailbox of the owner', { emailAddress: text('Address of the mailbox') }),
  type('PhoneMedium', 'A telephone of the owner', { phoneNumber: text('Number of the telephone') }),
)

/** Without the passwords the file has: they could only be written, and this server keeps no secrets of others. */
const credentials = [
  type('BiometricCredential', 'A feature of the holder’s body', {
    biometricType: text('Which feature it is, such as a finger or an iris'),
    biometricSubType: text('Which of several it is, such as the thumb'),
    attachment: list(AttachmentRefOrValue, 'Files that hold what was measured'),
  }),
  type('LoginPasswordCredential', 'A name to sign in by, with a password', {
    login: text('The name to sign in by'),
  }),
  type('NetworkCredential', 'A resource that the holder comes in through', {
    resource: part(ResourceRef, 'The resource, such as a line or a SIM'),
  }),
  type('TokenCredential', 'A token the holder shows', {
    login: text('The name to sign in by'),
    tokenCredential: text('What the token is known by'),
  }),
]

export const Credential = type('Credential', 'A means of proving who one is', {
  id: text('Identifier of this credential').mandatory,
  state: text('Whether it can still be used to sign in'),
  trustLevel: text('How far it can be trusted when granting rights'),
  contactMedium: list(DigitalIdentityContactMedium, 'Ways to reach the holder when checking who they are'),
  validFor: part(TimePeriod, 'When it can be used as proof'),
}).withSubtypes(...credentials)
