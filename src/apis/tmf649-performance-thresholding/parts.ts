/** Parts that only TMF649 has. */
import { integer, list, part, reference, text, type, uri } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { TypedCharacteristic } from '../shared/typed.ts'

export const ThresholdRuleRef = reference('ThresholdRuleRef', 'A pointer to a rule of a threshold', {}).typed

export const ThresholdRef = reference('ThresholdRef', 'A pointer to a threshold', {}).typed

export const PerformanceMeasurementRef = reference(
  'PerformanceMeasurementRef',
  'A pointer to the figure that is watched',
  { version: text('Which edition of the figure is meant') },
).typed

export const Consequence = type('Consequence', 'What follows when a rule is crossed, or no longer is', {
  description: text('What follows, in words'),
  name: text('What the consequence is called'),
  prescribedAction: text('What should be done about it'),
}).typed

export const PerformanceAlarmSpecification = type(
  'PerformanceAlarmSpecification',
  'What the alarm says that is raised when a rule is crossed',
  {
    perfAlarmSpecAdditionalText: text('Further details the alarm gives'),
    perfAlarmSpecAlarmType: text('The area the alarm names, such as qualityOfServiceAlarm'),
    perfAlarmSpecSeverity: text('How serious the alarm says it is'),
    perfAlarmSpecSpecificProblem: text('What the alarm says is wrong exactly'),
    perfAlarmProbableCause: text('What the alarm says led to it'),
  },
)

export const MonitoredObjectsCriteria = type('MonitoredObjectsCriteria', 'A choice of the things watched', {
  monitoredObjectFilter: text('A condition on the things, such as id=so-1,so-2'),
})

const HourRange = type('HourRange', 'A stretch of hours within a day', {
  startHour: text('When it begins, such as 09:00'),
  endHour: text('When it ends, such as 17:30'),
})

const DayOfWeekRecurrence = type('DayOfWeekRecurrence', 'Days on which something happens every week', {
  days: list('integer', 'The days, from 1 to 7'),
}).typed

const DayOfMonthRecurrence = type('DayOfMonthRecurrence', 'Days on which something happens every month', {
  days: list('integer', 'The days, from 1 to 31'),
}).typed

const MonthlyScheduleDayOfWeekDefinition = type(
  'MonthlyScheduleDayOfWeekDefinition',
  'A monthly timetable that goes by weekdays',
  {
    dayOfMonthRecurrence: list(DayOfMonthRecurrence, 'Days in the month when it comes round'),
    recurringDaySequence: text('Which weekdays of the month, in what order'),
  },
).typed

export const ScheduleDefinition = type('ScheduleDefinition', 'When a job is to run', {
  id: text('Identifier of the schedule within the job').mandatory,
  validFor: part(TimePeriod, 'Between which moments the schedule holds'),
  recurringFrequency: text('How often it runs within a day'),
  excludedDate: list('dateTime', 'Days on which it does not run'),
  scheduleDefinitionHourRange: list(HourRange, 'During which hours of the day it runs'),
  weeklyScheduleDefinition: list(DayOfWeekRecurrence, 'On which days of the week it runs'),
  monthlyScheduleDayOfMonthDefinition: list('dateTime', 'On which days of the month it runs'),
  monthlyScheduleDayOfWeekDefinition: part(
    MonthlyScheduleDayOfWeekDefinition,
    'On which weekdays of the month it runs',
  ),
  dateScheduleDefinition: list('dateTime', 'The moments at which it runs'),
}).typed

export const SimpleThresholdRule = type('SimpleThresholdRule', 'A rule that compares a figure with values', {
  conformanceComparatorLower: text('How a figure compares with the lower value when it crosses, such as LT'),
  conformanceComparatorUpper: text('How a figure compares with the upper value when it crosses, such as GT'),
  conformancePeriod: part(TimePeriod, 'When the rule has to be looked at'),
  conformanceTargetLower: integer('The lower value that a figure is compared with'),
  conformanceTargetUpper: integer('The upper value that a figure is compared with'),
  gracePeriods: integer('How many periods may pass without a figure'),
  thresholdTarget: integer('At how many percent of the value a warning is due'),
  tolerancePeriod: part(TimePeriod, 'How far the timing may stray'),
})

export const AlgorithmThresholdRule = type('AlgorithmThresholdRule', 'A rule that an algorithm decides', {
  algorithmParams: list(TypedCharacteristic, 'Values the algorithm works with'),
  algorithmRef: uri('Where the algorithm is'),
})
