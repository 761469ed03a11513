/** Parts that only TMF709 has. */
import { definitionType } from '../shared/testing.ts'

export const TestScenarioDefinition = definitionType(
  'TestScenarioDefinition',
  'A document that spells out a situation to test',
)
