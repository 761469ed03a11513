/** Parts that only TMF671 has, or has otherwise than the shared ones. */
import { integer, list, part, text, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { EntityRef } from '../shared/entity-catalog.ts'

export const PromotionAction = type(
  'PromotionAction',
  'What a customer gains by meeting the conditions of a promotion',
  {
    id: text('Identifier of this promotion action'),
    actionType: text('What sort of benefit is given, such as points or data').mandatory,
    actionValue: text('How large the benefit is'),
    actionEntityRef: part(EntityRef, 'What the benefit goes to, such as an account or offering'),
  },
)

export const PromotionCriteria = type('PromotionCriteria', 'One condition that a promotion sets', {
  id: text('Identifier of this promotion criteria'),
  criteriaOperator: text('How to compare, such as equal or greater than').mandatory,
  criteriaParameter: text('The factor that the condition looks at').mandatory,
  criteriaValue: text('What the factor is compared with').mandatory,
})

export const PromotionCriteriaGroup = type(
  'PromotionCriteriaGroup',
  'Conditions to be met together to earn a benefit',
  {
    id: text('Identifier of this promotion criteria group'),
    criteriaLogicalRelationship: text('Whether all of the conditions or any must be met'),
    groupName: text('What the group of conditions is called'),
    criteria: list(PromotionCriteria, 'The conditions that make up the group').mandatory,
  },
)

export const PromotionPattern = type(
  'PromotionPattern',
  'What a promotion asks of customers and gives in return',
  {
    id: text('Identifier of this promotion pattern'),
    criteriaGroupLogicalRelationship: text('Whether all of the groups or any must be met'),
    description: text('How the pattern works, in words'),
    name: text('What the pattern is called for short'),
    priority: integer('Which pattern goes first, lowest number ahead'),
    action: list(PromotionAction, 'The benefits given once the conditions are met').mandatory,
    criteriaGroup: list(PromotionCriteriaGroup, 'The groups of conditions to be met').mandatory,
    validFor: part(TimePeriod, 'When the pattern can be used'),
  },
)
