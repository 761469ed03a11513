/** Parts that only TMF653 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  integer,
  list,
  number,
  part,
  reference,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { Duration, TimePeriod } from '../shared/common.ts'

export const AppliedConsequence = type('AppliedConsequence', 'What was done after a test limit was broken', {
  appliedAction: text('The step taken, or a link to it'),
  description: text('What the step means, told at length'),
  name: text('What this step is called'),
  repeatAction: yesNo('Whether to act again while the value stays in range'),
})

export const MeasureThresholdRuleViolation = type(
  'MeasureThresholdRuleViolation',
  'A case of a test result breaking a limit',
  {
    conformanceComparatorExact: yesNo('Whether the result has to equal the exact target'),
    conformanceComparatorLower: text('How the result is compared with the lower limit'),
    conformanceComparatorUpper: text('How the result is compared with the upper limit'),
    conformanceTargetExact: text('Value or pattern the result should match exactly'),
    conformanceTargetLower: text('Lowest end of the acceptable range'),
    conformanceTargetUpper: text('Highest end of the acceptable range'),
    description: text('What the broken rule says, in words'),
    name: text('What the broken rule is called'),
    numberOfAllowedCrossing: integer('How often the limit may be crossed without action'),
    thresholdRuleSeverity: text('How serious the breach is'),
    appliedConsequence: list(AppliedConsequence, 'Steps taken because of the breach'),
    tolerancePeriod: part(Duration, 'How long crossings are put up with before action'),
  },
)

export const MetricDefMeasureConsequence = type(
  'MetricDefMeasureConsequence',
  'What should happen when a test limit is crossed',
  {
    description: text('What should happen, told at length'),
    name: text('What this consequence is called'),
    prescribeAction: text('The suggested fix, or a link to it'),
    repeatAction: yesNo('Whether to act again while the value stays in range'),
    validFor: part(TimePeriod, 'When this consequence applies, from and until'),
  },
)

export const MetricDefMeasureThresholdRule = type(
  'MetricDefMeasureThresholdRule',
  'A rule setting the limits for a measured value',
  {
    conformanceComparatorExact: yesNo('Whether a value has to equal the exact target'),
    conformanceComparatorLower: text('How a value is compared with the lower limit'),
    conformanceComparatorUpper: text('How a value is compared with the upper limit'),
    conformanceTargetExact: text('Value or pattern that counts as correct'),
    conformanceTargetLower: text('Lowest end of the acceptable range'),
    conformanceTargetUpper: text('Highest end of the acceptable range'),
    description: text('What the rule says, in words'),
    name: text('What the rule is called'),
    numberOfAllowedCrossing: integer('How often the limit may be crossed without action'),
    thresholdRuleSeverity: text('How serious it is to cross this limit'),
    consequence: list(MetricDefMeasureConsequence, 'What follows when the limit is crossed'),
    tolerancePeriod: part(Duration, 'How long crossings are put up with before action'),
  },
)

export const ServiceTestSpecRelationship = reference(
  'ServiceTestSpecRelationship',
  'A link between two test definitions',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('Whether one replaces, needs or excludes the other').mandatory,
    role: text('The part the linked definition plays'),
    validFor: part(TimePeriod, 'When the link applies, from and until'),
  },
).naming('ServiceTestSpecification')

export const ServiceTestSpecificationRef = entity(
  'ServiceTestSpecificationRef',
  'A pointer to the definition a test follows',
  {
    id: text('Identifier of what is meant').mandatory,
    version: text('Which edition of the definition is meant'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const TestMeasure = type('TestMeasure', 'One value measured in a test', {
  accuracy: number('How many digits of the value can be trusted'),
  captureDateTime: dateTime('When the value was taken'),
  captureMethod: text('How the value was taken'),
  metricDescription: text('What the metric tells us, in words'),
  metricHref: text('Web address with more about the metric'),
  metricName: text('What the metric is called'),
  unitOfMeasure: text('The unit the value is given in'),
  ruleViolation: list(MeasureThresholdRuleViolation, 'Limits that this value broke'),
  value: part(Characteristic, 'The measured value itself, or a document of values'),
})

export const TestMeasureDefinition = type(
  'TestMeasureDefinition',
  'A definition of one thing a test should measure',
  {
    captureFrequency: text('How often to take a value'),
    captureMethod: text('How to take a value'),
    metricDescription: text('What the metric tells us, in words'),
    metricHref: text('Web address with more about the metric'),
    metricName: text('What the metric is called'),
    name: text('What this definition is called'),
    unitOfMeasure: text('The unit values should be given in'),
    valueType: text('Whether values are numbers, text or something else'),
    capturePeriod: part(Duration, 'How long each capture lasts'),
    thresholdRule: list(MetricDefMeasureThresholdRule, 'Limits the measured values should respect'),
    validFor: part(TimePeriod, 'When the definition applies, from and until'),
  },
)
