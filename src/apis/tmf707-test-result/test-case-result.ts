/** TMF707 Test Result 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { TestCaseExecutionRefOrValue, TestCaseResultDefinition } from './parts.ts'

export const TestCaseResult = resource('TestCaseResult', {
  meaning: 'What came out of running a single test',
  path: 'testCaseResult',

  fields: {
    testCaseResultDefinition: part(TestCaseResultDefinition, 'Document that holds the outcome').mandatory,
    testExecution: part(TestCaseExecutionRefOrValue, 'The run this outcome came from').mandatory,
  },

  findBy: ['testExecution.id', 'testExecution.state'],
  announces: ['created', 'anyChange', 'deleted'],
})
