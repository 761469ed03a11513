/** TMF921 Intent 4.0.2. */
import { dateTime, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { Intent } from './intent.ts'
import { Expression, IntentRefOrValue } from './parts.ts'

export const IntentReport = resource('IntentReport', {
  meaning: 'What the one who handles an intent tells its owner',
  path: 'intentReport',
  within: Intent,
  verbs: ['list', 'read', 'remove'],

  fields: {
    creationDate: dateTime('When the report was made').stampedOn('create'),
    description: text('What the report says, in words'),
    name: text('What the report is about'),
    expression: part(Expression, 'What the report says, as a machine reads it'),
    intent: part(IntentRefOrValue, 'The intent it tells of').mandatory,
    validFor: part(TimePeriod, 'From when until when the report holds'),
  },

  findBy: ['name', 'creationDate'],
  announces: ['created', 'anyChange', 'deleted'],
})
