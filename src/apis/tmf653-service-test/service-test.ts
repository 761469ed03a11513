/** TMF653 Service Test 4.2.0. */
import { dateTime, list, type Moves, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ServiceRef } from '../shared/service.ts'
import { ServiceTestSpecificationRef, TestMeasure } from './parts.ts'

/** How tests come to their end; the file leaves the states open. */
export const serviceTestMoves: Moves<'acknowledged' | 'inProgress' | 'completed' | 'failed'> = {
  acknowledged: { inProgress: 'client', completed: 'client', failed: 'client' },
  inProgress: { completed: 'client', failed: 'client' },
  completed: {},
  failed: {},
}

export const ServiceTest = resource('ServiceTest', {
  meaning: 'One run of a test on a working service',
  path: 'serviceTest',

  fields: {
    description: text('What the test is for, in words'),
    endDateTime: dateTime('When the test stopped'),
    mode: text('Whether the test runs proactively or on demand'),
    name: text('What the test is called').mandatory,
    startDateTime: dateTime('When the test began'),
    state: text('How far the test has got'),
    characteristic: list(Characteristic, 'Settings used for this run'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    relatedService: part(ServiceRef, 'The service under test').mandatory,
    testMeasure: list(TestMeasure, 'What was measured during the run'),
    testSpecification: part(ServiceTestSpecificationRef, 'The definition this test follows').mandatory,
    validFor: part(TimePeriod, 'How long the results can be relied on'),
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: serviceTestMoves, isOpen: true },
  findBy: ['state', 'name', 'relatedService.id', 'testSpecification.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
