/** TMF910 Self Care 1.0. */
import { dateTime, entity, list, oneOf, part, resource, text, type } from '../../declare/index.ts'
import { GeographicAddress, GeographicSubAddress } from '../shared/place.ts'
import { Userinfo as LaterUserinfo } from '../tmf691-federated-identity/userinfo.ts'

const GeographicPointType = type('GeographicPointType', 'A position on the map', {
  accuracy: text('How exact the position is').mandatory,
  spatialRef: text('The system the coordinates are given in').mandatory,
  x: text('Longitude, or the first coordinate').mandatory,
  y: text('Latitude, or the second coordinate').mandatory,
  z: text('Height, or the third coordinate'),
})

const GeographicLocationRefOrValueType = entity(
  'GeographicLocationRefOrValueType',
  'A map location, given in full or by pointer',
  {
    name: text('A familiar label for the location'),
    type: text('Which shape the location has'),
    geographicPoint: part(GeographicPointType, 'The position itself'),
  },
)

const { subAddressType, ...subAddress } = GeographicSubAddress.without('id', 'href').fields

const GeographicSubAddressType = type(
  'GeographicSubAddressType',
  'A building, floor or unit inside one address',
  { ...subAddress, type: subAddressType },
)

const GeographicAddressType = type('GeographicAddressType', 'A postal or street address, split into parts', {
  ...GeographicAddress.without('id', 'href', 'name').needing(
    'streetNr',
    'streetName',
    'streetType',
    'postcode',
    'locality',
    'stateOrProvince',
    'country',
  ).fields,
  geographicLocation: part(GeographicLocationRefOrValueType, 'Where the address sits on a map'),
  geographicSubAddress: part(GeographicSubAddressType, 'The flat, floor or unit within the address'),
})

const IdentificationType = type('IdentificationType', 'A paper that proves who someone is', {
  identificationId: text('The number on the paper').mandatory,
  country: text('The country that gave out the paper').mandatory,
  issuingAuthority: text('Who gave out the paper'),
  issuingDate: dateTime('When the paper was given out'),
})

const EntitlementType = type('EntitlementType', 'What someone is allowed to do with something', {
  function: text('The ability of the asset that is opened to them').mandatory,
  action: text('How much they are allowed to do').mandatory,
})

const UserAssetType = type('UserAssetType', 'Something a user may manage, and with which rights', {
  entityType: oneOf(['customer', 'account', 'product', 'service', 'resource'], 'What it is broadly')
    .mandatory,
  assetType: oneOf(
    ['mobile', 'landline', 'iptv', 'broadband', 'email', 'invoicing'],
    'What it is more precisely, like a mobile line',
  ),
  id: text('Identifier of this user asset').mandatory,
  role: text('In what capacity the user has these rights'),
  entitlement: list(EntitlementType, 'What the user is allowed to do with it'),
})

const {
  email_verified: _emailVerified,
  phone_number_verified: _phoneNumberVerified,
  ...told
} = LaterUserinfo.fields

/** The users of TMF691. The file tells of the one who is signed in; nobody signs in here yet. */
export const Userinfo = resource('Userinfo', {
  meaning: 'What is known about a signed-in user',
  path: 'openid/userinfo',
  kind: 'Userinfo',
  officialType: 'UserInfoType',
  verbs: ['list'],

  fields: {
    ...told,
    address: part(GeographicAddressType, 'Where the user prefers to get post'),
    legalId: list(IdentificationType, 'Documents that prove who the user is'),
    userAssets: list(UserAssetType, 'What the user may manage'),
  },

  findBy: ['sub', 'family_name', 'given_name'],
})
