/** TMF707 Test Result 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { TestSuiteExecutionRefOrValue, TestSuiteResultDefinition } from './parts.ts'

export const TestSuiteResult = resource('TestSuiteResult', {
  meaning: 'What came out of running a group of tests',
  path: 'testSuiteResult',

  fields: {
    testExecution: part(TestSuiteExecutionRefOrValue, 'The run this outcome came from').mandatory,
    testSuiteResultDefinition: part(TestSuiteResultDefinition, 'Document that holds the outcome').mandatory,
  },

  findBy: ['testExecution.id', 'testExecution.state'],
  announces: ['created', 'anyChange', 'deleted'],
})
