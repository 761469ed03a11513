/** TMF666 Account Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const BillPresentationMedia = resource('BillPresentationMedia', {
  meaning: 'A way of delivering a bill, such as post',
  path: 'billPresentationMedia',

  fields: {
    description: text('How the bill is delivered, in words'),
    name: text('What the delivery method is called').mandatory,
  },

  findBy: ['name'],
})
