/** TMF915 AI Management 4.0.0. */
import { list, part, reference, resource, text } from '../../declare/index.ts'
import { EntityRef } from '../shared/entity-catalog.ts'
import { serviceMoves } from '../shared/lifecycles.ts'
import { ResourceRef } from '../shared/resource.ts'
import { ServiceSpecificationRef } from '../shared/service.ts'
import { suiteServiceFields } from '../shared/suite-service.ts'
import { AiModelSpecificationValue } from './ai-model-specification.ts'

const SoftwareRef = reference('SoftwareRef', 'A pointer to software', {
  softwareVersion: text('Which edition of the software is meant'),
})

/** A model at work is a service, with what it was trained on and what it runs on. */
export const AiModel = resource('AiModel', {
  meaning: 'An AI model that is at work, or is to be',
  path: 'aiModel',
  nonEmpty: ['software'],

  fields: {
    ...suiteServiceFields,
    aiModelSpecification: part(AiModelSpecificationValue, 'The design the model is made from').mandatory,
    gpu: part(ResourceRef, 'The graphics processor it computes on'),
    serviceSpecification: part(ServiceSpecificationRef, 'The design of the service it gives'),
    software: list(SoftwareRef, 'The software it runs on').mandatory,
    trainingData: part(EntityRef, 'What it was trained on'),
  },

  lifecycle: { of: 'state', starts: 'feasibilityChecked', moves: serviceMoves },
  findBy: ['state', 'name', 'aiModelSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Assurance, usage & events'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
