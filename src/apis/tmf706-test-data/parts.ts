/** Parts that only TMF706 has. */
import { text } from '../../declare/index.ts'
import { definitionType } from '../shared/testing.ts'

export const TestDataInstanceDefinition = definitionType(
  'TestDataInstanceDefinition',
  'A document that holds data for tests',
)

export const TestDataSchemaDefinition = definitionType(
  'TestDataSchemaDefinition',
  'A document that spells out the shape of test data',
).with({
  code: text('Code that the schema goes by'),
})
