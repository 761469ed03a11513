/** TMF672 User Roles and Permissions 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { AssetUserRole, Privilege } from './parts.ts'

export const Permission = resource('Permission', {
  meaning: 'Leave that one person gives another to manage their assets',
  path: 'permission',
  verbs: ['list', 'read', 'create', 'patch'],

  fields: {
    creationDate: dateTime('When the permission was given').serverOwned.stampedOn('create'),
    description: text('What the permission allows, in words'),
    assetUserRole: list(AssetUserRole, 'Roles the user is given on particular assets'),
    granter: part(RelatedParty, 'Who gives the permission'),
    privilege: list(Privilege, 'The separate things that are allowed'),
    user: part(RelatedParty, 'Who receives the permission').mandatory,
    validFor: part(TimePeriod, 'From when until when the permission holds').mandatory,
  },

  findBy: ['user.id', 'granter.id', 'assetUserRole.userRole.id', 'assetUserRole.manageableAsset.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
