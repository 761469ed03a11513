/** TMF653 Service Test 4.2.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRelationship, TargetEntitySchema } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { ServiceSpecificationRef } from '../shared/service.ts'
import { ServiceTestSpecRelationship, TestMeasureDefinition } from './parts.ts'

export const ServiceTestSpecification = resource('ServiceTestSpecification', {
  meaning: 'A definition of how to test a kind of service',
  path: 'serviceTestSpecification',

  fields: {
    description: text('What the definition covers, in words'),
    isBundle: yesNo('Whether it groups several definitions together'),
    lastUpdate: dateTime('When the definition was most recently changed').stampedOn('change'),
    lifecycleStatus: text('Whether it is in design, in use or retired'),
    name: text('What the definition is called').mandatory,
    version: text('Which edition of the definition this is'),
    attachment: list(AttachmentRefOrValue, 'Files and pictures that help explain it'),
    constraint: list(ConstraintRef, 'Rules that limit how it may be used'),
    entitySpecRelationship: list(EntitySpecificationRelationship, 'Links to other kinds of definition'),
    relatedParty: list(RelatedParty, 'Who looks after it or cares about it'),
    relatedServiceSpecification: list(ServiceSpecificationRef, 'Kinds of service this test is meant for')
      .mandatory,
    serviceTestSpecRelationship: list(ServiceTestSpecRelationship, 'Links to other test definitions'),
    specCharacteristic: list(CharacteristicSpecification, 'Settings a test of this kind can have'),
    targetEntitySchema: part(TargetEntitySchema, 'Where to find the schema of the resulting test'),
    testMeasureDefinition: list(TestMeasureDefinition, 'What each test should measure, and how'),
    validFor: part(TimePeriod, 'When the definition may be used, from and until').once,
  },

  findBy: ['name', 'lifecycleStatus', 'relatedServiceSpecification.id'],
  announces: ['created', 'changed', 'deleted'],
})
