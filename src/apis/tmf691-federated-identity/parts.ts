/** Parts that only TMF691 has, or has otherwise than the shared ones. */
import { list, part, text, type } from '../../declare/index.ts'
import { Entitlement } from '../shared/common.ts'
import {
  GeographicAddress as SharedGeographicAddress,
  GeographicLocationRefOrValue as SharedGeographicLocationRefOrValue,
} from '../shared/place.ts'

export const GeographicLocationRefOrValue = SharedGeographicLocationRefOrValue.without('bbox')

export const GeographicAddress = SharedGeographicAddress.with({
  geographicLocation: part(GeographicLocationRefOrValue, 'Where the address sits on a map'),
})

export const UserAsset = type('UserAsset', 'Something a user may manage, and with which rights', {
  id: text('Identifier of this user asset').mandatory,
  assetType: text('What it is more precisely, like a mobile line'),
  entityType: text('What it is broadly, like a product or account').mandatory,
  role: text('In what capacity the user has these rights'),
  entitlement: list(Entitlement, 'What the user is allowed to do with it'),
})
