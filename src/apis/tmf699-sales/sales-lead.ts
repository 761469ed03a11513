/** TMF699 Sales 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { ChannelRef, MarketSegmentRef, Money, Note, TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty } from '../shared/party.ts'
import { CategoryRef, ProductOfferingRef, ProductRef, ProductSpecificationRef } from '../shared/product.ts'
import { leadMoves, leadStates } from './moves.ts'
import { MarketingCampaignRef, SalesOpportunityRef } from './parts.ts'

export const SalesLead = resource('SalesLead', {
  meaning: 'Someone interested who might become a customer',
  path: 'salesLead',

  fields: {
    creationDate: dateTime('When it was first recorded').stampedOn('create').serverOwned,
    description: text('What the interest is about, in words'),
    name: text('What the lead is called').mandatory,
    rating: text('How likely a sale is: hot, warm or cold'),
    referredDate: dateTime('When word of the possible customer came in'),
    statusChangeDate: dateTime('When its status last changed').afterwards,
    statusChangeReason: text('Why its status last changed'),
    type: text('What kind of lead it is'),
    category: part(CategoryRef, 'The catalog category they are interested in'),
    channel: part(ChannelRef, 'The sales channel it came through'),
    estimatedRevenue: part(Money, 'How much a sale would be likely to bring'),
    marketSegment: part(MarketSegmentRef, 'The part of the market it belongs to'),
    marketingCampaign: part(MarketingCampaignRef, 'The campaign that brought it'),
    note: list(Note, 'What people have said about the lead'),
    priority: oneOf(['low', 'medium', 'high'], 'How urgently it should be followed up'),
    product: part(ProductRef, 'The product it is about'),
    productOffering: part(ProductOfferingRef, 'The catalog offer it is about'),
    productSpecification: part(ProductSpecificationRef, 'The specification of the product it is about'),
    prospectContact: list(ContactMedium, 'How the possible customer can be reached'),
    relatedParty: list(RelatedParty, 'Who is involved in the lead, and how'),
    salesOpportunity: part(SalesOpportunityRef, 'The possible deal that it belongs to'),
    status: oneOf(leadStates, 'How far the lead has come').afterwards,
    validFor: part(TimePeriod, 'When the lead is worth following'),
  },

  lifecycle: { of: 'status', starts: 'acknowledged', moves: leadMoves, movedAt: 'statusChangeDate' },
  findBy: ['status', 'priority', 'relatedParty.id', 'productOffering.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
