/** TMF909 Network as a Service 3.0: tests of services, and what they measure. */
import { list, part, resource, text } from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import {
  ServiceTestSpecificationRef as LaterServiceTestSpecificationRef,
  TestMeasure as LaterTestMeasure,
  TestMeasureDefinition as LaterTestMeasureDefinition,
  MeasureThresholdRuleViolation,
  MetricDefMeasureThresholdRule,
} from '../tmf653-service-test/parts.ts'
import { ServiceTest as LaterServiceTest, serviceTestMoves } from '../tmf653-service-test/service-test.ts'
import { ServiceRef, ServiceSpecificationRef } from './parts.ts'

const TestMeasure = LaterTestMeasure.with({
  ruleViolation: list(
    MeasureThresholdRuleViolation.without('conformanceComparatorExact', 'conformanceTargetExact'),
    'Limits that this value broke',
  ),
  value: part(PlainCharacteristic, 'The measured value itself, or a document of values'),
})

const TestMeasureDefinition = LaterTestMeasureDefinition.with({
  thresholdRule: list(
    MetricDefMeasureThresholdRule.without('conformanceComparatorExact', 'conformanceTargetExact'),
    'Limits the measured values should respect',
  ),
})

const { relatedParty: _relatedParty, validFor: _validFor, ...told } = LaterServiceTest.fields

export const ServiceTest = resource('ServiceTest', {
  meaning: 'One run of a test on a service of the network',
  path: 'serviceTest',
  kind: 'NaasServiceTest',

  fields: {
    ...told,
    characteristic: list(PlainCharacteristic, 'Settings used for this run'),
    relatedService: part(ServiceRef, 'The service under test').mandatory,
    testMeasure: list(TestMeasure, 'What was measured during the run'),
    testSpecification: part(
      LaterServiceTestSpecificationRef.naming('NaasServiceTestSpecification'),
      'The definition this test follows',
    ).mandatory,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: serviceTestMoves, isOpen: true },
  findBy: ['state', 'name', 'relatedService.id', 'testSpecification.id'],
  announces: ['created', 'changed', 'deleted'],
})

export const ServiceTestSpecification = resource('ServiceTestSpecification', {
  meaning: 'A definition of how to test a kind of service',
  path: 'serviceTestSpecification',
  kind: 'NaasServiceTestSpecification',

  fields: {
    description: text('What the definition covers, in words'),
    name: text('What the definition is called').mandatory,
    version: text('Which edition of the definition this is'),
    relatedServiceSpecification: part(ServiceSpecificationRef, 'The kind of service this test is meant for')
      .mandatory,
    testMeasureDefinition: list(TestMeasureDefinition, 'What each test should measure, and how'),
    validFor: part(TimePeriod, 'When the definition may be used, from and until').once,
  },

  findBy: ['name', 'relatedServiceSpecification.id'],
  announces: ['created', 'changed', 'deleted'],
})
