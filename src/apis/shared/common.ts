/** Parts that any resource may use: periods, quantities, notes, attachments, characteristics. */
import {
  any,
  base64,
  dateTime,
  entity,
  integer,
  itemId,
  list,
  number,
  part,
  reference,
  text,
  type,
  uri,
  yesNo,
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

export const EntityRef = reference('EntityRef', 'A pointer to anything that has an identity', {})

export const AssociationRole = type('AssociationRole', 'One end of a link and the part it plays', {
  isSource: yesNo('Whether the link starts at this end'),
  role: text('The part that this end plays in the link').mandatory,
  entity: part(EntityRef, 'The thing at this end of the link').mandatory,
})

export const AssociationSpecificationRef = reference(
  'AssociationSpecificationRef',
  'A pointer to the design of an association',
  {},
)

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

export const CharacteristicRelationship = entity(
  'CharacteristicRelationship',
  'A tie from one characteristic to another',
  {
    relationshipType: text('How the two characteristics are connected'),
  },
)

export const Characteristic = type('Characteristic', 'A named feature and its value', {
  id: text('Identifier of this characteristic'),
  name: text('What the feature is called').mandatory,
  valueType: text('What kind of value it holds, such as text'),
  characteristicRelationship: list(CharacteristicRelationship, 'Other features linked to this one'),
  value: any('What the feature is set to').mandatory,
})

/** Some APIs know a characteristic by its name alone, without relationships. */
export const PlainCharacteristic = Characteristic.without('characteristicRelationship')
export const ChannelRef = reference('ChannelRef', 'A pointer to a route for sales or customer contact', {})

export const CharacteristicSpecificationRelationship = entity(
  'CharacteristicSpecificationRelationship',
  'A tie from one characteristic design to another',
  {
    characteristicSpecificationId: text('Which characteristic is at the other end'),
    name: text('What the other characteristic is called'),
    parentSpecificationHref: uri('Web address of the specification that holds it'),
    parentSpecificationId: text('Which specification holds the other characteristic'),
    relationshipType: text('How the two are tied, such as dependency'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const CharacteristicValueSpecification = type(
  'CharacteristicValueSpecification',
  'A value, or range of values, a feature may take',
  {
    isDefault: yesNo('Whether this value is used when none is chosen'),
    rangeInterval: text('Which ends of the range count as allowed'),
    regex: text('Pattern the value has to match'),
    unitOfMeasure: text('Unit the value is measured in'),
    valueFrom: integer('Lowest value in the allowed range'),
    valueTo: integer('Highest value in the allowed range'),
    valueType: text('What kind of value this is, such as a number'),
    validFor: part(TimePeriod, 'When this value may be used'),
    value: any('The single value allowed or chosen'),
  },
)

export const CharacteristicSpecification = type(
  'CharacteristicSpecification',
  'The rules for one characteristic, such as speed',
  {
    id: text('Identifier of this characteristic specification'),
    configurable: yesNo('Whether a value can be set for it'),
    description: text('What the characteristic means, in words'),
    extensible: yesNo('Whether values outside the list may be added'),
    isUnique: yesNo('Whether no two things may share a value'),
    maxCardinality: integer('The most values it may hold'),
    minCardinality: integer('The fewest values it may hold'),
    name: text('What the characteristic is called'),
    regex: text('The text pattern its values must follow'),
    valueType: text('Which sort of value it takes, such as text'),
    charSpecRelationship: list(
      CharacteristicSpecificationRelationship,
      'How it is tied to other characteristics',
    ),
    characteristicValueSpecification: list(
      CharacteristicValueSpecification,
      'The values it may take, with any default',
    ),
    validFor: part(TimePeriod, 'When the characteristic can be used'),
    '@valueSchemaLocation': text('Where to find the schema of its values'),
  },
)

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

export const EntitySpecificationRef = reference(
  'EntitySpecificationRef',
  'A pointer to the definition of a kind of thing',
  {
    version: text('Which edition of the definition is meant'),
  },
)

export const EntitySpecificationRelationship = reference(
  'EntitySpecificationRelationship',
  'A tie from one design to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the two designs are tied, such as substitution').mandatory,
    role: text('The part the other design plays'),
    associationSpec: part(AssociationSpecificationRef, 'The design of the association between them'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

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

export const FeatureRelationship = entity('FeatureRelationship', 'A tie from one feature to another', {
  name: text('What the feature at the other end is called').mandatory,
  relationshipType: text('How the two features are connected').mandatory,
  validFor: part(TimePeriod, 'From when until when the tie between features holds'),
})

export const Feature = entity('Feature', 'A capability that can be switched on and set up', {
  isBundle: yesNo('Whether this stands for a group of features'),
  isEnabled: yesNo('Whether the feature is switched on'),
  name: text('What people call this feature').mandatory,
  constraint: list(ConstraintRef, 'Rules that limit how the feature is used'),
  featureCharacteristic: list(Characteristic, 'Settings that belong to the feature').mandatory,
  featureRelationship: list(FeatureRelationship, 'Other features tied to this one'),
})

export const FeatureSpecificationCharacteristicRelationship = entity(
  'FeatureSpecificationCharacteristicRelationship',
  'A tie from one feature setting to another',
  {
    characteristicId: text('Which setting is at the other end'),
    featureId: text('Which feature the other setting belongs to'),
    name: text('What the other setting is called'),
    relationshipType: text('How the two settings are tied, such as exclusivity'),
    resourceSpecificationHref: uri('Web address of the resource design that holds it'),
    resourceSpecificationId: text('Which resource design holds the other setting'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const FeatureSpecificationCharacteristic = type(
  'FeatureSpecificationCharacteristic',
  'The rules for one setting of a feature',
  {
    id: text('Identifier of this feature specification characteristic'),
    configurable: yesNo('Whether a value can be set for it'),
    description: text('What the setting means, in words'),
    extensible: yesNo('Whether values outside the list may be added'),
    isUnique: yesNo('Whether no two features may share a value'),
    maxCardinality: integer('The most values it may hold'),
    minCardinality: integer('The fewest values it may hold'),
    name: text('What the setting is called').mandatory,
    regex: text('The text pattern its values must follow'),
    valueType: text('Which sort of value it takes, such as text'),
    featureSpecCharRelationship: list(
      FeatureSpecificationCharacteristicRelationship,
      'How it is tied to other feature settings',
    ),
    featureSpecCharacteristicValue: list(
      CharacteristicValueSpecification,
      'The values it may take, with any default',
    ),
    validFor: part(TimePeriod, 'When the setting can be used'),
    '@valueSchemaLocation': text('Where to find the schema of its values'),
  },
)

export const FeatureSpecificationRelationship = entity(
  'FeatureSpecificationRelationship',
  'A tie from one feature to another',
  {
    featureId: text('Which feature is at the other end'),
    name: text('What the other feature is called').mandatory,
    parentSpecificationHref: uri('Web address of the specification that holds it'),
    parentSpecificationId: text('Which specification holds the other feature'),
    relationshipType: text('How the two features are tied').mandatory,
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const FeatureSpecification = entity(
  'FeatureSpecification',
  'The rules for one feature that may be offered',
  {
    isBundle: yesNo('Whether it is a group of features'),
    isEnabled: yesNo('Whether the feature is switched on'),
    name: text('What the feature is called'),
    version: text('Which version of the feature rules this is'),
    constraint: list(ConstraintRef, 'Limits on how the feature is used'),
    featureSpecCharacteristic: list(FeatureSpecificationCharacteristic, 'The settings the feature has'),
    featureSpecRelationship: list(FeatureSpecificationRelationship, 'How it is tied to other features'),
    validFor: part(TimePeriod, 'When the feature can be used'),
  },
)

export const HeaderItem = type('HeaderItem', 'A named value carried in a message header', {
  name: text('What the header entry is called, such as locale').mandatory,
  value: text('What the header entry says, such as en-us').mandatory,
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

export const Request = type('Request', 'A message asking for something to be done', {
  body: text('Main content sent, such as a filled-in form').mandatory,
  method: text('Which protocol carries the message, such as http'),
  to: text('Where the message is sent, such as a web address'),
  header: list(HeaderItem, 'Header entries sent along, such as locale').mandatory,
})

export const Response = type('Response', 'A message sent back to answer a request', {
  body: text('Main content returned, such as a web page').mandatory,
  statusCode: text('How the request turned out, such as 200 or 400'),
  header: list(HeaderItem, 'Header entries returned, such as the agreed locale').mandatory,
})

export const SLARef = reference('SLARef', 'A pointer to an agreed level of service', {})

export const ShoppingCartRef = entity('ShoppingCartRef', 'A reference to a shopping cart', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const TargetEntitySchema = type(
  'TargetEntitySchema',
  'A pointer to the schema of what a design describes',
  {},
)

export const TargetResourceSchema = type(
  'TargetResourceSchema',
  'A pointer to the schema a resource must follow',
  {},
)

export const TerminationError = type('TerminationError', 'A fault that stopped an item from being checked', {
  id: text('Identifier of this termination error'),
  value: text('What went wrong, in words'),
})

export const TrackingRecord = type('TrackingRecord', 'One entry in the history of a problem', {
  id: text('Identifier of this tracking record'),
  description: text('What was done to the problem'),
  systemId: text('The system used to do it'),
  time: dateTime('When it was done'),
  user: text('Who did it'),
  characteristic: list(Characteristic, 'Extra details as names and values'),
})

export const TroubleTicketRef = reference('TroubleTicketRef', 'A pointer to a trouble ticket', {})
