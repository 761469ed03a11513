import { api } from '../../declare/index.ts'
import { DigitalIdentity } from './digital-identity.ts'

/** TMF720 Digital Identity 4.0.0. */
export const DigitalIdentityApi = api({
  number: 'TMF720',
  name: 'Digital Identity',
  version: '4.0.0',
  path: '/tmf-api/digitalIdentityManagement/v4',
  domain: 'Party & customer',
  resources: [DigitalIdentity],
})

export { DigitalIdentity }
