/** TMF635 Usage Management 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { RelatedParty } from '../shared/party.ts'
import { RatedProductUsage, UsageCharacteristic, UsageSpecificationRef } from './parts.ts'

export const Usage = resource('Usage', {
  meaning: 'A recorded use of something, which may be charged for',
  path: 'usage',

  fields: {
    description: text('What was used, in plain words'),
    usageDate: dateTime('When the use took place'),
    usageType: text('What sort of use it was'),
    ratedProductUsage: list(RatedProductUsage, 'How this use has been priced'),
    relatedParty: list(RelatedParty, 'Who is involved in the usage, and in which role'),
    status: oneOf(
      ['received', 'rejected', 'recycled', 'guided', 'rated', 'rerated', 'billed'],
      'How far the record has got, from received to billed',
    ),
    usageCharacteristic: list(UsageCharacteristic, 'Facts recorded about this use'),
    usageSpecification: part(UsageSpecificationRef, 'Which definition this record follows'),
  },

  lifecycle: {
    of: 'status',
    starts: 'received',
    moves: {
      received: { guided: 'client', rejected: 'client' },
      rejected: { recycled: 'client' },
      recycled: { guided: 'client', rejected: 'client' },
      guided: { rated: 'client', rejected: 'client' },
      rated: { rerated: 'client', billed: 'client', rejected: 'client' },
      rerated: { billed: 'client', rejected: 'client' },
      billed: {},
    },
  },
  findBy: ['status', 'usageType', 'usageDate', 'usageSpecification.id', 'relatedParty.id'],
  announces: ['created', 'changed', 'deleted', 'stateChanged'],
})
