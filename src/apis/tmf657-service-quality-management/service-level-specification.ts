/** TMF657 Service Quality Management 4.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ServiceLevelObjectiveRef } from './parts.ts'

export const ServiceLevelSpecification = resource('ServiceLevelSpecification', {
  meaning: 'A set of goals for how good a service must be',
  path: 'serviceLevelSpecification',

  fields: {
    description: text('What the set of goals is about, in words'),
    name: text('What the set of goals is called').mandatory,
    relatedServiceLevelObjective: list(ServiceLevelObjectiveRef, 'The goals that belong to it').mandatory,
    validFor: part(TimePeriod, 'When the goals in it apply').once,
  },

  findBy: ['name', 'relatedServiceLevelObjective.id'],
  announces: ['created', 'changed', 'deleted'],
})
