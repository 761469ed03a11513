/** Parts that only TMF669 has, or has otherwise than the shared ones. */
import { part } from '../../declare/index.ts'
import { AccountRef as SharedAccountRef } from '../shared/account.ts'
import { MediumCharacteristic, ContactMedium as SharedContactMedium } from '../shared/party.ts'

export const AccountRef = SharedAccountRef.needing('name').notNeeding('id')

export const ContactMedium = SharedContactMedium.needing('mediumType').with({
  characteristic: part(MediumCharacteristic, 'The actual address or number to use').mandatory,
})
