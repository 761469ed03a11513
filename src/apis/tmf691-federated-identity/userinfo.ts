/** TMF691 Federated Identity 4.0. */
import { list, part, resource, text, yesNo } from '../../declare/index.ts'
import { IndividualIdentification } from '../shared/party.ts'
import { GeographicAddress, UserAsset } from './parts.ts'

export const Userinfo = resource('Userinfo', {
  meaning: 'What is known about a signed-in user',
  path: 'userinfo',
  verbs: ['list', 'read'],

  fields: {
    birthdate: text('When the user was born'),
    email: text('Where the user prefers to get electronic mail'),
    email_verified: yesNo('Whether the email address has been checked'),
    family_name: text('What the user’s family is called'),
    gender: text('Whether the user is female, male or otherwise'),
    given_name: text('What the user is called by first name'),
    locale: text('Language and country the user prefers'),
    middle_name: text('Names between the first and the family name'),
    name: text('The user’s whole name, ready to show').mandatory,
    nickname: text('What the user is called informally'),
    phone_number: text('Number the user prefers to be called on'),
    phone_number_verified: yesNo('Whether the telephone number has been checked'),
    picture: text('Web address of a photo of the user'),
    preferred_username: text('Short name the user wants to go by'),
    profile: text('Web address of a page about the user'),
    sub: text('Identifier, unique to the user').mandatory,
    website: text('Web address of the user’s own site'),
    zoneinfo: text('Time zone the user lives in'),
    address: part(GeographicAddress, 'Where the user prefers to get post'),
    legalId: list(IndividualIdentification, 'Documents that prove who the user is'),
    userAssets: list(UserAsset, 'What the user may manage'),
  },

  findBy: ['sub', 'family_name', 'given_name'],
})
