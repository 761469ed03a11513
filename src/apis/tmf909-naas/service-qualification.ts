/** TMF909 Network as a Service 3.0. */
import { dateTime, entity, list, oneOf, part, resource, text, type, yesNo } from '../../declare/index.ts'
import { TerminationError } from '../shared/common.ts'
import { acknowledgedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceRef } from '../shared/resource.ts'
import { serviceStates } from '../shared/states.ts'
import { ServiceCategoryRef, ServiceSpecificationRef, serviceTies } from './parts.ts'

const ServiceRestriction = entity('ServiceRestriction', 'A service as it is wished for', {
  category: text('Whether it faces the customer or the resources'),
  name: text('What people call this service'),
  serviceType: text('What kind of service the business calls it'),
  ...serviceTies,
  serviceSpecification: part(ServiceSpecificationRef, 'Which definition the service is built from'),
  state: oneOf(serviceStates, 'Where the service stands, from feasibility check to termination'),
  supportingResource: list(ResourceRef, 'Resources the service runs on'),
})

const AlternateServiceProposal = type('AlternateServiceProposal', 'Something else that could be had', {
  id: text('Identifier of the proposal'),
  alternateServiceAvailabilityDate: dateTime('When it could be had'),
  alternateService: part(ServiceRestriction, 'What could be had instead'),
})

const ServiceEligibilityUnavailabilityReason = type(
  'ServiceEligibilityUnavailabilityReason',
  'Why a service cannot be had',
  {
    code: text('The short code for the reason'),
    label: text('The reason in readable words'),
  },
)

const relationship = <Name extends string>(name: Name, meaning: string) =>
  type(name, meaning, {
    id: text('Which one is at the other end'),
    relationshipType: text('How the two are tied, such as reliesOn'),
  })

const ServiceQualificationItem = type('ServiceQualificationItem', 'One service that is asked about', {
  id: text('Identifier within the list'),
  expectedActivationDate: dateTime('When the service should be switched on'),
  expectedServiceAvailabilityDate: dateTime('When the service is wanted'),
  expirationDate: dateTime('When the answer for this item lapses'),
  qualificationResult: text('Whether it can be had: qualified, alternate or unqualified'),
  state: text('How far the item has come'),
  alternateServiceProposal: list(AlternateServiceProposal, 'What could be had instead'),
  category: part(ServiceCategoryRef, 'The catalogue group the service belongs to'),
  eligibilityUnavailabilityReason: list(
    ServiceEligibilityUnavailabilityReason,
    'Why the service cannot be had',
  ),
  qualificationItemRelationship: list(
    relationship('ServiceQualificationItemRelationship', 'A tie from one item to another'),
    'How it is tied to other items',
  ),
  qualificationRelationship: list(
    relationship('ServiceQualificationRelationship', 'A tie to an item of another question'),
    'How it is tied to earlier questions',
  ),
  service: part(ServiceRestriction, 'The service that is wished for'),
  terminationError: list(TerminationError, 'Why the item could not be looked into'),
})

/** Whoever knows the network answers it, by a patch. */
export const ServiceQualification = resource('ServiceQualification', {
  meaning: 'A question whether the network can give certain services',
  path: 'serviceQualification',
  kind: 'NaasServiceQualification',
  isTask: true,
  nonEmpty: ['serviceQualificationItem'],

  fields: {
    description: text('What is asked, in words'),
    effectiveQualificationDate: dateTime('When the question was answered'),
    estimatedResponseDate: dateTime('When an answer is likely'),
    expectedQualificationDate: dateTime('When an answer is needed'),
    expirationDate: dateTime('When the answer lapses'),
    externalId: text('What the one who asks calls the question'),
    provideAlternative: yesNo('Whether to say what could be had instead'),
    provideOnlyAvailable: yesNo('Whether to leave out what cannot be had'),
    provideUnavailabilityReason: yesNo('Whether to say why something cannot be had'),
    qualificationResult: text('Whether all of it can be had: qualified, alternate or unqualified'),
    serviceQualificationDate: dateTime('When the question was asked').stampedOn('create'),
    state: text('How far the question has come'),
    relatedParty: list(RelatedParty, 'Who asks, and for whom'),
    serviceQualificationItem: list(ServiceQualificationItem, 'The services that are asked about').mandatory,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: acknowledgedTaskMoves },
  findBy: ['state', 'externalId', 'relatedParty.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
