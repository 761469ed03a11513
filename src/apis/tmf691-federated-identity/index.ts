import { api } from '../../declare/index.ts'
import { Userinfo } from './userinfo.ts'

/** TMF691 Federated Identity 4.0. */
export const FederatedIdentityApi = api({
  number: 'TMF691',
  name: 'Federated Identity',
  version: '4.0',
  path: '/tmf-api/openid/v4',
  domain: 'Party & customer',
  resources: [Userinfo],
})

export { Userinfo }
