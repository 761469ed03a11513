/** TMF658 Loyalty Management 4.0.0. */
import { part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

export const LoyaltyProgramProductSpec = resource('LoyaltyProgramProductSpec', {
  meaning: 'A definition of a loyalty program',
  path: 'loyaltyProgramProductSpec',

  fields: {
    brand: text('Brand or maker the program runs under'),
    description: text('What the program offers, in detail'),
    lifeCycleStatus: text('How the program stands, such as planned or active'),
    name: text('What the program is called').mandatory,
    needsLoyaltyAccount: yesNo('Whether members must have an account for points').once,
    productNumber: text('Number the program is known by').mandatory,
    validFor: part(TimePeriod, 'When the program is on offer'),
  },

  findBy: ['name', 'productNumber', 'lifeCycleStatus'],
  keptWhileUsedIn: ['Billing & payment'],
})
