/** TMF936 Open Gateway Product Catalog 5.0.0. */
import { dateTime, list, oneOf, part, reference, resource, text, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { legalBases, purposes } from '../shared/data-privacy.ts'
import { TargetProductSchema } from '../shared/product.ts'
import { DcsAllowedProductAction, DcsCategoryRef, OpenGatewayAttachment } from './parts.ts'

const OpenGatewayProductSpecificationRelationship = reference(
  'OpenGatewayProductSpecificationRelationship',
  'A tie from one design to another',
  {
    relationshipType: oneOf(
      ['requires', 'appliesOn'],
      'Whether the other is needed first, or is what this applies to',
    ),
  },
).naming('OpenGatewayProductSpecification').typed

const ApiGrantInformation = type('ApiGrantInformation', 'What an application may be let in for, and how', {
  purpose: oneOf(purposes, 'What the data may be used for'),
  scope: list('text', 'Scopes that may be asked for, such as sim-swap:check'),
  grantType: list('text', 'Ways to get a token, such as client_credentials'),
  legalBasis: oneOf(legalBases, 'The ground on which the data may be used'),
}).typed

const ApiVersionInformation = type('ApiVersionInformation', 'An edition of the network API', {
  apiName: text('What the API is called, such as sim-swap'),
  apiVersion: text('Which edition of the API it is, such as 1.0.0'),
  apiBasePath: text('The base path it is reached under, such as /sim-swap/v1'),
  apiGrantInformation: list(ApiGrantInformation, 'What an application may be let in for, and how'),
  apiStatus: oneOf(['active', 'retired'], 'Whether the edition can still be used'),
}).typed

const ApiProductSpecification = type('ApiProductSpecification', 'The design of a network API', {
  apiStandardName: oneOf(['CAMARA', 'nonStandard'], 'Who defined the API'),
  apiVersionInformation: list(ApiVersionInformation, 'The editions of the API'),
})

const UsageVolumeProductSpecification = type(
  'UsageVolumeProductSpecification',
  'The design of an amount of use of a network API',
  {},
)

export const ProductSpecification = resource('ProductSpecification', {
  meaning: 'The design of a network API, or of an amount of its use',
  path: 'productSpecification',
  kind: 'OpenGatewayProductSpecification',
  officialType: 'OpenGatewayProductSpecification',
  verbs: ['list', 'read'],
  needsType: true,

  fields: {
    name: text('What the product is called'),
    description: text('What the product does, in words'),
    validFor: part(TimePeriod, 'When the design is in use'),
    lastUpdate: dateTime('When the design was last changed').stampedOn('change'),
    lifecycleStatus: oneOf(['inTest', 'active', 'retired', 'obsolete'], 'Where the design is in its life'),
    category: list(DcsCategoryRef, 'The groups it is sorted into'),
    productSpecificationRelationship: list(
      OpenGatewayProductSpecificationRelationship,
      'How it is tied to other designs',
    ),
    allowedAction: list(DcsAllowedProductAction, 'What an order may do with such products'),
    targetProductSchema: part(TargetProductSchema, 'Schema that such products follow'),
    version: text('Which edition of the design this is'),
    attachment: list(OpenGatewayAttachment, 'Files that go with it, such as documentation'),
  },

  subtypes: [ApiProductSpecification, UsageVolumeProductSpecification],
  findBy: ['lifecycleStatus', 'name'],
  example: {
    '@type': 'ApiProductSpecification',
    name: 'SIM swap check',
    description: 'Tells whether the SIM card of a line was changed of late',
    lifecycleStatus: 'active',
    version: '1.0.0',
    apiStandardName: 'CAMARA',
    apiVersionInformation: [
      {
        '@type': 'ApiVersionInformation',
        apiName: 'sim-swap',
        apiVersion: '1.0.0',
        apiBasePath: '/sim-swap/v1',
        apiStatus: 'active',
        apiGrantInformation: [
          {
            '@type': 'ApiGrantInformation',
            purpose: 'dpv:FraudPreventionAndDetection',
            scope: ['sim-swap:check'],
            grantType: ['client_credentials'],
            legalBasis: 'dpv:LegitimateInterest',
          },
        ],
      },
    ],
  },
})
