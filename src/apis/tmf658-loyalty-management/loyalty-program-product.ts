/** TMF658 Loyalty Management 4.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { Characteristic, LoyaltyAccountRef, LoyaltyProgramProductSpecRef } from './parts.ts'

export const LoyaltyProgramProduct = resource('LoyaltyProgramProduct', {
  meaning: 'A loyalty program as one member has it',
  path: 'loyaltyProgramProduct',

  fields: {
    description: text('What the member has, in plain words'),
    name: text('What it is called'),
    productStatus: text('How it stands, such as planned or activated'),
    characteristic: list(Characteristic, 'Features it has, with their values'),
    loyaltyAccount: part(LoyaltyAccountRef, 'Where the member’s points are kept'),
    loyaltyProgramProductSpec: part(LoyaltyProgramProductSpecRef, 'The loyalty program it was made from'),
    validFor: part(TimePeriod, 'When the member has it'),
  },

  findBy: ['productStatus', 'loyaltyAccount.id', 'loyaltyProgramProductSpec.id'],
})
