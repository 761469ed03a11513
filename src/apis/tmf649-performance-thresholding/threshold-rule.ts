/** TMF649 Performance Thresholding 5.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import {
  AlgorithmThresholdRule,
  Consequence,
  PerformanceAlarmSpecification,
  PerformanceMeasurementRef,
  SimpleThresholdRule,
} from './parts.ts'

export const ThresholdRule = resource('ThresholdRule', {
  meaning: 'When a figure counts as out of order, or as back in order',
  path: 'thresholdRule',
  needsType: true,
  clientMayChooseId: true,
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: {
    measurement: part(PerformanceMeasurementRef, 'The figure that the rule is about'),
    consequence: list(Consequence, 'What follows when the rule is crossed'),
    perfAlarmSpecThresholdCrossingDescription: text('What the alarm says about the crossing'),
    performanceAlarmSpecification: part(PerformanceAlarmSpecification, 'What the alarm says otherwise'),
    condition: text('Whether crossing it raises an alarm or clears one: Raise or Clear').mandatory,
    name: text('What the rule is called').mandatory,
    severity: text('How serious a crossing is, such as CRITICAL or MINOR').mandatory,
  },

  subtypes: [AlgorithmThresholdRule, SimpleThresholdRule],
  findBy: ['name', 'measurement.id', 'measurement.name', 'severity'],
  announces: ['created', 'changed', 'deleted'],
  example: {
    '@type': 'SimpleThresholdRule',
    name: 'Too little light',
    condition: 'Raise',
    severity: 'MAJOR',
    conformanceComparatorLower: 'LT',
    conformanceTargetLower: -27,
  },
})
