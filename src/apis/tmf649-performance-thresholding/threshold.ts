/** TMF649 Performance Thresholding 5.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { ThresholdRuleRef } from './parts.ts'

export const Threshold = resource('Threshold', {
  meaning: 'A set of rules that figures are held against',
  path: 'threshold',
  needsType: true,
  clientMayChooseId: true,
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: {
    description: text('What the threshold is for, in words'),
    name: text('What the threshold is called').mandatory,
    thresholdRule: list(ThresholdRuleRef, 'The rules that belong to it').mandatory,
  },
  nonEmpty: ['thresholdRule'],

  findBy: ['name', 'thresholdRule.id'],
  announces: ['created', 'changed', 'deleted'],
})
