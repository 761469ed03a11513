/** TMF657 Service Quality Management 4.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ServiceLevelSpecConsequence, ServiceLevelSpecParameter } from './parts.ts'

export const ServiceLevelObjective = resource('ServiceLevelObjective', {
  meaning: 'A goal for how good a service must be',
  path: 'serviceLevelObjective',
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: {
    conformanceComparator: text('Whether going above or below the goal breaks it').mandatory,
    conformanceTarget: text('The value that must be reached or kept').mandatory,
    graceTimes: text('How many updates may be missed without breaking the agreement'),
    name: text('What the goal is called'),
    thresholdTarget: text('The value that warns the goal may soon be missed'),
    toleranceTarget: text('How far the value may stray from the goal'),
    conformancePeriod: part(TimePeriod, 'When the goal has to be measured'),
    serviceLevelObjectiveConsequence: list(
      ServiceLevelSpecConsequence,
      'What follows when the goal is missed',
    ),
    serviceLevelObjectiveParameter: part(ServiceLevelSpecParameter, 'What is measured for the goal')
      .mandatory,
    tolerancePeriod: part(TimePeriod, 'How far the timing may stray'),
    validFor: part(TimePeriod, 'When the goal applies').once,
  },

  findBy: ['name', 'serviceLevelObjectiveParameter.name'],
  announces: ['created', 'changed', 'deleted'],
})
