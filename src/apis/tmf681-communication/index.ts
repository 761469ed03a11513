import { api } from '../../declare/index.ts'
import { CommunicationMessage } from './communication-message.ts'

/** TMF681 Communication 4.0.0. */
export const CommunicationApi = api({
  number: 'TMF681',
  name: 'Communication',
  version: '4.0.0',
  path: '/tmf-api/communicationManagement/v4',
  domain: 'Party & customer',
  resources: [CommunicationMessage],
})

export { CommunicationMessage }
