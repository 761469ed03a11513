/** TMF672 User Roles and Permissions 4.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { Entitlement } from '../shared/common.ts'

export const UserRole = resource('UserRole', {
  meaning: 'What someone in a given capacity is allowed to do',
  path: 'userRole',
  verbs: ['list', 'read', 'create', 'patch'],

  fields: {
    involvementRole: text('In what capacity the user deals with the asset'),
    entitlement: list(Entitlement.keepingUnknownAttributes, 'Rights that come with the role').mandatory,
  },

  nonEmpty: ['entitlement'],
  findBy: ['involvementRole', 'entitlement.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
