/** TMF666 Account Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const BillFormat = resource('BillFormat', {
  meaning: 'A layout for showing a bill',
  path: 'billFormat',

  fields: {
    description: text('What the layout looks like, in words'),
    name: text('What the layout is called').mandatory,
  },

  findBy: ['name'],
})
