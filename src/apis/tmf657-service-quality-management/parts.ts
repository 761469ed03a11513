/** Parts that only TMF657 has, or has otherwise than the shared ones. */
import { entity, list, part, text, type } from '../../declare/index.ts'
import { RelatedEntity, TimePeriod } from '../shared/common.ts'

export const ServiceLevelObjectiveRef = entity(
  'ServiceLevelObjectiveRef',
  'A reference to a goal for service quality',
  {
    id: text('Identifier of what is meant').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const ServiceLevelSpecConsequence = type(
  'ServiceLevelSpecConsequence',
  'What a provider faces when a service goal is missed',
  {
    prescribedAction: text('What should be done when the goal is missed'),
    validFor: part(TimePeriod, 'When the consequence applies'),
  },
)

export const ServiceLevelSpecParameter = type(
  'ServiceLevelSpecParameter',
  'Something measured to judge how good a service is',
  {
    name: text('What the measure is called'),
    parameterType: text('Whether it measures quality as perceived or plain performance'),
    serviceParmCategory: text('Whether it is tied to a technology, a service or neither'),
    serviceParmPerspective: text('Whether it covers one user or many together'),
    transformationAlgorithmOfKQI: text('How a quality value is worked out, step by step'),
    relatedEntity: list(RelatedEntity, 'What else the measure has to do with'),
    validFor: part(TimePeriod, 'When the measure applies'),
  },
)
