/** Parts that only TMF645 has, or has otherwise than the shared ones. */
import { dateTime, itemId, list, part, text, type } from '../../declare/index.ts'
import { TerminationError } from '../shared/common.ts'
import { ServiceCategoryRef, ServiceRefOrValue } from '../shared/service.ts'

export const AlternateServiceProposal = type(
  'AlternateServiceProposal',
  'An offer of something else when the service is unavailable',
  {
    id: text('Identifier of this alternate service proposal'),
    alternateServiceAvailabilityDate: dateTime('When the service could be ready instead'),
    alternateService: part(ServiceRefOrValue, 'Which service is offered in place of the first'),
  },
)

export const ServiceEligibilityUnavailabilityReason = type(
  'ServiceEligibilityUnavailabilityReason',
  'One explanation of why a service cannot be had',
  {
    code: text('Short code for why the service is unavailable'),
    label: text('Readable text for why the service is unavailable'),
    technicalReason: text('What stands in the way, in measured facts'),
    suggestedAction: text('What would help'),
  },
)

export const ServiceQualificationItemRelationship = type(
  'ServiceQualificationItemRelationship',
  'A link between two items of the same check',
  {
    id: text('Identifier of this service qualification item relationship'),
    relationshipType: text('How the two items depend on each other'),
  },
)

export const ServiceQualificationRelationship = type(
  'ServiceQualificationRelationship',
  'A link between one service check and another',
  {
    id: text('Identifier of this service qualification relationship'),
    relationshipType: text('How the two checks are connected'),
  },
)

export const CheckServiceQualificationItem = type(
  'CheckServiceQualificationItem',
  'A line of a check, dealing with one service',
  {
    id: itemId('Identifier within the list'),
    expectedActivationDate: dateTime('When the service should be switched on'),
    expectedServiceAvailabilityDate: dateTime('When the requester wants the service to be available'),
    expirationDate: dateTime('When the answer for this line stops being valid'),
    qualificationResult: text('Outcome for this line: qualified, alternate or unqualified'),
    state: text('How far the line has got'),
    alternateServiceProposal: list(AlternateServiceProposal, 'What could be offered instead if unavailable'),
    category: part(ServiceCategoryRef, 'Which catalogue group the service is looked for in'),
    eligibilityUnavailabilityReason: list(
      ServiceEligibilityUnavailabilityReason,
      'Why the service cannot be provided',
    ),
    qualificationItemRelationship: list(
      ServiceQualificationItemRelationship,
      'Other lines of the same check tied to this one',
    ),
    qualificationRelationship: list(
      ServiceQualificationRelationship,
      'How this line depends on other parts of the check',
    ),
    service: part(ServiceRefOrValue, 'Which service to check, and how it is configured'),
    terminationError: list(TerminationError, 'What went wrong and cut the check short'),
  },
)

export const ServiceQualificationItem = type(
  'ServiceQualificationItem',
  'One service within a feasibility check',
  {
    id: itemId('Identifier within the list'),
    expectedActivationDate: dateTime('When the service should be switched on'),
    expectedServiceAvailabilityDate: dateTime('When the requester would like to have the service'),
    expirationDate: dateTime('When the answer for this item lapses'),
    category: part(ServiceCategoryRef, 'The catalogue group the service belongs to'),
    service: part(ServiceRefOrValue, 'The service being checked, with its chosen settings'),
  },
)
