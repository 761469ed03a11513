/** TMF658 Loyalty Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { LoyaltyProgramProductRef } from './parts.ts'

export const LoyaltyAccount = resource('LoyaltyAccount', {
  meaning: 'An account where loyalty points are kept',
  path: 'loyaltyAccount',
  verbs: ['list', 'read'],

  fields: {
    loyaltyProgramProduct: part(LoyaltyProgramProductRef, 'The membership in a program it belongs to'),
  },

  findBy: ['loyaltyProgramProduct.id'],
})
