/** Parts that only TMF921 has. */
import { dateTime, entity, oneOf, part, text, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

/** The file keeps the value itself for the subtypes of an expression, one for each language. */
export const Expression = type('Expression', 'What is wanted or told, in a language made for it', {
  expressionLanguage: oneOf(['Turtle', 'JSON-LD', 'RDF-XML'], 'The language it is written in').mandatory,
  iri: text('What the expression is called on the web of data'),
  expressionValue: text('The expression itself'),
})

/** What is told of an intent, whether kept here or given whole in a report. */
export const intentFields = {
  creationDate: dateTime('When the intent was handed over'),
  description: text('What is to be achieved, in words'),
  lastUpdate: dateTime('When the intent was last changed'),
  lifecycleStatus: text('How far the intent has come'),
  name: text('What the intent is called'),
  statusChangeDate: dateTime('When it last came further'),
  version: text('Which edition of the intent this is'),
  expression: part(Expression, 'What is to be achieved, as a machine reads it'),
  validFor: part(TimePeriod, 'From when until when it is wanted'),
}

export const IntentRefOrValue = entity('IntentRefOrValue', 'An intent, pointed to or given whole', {
  ...intentFields,
  '@referredType': text('Type of what is referred to'),
})
