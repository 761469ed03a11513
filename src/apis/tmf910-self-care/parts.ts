/** Parts that several resources of TMF910 have, and how it points to what other APIs have. */
import { dateTime, part, reference, type Shape, text, type } from '../../declare/index.ts'
import { Quantity as SharedQuantity, TimePeriod } from '../shared/common.ts'
import {
  RelatedParty as SharedRelatedParty,
  RelatedPartyRef as SharedRelatedPartyRef,
} from '../shared/party.ts'

export const Quantity = SharedQuantity.needing('amount', 'units')

export const RelatedPartyRef = SharedRelatedPartyRef.notNeeding('id')

export const RelatedParty = SharedRelatedParty.notNeeding('id').with({
  validFor: part(TimePeriod, 'From when until when they are involved'),
})

export const ValidFor = type('ValidFor', 'A stretch of time with a start, an end or both', {
  startDateTime: dateTime('When the period begins'),
  endDateTime: dateTime('When the period ends'),
})

/** A pointer as the file has most of them: under the number of the API it leads to, and without a need for an `id`. */
export function pointerTo<S extends Shape>(name: string, kind: string, meaning: string, more: S) {
  return reference(name, meaning, more).notNeeding('id').naming(kind)
}

/** What a pointer says of the edition it means. */
export const edition = { version: text('Which edition of it is meant') }
