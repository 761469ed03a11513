/** Parts that only TMF704 has. */
import { definitionType } from '../shared/testing.ts'

export const NonFunctionalTestModelDefinition = definitionType(
  'NonFunctionalTestModelDefinition',
  'The file that holds a quality test model',
)

export const TestCaseDefinition = definitionType(
  'TestCaseDefinition',
  'A document that spells out a single test',
)

export const TestSuiteDefinition = definitionType(
  'TestSuiteDefinition',
  'A document that spells out a group of tests',
)
