/** TMF760 Product Configuration 5.0.0. */
import { list, oneOf, resource, yesNo } from '../../declare/index.ts'
import { configurationTaskMoves } from '../shared/lifecycles.ts'
import { configurationTaskStates } from '../shared/states.ts'
import { CheckProductConfigurationItem, taskFields } from './parts.ts'

export const CheckProductConfiguration = resource('CheckProductConfiguration', {
  meaning: 'A task that asks whether products may be set up so',
  path: 'checkProductConfiguration',
  verbs: ['list', 'read', 'create'],
  needsType: true,
  clientMayChooseId: true,
  isTask: true,
  nonEmpty: ['checkProductConfigurationItem'],

  fields: {
    ...taskFields,
    provideAlternatives: yesNo('Whether to suggest configurations that would be right'),
    state: oneOf(configurationTaskStates, 'How far the task has come').ignoredFromClient,
    checkProductConfigurationItem: list(CheckProductConfigurationItem, 'The configurations to be checked')
      .mandatory,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: configurationTaskMoves },
  findBy: ['state', 'contextEntity.id', 'relatedParty.partyOrPartyRole.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
