/** TMF921 Intent 4.0.2. */
import { resource } from '../../declare/index.ts'
import { intentFields } from './parts.ts'

export const Intent = resource('Intent', {
  meaning: 'What somebody wants to be achieved, not how',
  path: 'intent',

  fields: {
    ...intentFields,
    creationDate: intentFields.creationDate.stampedOn('create'),
    lastUpdate: intentFields.lastUpdate.stampedOn('change'),
    name: intentFields.name.mandatory,
    version: intentFields.version.orElse('1.0'),
    expression: intentFields.expression.mandatory,
  },

  // The file leaves the states open; these are those of the intent's own life, whatever becomes of its goals.
  lifecycle: {
    of: 'lifecycleStatus',
    starts: 'acknowledged',
    isOpen: true,
    movedAt: 'statusChangeDate',
    moves: {
      acknowledged: { active: 'client', rejected: 'client', terminated: 'client' },
      active: { suspended: 'client', terminated: 'client' },
      suspended: { active: 'client', terminated: 'client' },
      rejected: {},
      terminated: {},
    },
  },
  findBy: ['name', 'lifecycleStatus', 'expression.iri'],
  announces: ['created', 'anyChange', 'deleted'],
  example: {
    name: 'Fast lane for the ambulances',
    description: 'Video from ambulances in the city reaches the hospital without breaks',
    expression: {
      '@type': 'TurtleExpression',
      expressionLanguage: 'Turtle',
      iri: 'https://example.com/intents/ambulances',
      expressionValue:
        '@prefix icm: <http://tio.models.tmforum.org/tio/v1.0.0/IntentCommonModel#> . <https://example.com/intents/ambulances> a icm:Intent .',
    },
  },
})
