/** TMF671 Promotion 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'
import { PromotionPattern } from './parts.ts'

export const Promotion = resource('Promotion', {
  meaning: 'A benefit that customers earn by what they do or buy',
  path: 'promotion',

  fields: {
    description: text('What the promotion is about, in words'),
    lastUpdate: dateTime('When the promotion was last changed').stampedOn('change'),
    lifecycleStatus: text('Where the promotion is in its life').orElse('In study'),
    name: text('What the promotion is called').mandatory,
    promotionType: text('What sort of promotion it is, such as a discount'),
    attachment: list(AttachmentRefOrValue, 'Documents or pictures that go with the promotion'),
    pattern: list(PromotionPattern, 'The conditions it sets and the benefits it gives').once,
    validFor: part(TimePeriod, 'When the promotion runs'),
  },

  findBy: ['name', 'lifecycleStatus', 'promotionType'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
