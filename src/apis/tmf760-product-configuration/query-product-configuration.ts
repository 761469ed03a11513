/** TMF760 Product Configuration 5.0.0. */
import { list, oneOf, resource } from '../../declare/index.ts'
import { configurationTaskMoves } from '../shared/lifecycles.ts'
import { configurationTaskStates } from '../shared/states.ts'
import { QueryProductConfigurationItem, taskFields } from './parts.ts'

export const QueryProductConfiguration = resource('QueryProductConfiguration', {
  meaning: 'A task that asks how products may be set up',
  path: 'queryProductConfiguration',
  verbs: ['list', 'read', 'create'],
  needsType: true,
  clientMayChooseId: true,
  isTask: true,
  nonEmpty: ['requestProductConfigurationItem'],

  fields: {
    ...taskFields,
    state: oneOf(configurationTaskStates, 'How far the task has come').ignoredFromClient,
    requestProductConfigurationItem: list(QueryProductConfigurationItem, 'The offerings asked about')
      .mandatory,
    computedProductConfigurationItem: list(
      QueryProductConfigurationItem,
      'What may be chosen for each of them',
    ).ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: configurationTaskMoves },
  findBy: ['state', 'contextEntity.id', 'relatedParty.partyOrPartyRole.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
