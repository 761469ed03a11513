/** Parts that only TMF668 has, or has otherwise than the shared ones. */
import { entity, list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { AccountRef, AgreementRef, AgreementSpecificationRef, PaymentMethodRef } from '../shared/account.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { CreditProfile as SharedCreditProfile, TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty } from '../shared/party.ts'

export const CreditProfile = SharedCreditProfile.notNeeding('creditProfileDate').with({
  validFor: part(TimePeriod, 'When this credit finding holds good'),
})

export const Partner = entity('Partner', 'Someone playing a part in a partnership', {
  name: text('What the partner is called').mandatory,
  status: text('How far along its life the partner is'),
  statusReason: text('Why the partner stands as it does'),
  account: list(AccountRef, 'Accounts the partner has'),
  agreement: list(AgreementRef, 'Agreements made with the partner'),
  characteristic: list(PlainCharacteristic, 'Further features of the partner'),
  contactMedium: list(ContactMedium, 'Ways to reach the partner'),
  creditProfile: list(CreditProfile, 'How creditworthy the partner has been judged'),
  engagedParty: part(RelatedParty, 'The person or company behind the partner').mandatory,
  paymentMethod: list(PaymentMethodRef, 'Ways the partner can pay'),
  relatedParty: list(RelatedParty, 'Others involved with the partner'),
  validFor: part(TimePeriod, 'When the partner plays this part'),
})

export const PartnershipRoleSpecification = type(
  'PartnershipRoleSpecification',
  'A part that can be played in a partnership',
  {
    description: text('What playing the part involves'),
    name: text('What the part is called, unique within the partnership').mandatory,
    requiresBilling: yesNo('Whether those playing the part are billed'),
    requiresSettlement: yesNo('Whether money is settled with those playing it'),
    agreementSpecification: list(AgreementSpecificationRef, 'Kinds of agreement that go with the part'),
  },
)

export const PartnershipSpecificationRef = reference(
  'PartnershipSpecificationRef',
  'A pointer to the definition of a kind of partnership',
  {},
)
