/** Parts that only TMF685 has, or has otherwise than the shared ones. */
import { dateTime, entity, integer, list, part, reference, text, type, uri } from '../../declare/index.ts'
import { ChannelRef as SharedChannelRef } from '../shared/common.ts'
import { RelatedPartyRef as SharedRelatedPartyRef } from '../shared/party.ts'
import { PlaceRef as SharedPlaceRef } from '../shared/place.ts'
import { ProductOfferingRef as SharedProductOfferingRef } from '../shared/product.ts'

export const ApplicableTimePeriod = type(
  'ApplicableTimePeriod',
  'A time span in which capacity or demand counts',
  {
    dayOfWeek: text('Which weekdays it covers, as numbers'),
    fromToDateTime: dateTime('When the covered span starts and stops'),
    rangeInterval: text('Which end points count as part of the span'),
    validFor: text('How long the schedule matters to the business'),
  },
)

export const ResourceCollectionRef = type('ResourceCollectionRef', 'A pointer to a group of resources', {
  '@referredType': text('Type of what is referred to'),
  href: uri('Where it can be read'),
  name: text('What the group is called'),
  objectId: text('The resources that make up the group'),
})

export const ResourcePool = entity('ResourcePool', 'A shared stock of resources to draw from', {
  description: text('What the pool holds, in plain words'),
  relatedParty: text('Who draws on the pool'),
  resourceCollection: list(ResourceCollectionRef, 'The groups of resources inside the pool'),
})

export const PlaceRef = SharedPlaceRef.notNeeding('id')

export const ResourceCapacityDemand = type(
  'ResourceCapacityDemand',
  'A call on capacity, planned or already used',
  {
    capacityDemandAmount: text('How much capacity is called for, with its unit'),
    resourcePool: part(ResourcePool, 'The pool the capacity comes from'),
    applicableTimePeriod: part(ApplicableTimePeriod, 'The time span the demand covers'),
    place: part(PlaceRef, 'Where the capacity is needed'),
  },
)

export const RelatedPartyRef = SharedRelatedPartyRef.notNeeding('id')

export const ResourceRef = reference('ResourceRef', 'A pointer to equipment, a number or other resource', {
  description: text('What the resource is, in words'),
  id: text('Identifier of what is meant'),
  state: text('Where the resource is in its life'),
  type: text('Which sort of resource it is'),
  place: list(PlaceRef, 'Where the resource is found'),
  characteristic: list('any', 'Details of the resource, as names and values'),
  resourceRelationship: list('any', 'How it is tied to other resources'),
  relatedParty: list(RelatedPartyRef, 'Who is involved, and in which role'),
})

export const AppliedCapacityAmount = type(
  'AppliedCapacityAmount',
  'A share of capacity given to meet a demand',
  {
    appliedDemandAmount: text('How much of the demand is being met'),
    resourceCapacityDemand: part(ResourceCapacityDemand, 'The demand this share goes towards'),
    resource: list(ResourceRef, 'The resources allotted to the demand'),
  },
)

export const ChannelRef = SharedChannelRef.notNeeding('id')

export const ProductOfferingRef = SharedProductOfferingRef.notNeeding('id').with({
  bundledProductOffering: list('any', 'Offerings inside the one pointed to'),
})

export const RequestedPeriod = type('RequestedPeriod', 'A stretch of time for which resources are wanted', {
  daysOfWeek: text('Which weekdays are wanted, as numbers'),
  fromToDateTime: dateTime('When the wanted use starts and stops'),
  rangeInterval: text('Which end points count as part of the range'),
  validFor: text('How long the schedule matters to the business'),
})

export const ReservationItem = type('ReservationItem', 'One line of a reservation', {
  quantity: integer('How many are set aside'),
  subReservationState: text('Where this line is in its life'),
  resourceCapacity: part(ResourceCapacityDemand, 'How much capacity the line calls for'),
  appliedCapacityAmount: part(AppliedCapacityAmount, 'How much capacity was actually allotted'),
})

export const ResourcePoolRef = type('ResourcePoolRef', 'A pointer to a pool of resources', {
  '@referredType': text('Type of what is referred to'),
  href: uri('Where it can be read'),
  id: text('Identifier of the pool'),
  resourceCollection: list(ResourceCollectionRef, 'The groups of resources meant'),
})

/** What putting resources into a pool and taking them out have alike; the file leaves both tasks empty. */
export const movementFields = {
  resourcePool: part(ResourcePoolRef, 'The pool, and the groups of resources that go in or out'),
  capacityAmount: text('How much capacity goes in or out, with its unit'),
}
