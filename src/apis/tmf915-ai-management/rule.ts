/** TMF915 AI Management 4.0.0. */
import { entity, list, part, resource, text } from '../../declare/index.ts'
import { SimpleThresholdRule } from '../tmf649-performance-thresholding/parts.ts'
import { AlgorithmParams, Consequence, Measurement, PerformanceAlarmSpecification } from './parts.ts'

/** The file keeps what a rule says for its subtypes, `SimpleThresholdRule` and `AlgorithmThresholdRule`. */
const ruleFields = {
  name: text('What the rule is called'),
  measurement: part(Measurement, 'The figure that the rule is about'),
  thresholdRuleCondition: text('Whether crossing it raises an alarm or clears one: Raise or Clear'),
  thresholdRuleName: text('What the threshold is called'),
  thresholdRuleSeverity: text('How serious a crossing is, such as CRITICAL or MINOR'),
  consequence: list(Consequence, 'What follows when the rule is crossed'),
  perfAlarmSpecThresholdCrossingDescription: text('What the alarm says about the crossing'),
  performanceAlarmSpecification: part(PerformanceAlarmSpecification, 'What the alarm says otherwise'),
  ...SimpleThresholdRule.fields,
  algorithmParams: list(AlgorithmParams, 'Values the algorithm works with'),
  algorithmRef: text('Where the algorithm is, when the rule follows one'),
}

export const Rule = resource('Rule', {
  meaning: 'A rule by which it is seen whether an AI model does well',
  path: 'rule',

  fields: { ...ruleFields, name: ruleFields.name.mandatory },

  findBy: ['name', 'measurement.name', 'thresholdRuleSeverity'],
  // Without a state, a rule never announces that it changed; the file names the event all the same.
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
  example: {
    '@type': 'SimpleThresholdRule',
    name: 'Too many wrong forecasts',
    measurement: { name: 'Share of wrong forecasts', measurementUnit: '%' },
    thresholdRuleCondition: 'Raise',
    thresholdRuleSeverity: 'MAJOR',
    conformanceComparatorUpper: 'GT',
    conformanceTargetUpper: 5,
  },
})

/** A rule that a contract has whole. */
export const RuleValue = entity('Rule', 'A rule by which it is seen whether a promise is kept', ruleFields)
