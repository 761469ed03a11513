/** TMF667 Document 4.0.0. */
import { resource } from '../../declare/index.ts'
import { specificationFields } from './specification-fields.ts'
import { documentMoves } from './states.ts'

export const DocumentSpecification = resource('DocumentSpecification', {
  meaning: 'What documents of one sort must look like',
  path: 'documentSpecification',

  fields: {
    ...specificationFields,
    isBundle: specificationFields.isBundle.orElse(false),
    lastUpdate: specificationFields.lastUpdate.stampedOn('change'),
    name: specificationFields.name.mandatory,
  },

  lifecycle: { of: 'lifecycleStatus', starts: 'created', moves: documentMoves },
  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'deleted'],
})
