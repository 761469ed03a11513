/** Parts that any resource may use: periods, quantities, notes, attachments, characteristics. */
import {
  base64,
  dateTime,
  entity,
  integer,
  itemId,
  number,
  part,
  reference,
  text,
  type,
  uri,
} from '../../declare/index.ts'

export const Money = entity('Money', 'A sum in a named currency', {
  unit: text('Three-letter currency code, such as EUR'),
  value: number('The sum, which may be positive or negative'),
})

export const TimePeriod = entity('TimePeriod', 'A stretch of time with a start, an end or both', {
  endDateTime: dateTime('When the period ends'),
  startDateTime: dateTime('When the period begins'),
})

export const AppointmentRef = entity('AppointmentRef', 'A pointer to an arranged visit or meeting', {
  id: text('Identifier of what is meant').mandatory,
  description: text('What the visit or meeting is about'),
  '@referredType': text('Type of what is referred to'),
})

export const Quantity = type('Quantity', 'A number with its unit', {
  amount: number('How many or how much'),
  units: text('Unit the number is counted in'),
})

export const AttachmentRefOrValue = entity(
  'AttachmentRefOrValue',
  'An attachment given in full, or pointed to elsewhere',
  {
    attachmentType: text('What sort of material is attached, such as picture'),
    content: base64('File data in base64, when included here'),
    description: text('What a reader will find in the attachment'),
    mimeType: text('Media format of the attached file'),
    name: text('What the attachment is called'),
    url: uri('Web address of the attached file'),
    size: part(Quantity, 'How large the attached file is'),
    validFor: part(TimePeriod, 'When the attachment applies'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ChannelRef = reference('ChannelRef', 'A pointer to a route for sales or customer contact', {})

export const ConstraintRef = reference('ConstraintRef', 'A pointer to a rule that must be respected', {
  version: text('Which edition of the rule is meant'),
})

export const CreditProfile = type('CreditProfile', 'A finding on how safely someone can be given credit', {
  creditProfileDate: dateTime('When the credit check was made').mandatory,
  creditRiskRating: integer('How risky it is to give credit, as a number'),
  creditScore: integer('How likely the party is to pay, as a score'),
  validFor: part(TimePeriod, 'When this credit finding holds good').mandatory,
})

export const Duration = type('Duration', 'A length of time', {
  amount: integer('How many units of time it lasts'),
  units: text('Unit the time is counted in, such as hours'),
})

export const Entitlement = type('Entitlement', 'What someone is allowed to do with something', {
  id: text('Identifier of this entitlement'),
  action: text('How much they are allowed to do'),
  function: text('The ability of the asset that is opened to them'),
})

export const ExternalIdentifier = entity(
  'ExternalIdentifier',
  'A number given to something by another system',
  {
    id: text('Identifier of what is meant').mandatory,
    externalIdentifierType: text('What kind of thing the number stands for there'),
    owner: text('The outside system where the thing lives'),
  },
)

export const ExternalReference = entity('ExternalReference', 'What a party is known by in another system', {
  externalReferenceType: text('Which sort of outside reference it is'),
  name: text('The reference used in the other system'),
})

export const MarketSegmentRef = reference(
  'MarketSegmentRef',
  'A pointer to the group of customers an offering targets',
  {},
)

export const Note = type('Note', 'A comment someone has added', {
  id: itemId('Identifier within the list'),
  href: uri('Where it can be read'),
  author: text('Who wrote the comment'),
  date: dateTime('When the comment was written'),
  text: text('What the comment says'),
})

export const OrderItemRelationship = entity(
  'OrderItemRelationship',
  'A link from one order item to another',
  {
    relationshipType: text('How the two order items are linked'),
  },
)

export const RelatedChannel = entity('RelatedChannel', 'A sales or contact channel, such as web or app', {
  id: text('Identifier of what is meant').mandatory,
  name: text('What the channel is called'),
  role: text('The part the channel played here'),
  '@referredType': text('Type of what is referred to'),
})

export const RelatedEntity = reference('RelatedEntity', 'A pointer to a linked item of any kind', {
  role: text('Part the linked item plays').mandatory,
})

export const RelatedEntityRefOrValue = entity(
  'RelatedEntityRefOrValue',
  'Some other thing of any kind, pointed to or given whole',
  {
    name: text('What the other thing is called'),
    role: text('What part the other thing plays').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const SLARef = reference('SLARef', 'A pointer to an agreed level of service', {})

export const ShoppingCartRef = entity('ShoppingCartRef', 'A reference to a shopping cart', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const TargetResourceSchema = type(
  'TargetResourceSchema',
  'A pointer to the schema a resource must follow',
  {},
)

export const TerminationError = type('TerminationError', 'A fault that stopped an item from being checked', {
  id: text('Identifier of this termination error'),
  value: text('What went wrong, in words'),
})

export const TroubleTicketRef = reference('TroubleTicketRef', 'A pointer to a trouble ticket', {})
