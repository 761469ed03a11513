/** Parts that the rules of TMF915 are made of. */
import { entity, text, type } from '../../declare/index.ts'

export const AlgorithmParams = type('AlgorithmParams', 'A value that an algorithm works with', {
  name: text('What the value is called'),
  value: text('The value itself'),
})

export const Consequence = entity('Consequence', 'What follows when a rule is crossed, or no longer is', {
  description: text('What follows, in words'),
  name: text('What the consequence is called'),
  prescribedAction: text('What should be done about it'),
})

export const Measurement = entity('Measurement', 'A figure that a rule watches', {
  collectionType: text('How the figure is gathered'),
  description: text('What the figure tells, in words'),
  measurementFormula: text('How the figure is worked out'),
  measurementType: text('Which sort of figure it is'),
  measurementUnit: text('Unit the figure is measured in'),
  name: text('What the figure is called'),
})

export const PerformanceAlarmSpecification = type(
  'PerformanceAlarmSpecification',
  'What the alarm says that is raised when a rule is crossed',
  {
    perfAlarmSpecAdditionalText: text('Further details the alarm gives'),
    perfAlarmSpecAlarmType: text('The area the alarm names, such as qualityOfServiceAlarm'),
    perfAlarmSpecProbableCause: text('What the alarm says led to it'),
    perfAlarmSpecSpecificProblem: text('What the alarm says is wrong exactly'),
    perfAlarmSpecSeverity: text('How serious the alarm says it is'),
    perfAlarmThresholdCrossingDescription: text('What the alarm says about the crossing'),
  },
)
