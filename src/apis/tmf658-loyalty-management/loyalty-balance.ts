/** TMF658 Loyalty Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { LoyaltyProgramMemberRef } from './parts.ts'

export const LoyaltyBalance = resource('LoyaltyBalance', {
  meaning: 'How much loyalty credit is in an account',
  path: 'loyaltyBalance',

  fields: {
    loyaltyProgramMember: part(LoyaltyProgramMemberRef, 'The member who owns the credit').once,
    quantity: part(Money, 'How much credit there is, and its unit').once,
    validFor: part(TimePeriod, 'When the credit can be spent'),
  },

  findBy: ['loyaltyProgramMember.id', 'quantity.unit'],
})
