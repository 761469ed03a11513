import { api } from '../../declare/index.ts'
import { PartyPrivacyAgreement } from './party-privacy-agreement.ts'
import { PartyPrivacyProfile } from './party-privacy-profile.ts'
import { PartyPrivacyProfileSpecification } from './party-privacy-profile-specification.ts'

/** TMF644 Privacy 4.0.0. */
export const PrivacyApi = api({
  number: 'TMF644',
  name: 'Privacy',
  version: '4.0.0',
  path: '/tmf-api/privacyManagement/v4',
  domain: 'Party & customer',
  resources: [PartyPrivacyProfile, PartyPrivacyProfileSpecification, PartyPrivacyAgreement],
})

export { PartyPrivacyAgreement, PartyPrivacyProfile, PartyPrivacyProfileSpecification }
