/** Parts that only TMF628 has, or has otherwise than the shared ones. */
import { dateTime, entity, list, oneOf, part, reference, text, type, uri } from '../../declare/index.ts'
import { Duration, TimePeriod } from '../shared/common.ts'

export const CompressionType = type('CompressionType', 'How a file is packed to make it smaller', {
  compressionEnumType: oneOf(
    ['no_compression', 'gzip', 'vendor_ext', 'minor_ext'],
    'The packing method that was used',
  ),
})

export const DayOfMonthRecurrence = type(
  'DayOfMonthRecurrence',
  'Something that happens on certain days each month',
  {
    dates: dateTime('On which days of the month it happens'),
  },
)

export const DayOfWeekRecurrence = type(
  'DayOfWeekRecurrence',
  'Something that happens on certain days each week',
  {
    dates: dateTime('On which days of the week it happens'),
  },
)

export const PackingType = type('PackingType', 'Whether and how result files are packed together', {
  packingEnumType: oneOf(
    ['NO_PACKING', 'GZIP', 'TAR', 'VENDOR_EXT', 'MINOR_EXT'],
    'Which way of packing is used',
  ),
})

export const FileTransferData = type('FileTransferData', 'How files of results are to be handed over', {
  fileFormat: text('Format the files are written in'),
  fileLocation: uri('Where the files are put'),
  transportProtocol: text('Protocol the files are sent with'),
  compressionType: part(CompressionType, 'How the files are made smaller'),
  packingType: part(PackingType, 'How several files are packed together'),
  retentionPeriod: part(Duration, 'How long the files are kept'),
})

export const MonitoredClassCriteria = type(
  'MonitoredClassCriteria',
  'A choice of measured objects by their kind',
  {
    monitoredObjectClass: text('Kind of objects that are measured'),
    objectInstanceFilter: text('Filter that picks some objects of that kind, such as id=olt-1'),
  },
)

export const MonitoredInstancesCriteria = type(
  'MonitoredInstancesCriteria',
  'A choice of measured objects, one by one',
  {},
)

export const MonthlyScheduleDayOfWeekDefinition = type(
  'MonthlyScheduleDayOfWeekDefinition',
  'A monthly timetable that goes by weekdays',
  {
    recurringDaySequence: text('Which weekdays of the month, in what order'),
    dayOfMonthRecurrence: list(DayOfMonthRecurrence, 'Days in the month when it comes round'),
  },
)

export const PerformanceIndicatorSpecificationRef = reference(
  'PerformanceIndicatorSpecificationRef',
  'A pointer to the definition of a performance indicator',
  {
    version: text('Which edition of the definition is meant'),
  },
)

export const PerformanceIndicatorGroupSpecification = entity(
  'PerformanceIndicatorGroupSpecification',
  'A set of performance indicators defined together',
  {
    name: text('What the set of indicators is called').mandatory,
    performanceIndicatorSpecification: list(
      PerformanceIndicatorSpecificationRef,
      'The indicators that belong to the set',
    ).mandatory,
  },
)

export const PerformanceIndicatorSpecRelationship = entity(
  'PerformanceIndicatorSpecRelationship',
  'How one performance indicator is connected with another',
  {
    name: text('Name of the indicator at the other end'),
    relationshipType: text('In what way the two indicators are connected').mandatory,
    role: text('What part the indicator at the other end plays'),
    validFor: part(TimePeriod, 'When the connection holds').mandatory,
  },
)

/** What defines a performance indicator. */
export const indicatorFields = {
  derivationAlgorithm: text('The steps by which it is worked out'),
  derivationMethod: text('The simple calculation that yields it, such as an average'),
  description: text('What the indicator tells, in words'),
  indicatorCategory: text('Which family of similar indicators it belongs to'),
  indicatorUnit: text('What it is measured in, such as seconds'),
  name: text('What the indicator is called'),
  perspective: text('Whether it looks at one user or at many together'),
  collectionType: oneOf(
    ['cumulative', 'delta', 'discrete_event', 'gauge', 'status_inspection'],
    'How it is gathered, such as by gauge or counter',
  ),
  indicatorType: oneOf(
    ['string', 'int', 'float', 'double'],
    'Whether its values are whole numbers, fractions or text',
  ),
  performanceIndicatorSpecRelationship: list(
    PerformanceIndicatorSpecRelationship,
    'Other indicators it is connected with',
  ),
  validFor: part(TimePeriod, 'When the definition may be used'),
}

export const PerformanceIndicatorSpecificationRefOrValue = entity(
  'PerformanceIndicatorSpecificationRefOrValue',
  'The definition of a performance indicator, pointed to or written out',
  {
    ...indicatorFields,
    version: text('Which edition of the definition is meant'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ScheduleDefinition = type('ScheduleDefinition', 'When a job is to run', {
  recurringFrequency: text('How often the job runs within a day'),
  scheduleDefinitionEndTime: dateTime('When the schedule ends, never if not given'),
  scheduleDefinitionHourRange: text('During which hours of the day the job runs'),
  scheduleDefinitionStartTime: dateTime('When the schedule begins'),
  MonthlyScheduleDayOfWeekDefinition: part(
    MonthlyScheduleDayOfWeekDefinition,
    'On which weekdays of the month the job runs',
  ),
  WeeklyScheduledDefinition: list(DayOfWeekRecurrence, 'On which days of the week the job runs'),
})
