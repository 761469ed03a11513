/** Parts that only TMF672 has, or has otherwise than the shared ones. */
import { entity, part, text, type } from '../../declare/index.ts'
import { EntityRef } from '../shared/entity-catalog.ts'

export const UserRoleRef = entity('UserRoleRef', 'Points to a role that grants rights', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const AssetUserRole = type('AssetUserRole', 'The role that a user has for an asset', {
  manageableAsset: part(EntityRef, 'The asset that the role is about').mandatory,
  userRole: part(UserRoleRef, 'The role that the user plays').mandatory,
})

export const Privilege = type('Privilege', 'One thing that someone is allowed to do', {
  action: text('How far the access goes').mandatory,
  function: text('What can be managed about the asset').mandatory,
  manageableAsset: part(EntityRef, 'The asset that may be managed').mandatory,
})
