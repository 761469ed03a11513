/** TMF666 Account Management 4.0.0. */
import { integer, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

export const BillingCycleSpecification = resource('BillingCycleSpecification', {
  meaning: 'A timetable for making and sending bills',
  path: 'billingCycleSpecification',

  fields: {
    billingDateShift: integer('Days from period start to the billing date'),
    billingPeriod: text('The stretch of time each bill covers'),
    chargeDateOffset: integer('Days from period start to the cut-off for charges'),
    creditDateOffset: integer('Days from period start to the cut-off for credits'),
    description: text('What the timetable says, in words'),
    frequency: text('How often bills are made'),
    mailingDateOffset: integer('Days from period start until the bill is posted'),
    name: text('What the timetable is called').mandatory,
    paymentDueDateOffset: integer('Days from period start until payment is due'),
    validFor: part(TimePeriod, 'When the timetable applies, from and until'),
  },

  findBy: ['name'],
})
