import { api } from '../../declare/index.ts'
import { Permission } from './permission.ts'
import { UserRole } from './user-role.ts'

/** TMF672 User Roles and Permissions 4.0.0. */
export const UserRolesAndPermissionsApi = api({
  number: 'TMF672',
  name: 'User Roles and Permissions',
  version: '4.0.0',
  path: '/rolesAndPermissions/v4',
  domain: 'Party & customer',
  resources: [Permission, UserRole],
})

export { Permission, UserRole }
