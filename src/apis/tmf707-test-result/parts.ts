/** Parts that only TMF707 has: the runs that results come from, and the files that hold the results. */
import { entity, text } from '../../declare/index.ts'
import {
  definitionType,
  nonFunctionalRunFields,
  testCaseRunFields,
  testSuiteRunFields,
} from '../shared/testing.ts'

const pointer = {
  name: text('Name of what is referred to'),
  '@referredType': text('Type of what is referred to'),
}

export const NonFunctionalTestExecutionRefOrValue = entity(
  'NonFunctionalTestExecutionRefOrValue',
  'A quality test run, pointed to or given whole',
  { ...nonFunctionalRunFields, ...pointer },
)

export const TestCaseExecutionRefOrValue = entity(
  'TestCaseExecutionRefOrValue',
  'A run of one test, referred to or given in full',
  { ...testCaseRunFields, ...pointer },
)

export const TestSuiteExecutionRefOrValue = entity(
  'TestSuiteExecutionRefOrValue',
  'A run of grouped tests, referred to or given in full',
  { ...testSuiteRunFields, ...pointer },
)

export const NonFunctionalTestResultDefinition = definitionType(
  'NonFunctionalTestResultDefinition',
  'The file that holds the outcome of a quality test',
)

export const TestCaseResultDefinition = definitionType(
  'TestCaseResultDefinition',
  'A document that holds the outcome of a single test',
)

export const TestSuiteResultDefinition = definitionType(
  'TestSuiteResultDefinition',
  'A document that holds the outcome of grouped tests',
)
