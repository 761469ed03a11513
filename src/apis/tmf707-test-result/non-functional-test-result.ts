/** TMF707 Test Result 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { NonFunctionalTestExecutionRefOrValue, NonFunctionalTestResultDefinition } from './parts.ts'

export const NonFunctionalTestResult = resource('NonFunctionalTestResult', {
  meaning: 'What came out of a quality test',
  path: 'nonFunctionalTestResult',

  fields: {
    nonFunctionalTestResultDefinition: part(
      NonFunctionalTestResultDefinition,
      'The outcome itself, or where it is found',
    ).mandatory,
    testExecution: part(NonFunctionalTestExecutionRefOrValue, 'The run that the outcome comes from')
      .mandatory,
  },

  findBy: ['testExecution.id', 'testExecution.state'],
  announces: ['created', 'anyChange', 'deleted'],
})
