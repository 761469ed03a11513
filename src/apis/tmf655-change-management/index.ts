import { api } from '../../declare/index.ts'
import { ChangeRequest } from './change-request.ts'

/** TMF655 Change Management 4.0.0. */
export const ChangeManagementApi = api({
  number: 'TMF655',
  name: 'Change Management',
  version: '4.0.0',
  path: '/tmf-api/ChangeManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [ChangeRequest],
})

export { ChangeRequest }
