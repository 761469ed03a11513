/** Parts that both resources of TMF936 have: what may be ordered of them, and what goes with them. */
import { base64, oneOf, part, reference, text, type } from '../../declare/index.ts'

export const DcsCategoryRef = reference('DcsCategoryRef', 'A pointer to a group of the catalogue', {}).naming(
  'Category',
).typed

const TargetProductOrderItemSchema = type(
  'TargetProductOrderItemSchema',
  'A pointer to the schema an order item must follow',
  {},
)

const action = {
  id: text('Identifier within the list'),
  '@targetProductOrderItemSchema': part(TargetProductOrderItemSchema, 'The schema of an order that does so'),
}

/** What may be ordered of an offering. */
export const OpenGatewayAllowedProductAction = type(
  'OpenGatewayAllowedProductAction',
  'Something that an order may do with a product',
  { ...action, action: oneOf(['add', 'delete'], 'What the order does') },
).typed

/** What may be ordered of a sort of product, wherever it is offered. */
export const DcsAllowedProductAction = type(
  'DcsAllowedProductAction',
  'Something that an order may do with a product',
  { ...action, action: text('What the order does, such as add or delete') },
).typed

const attached = {
  attachmentType: oneOf(['termsAndConditions', 'developerDocumentation'], 'What the attachment is for'),
}

/** A file that is carried along, as terms are. */
export const OpenGatewayFileAttachment = type('OpenGatewayFileAttachment', 'A file that is carried along', {
  ...attached,
  mimeType: oneOf(['application/pdf'], 'Format of the file'),
  content: base64('The file itself'),
}).typed

/** A file or the place it is fetched from, whichever its `@type` says. */
export const OpenGatewayAttachment = type(
  'OpenGatewayAttachment',
  'A file, or the place it is fetched from',
  {
    ...attached,
    mimeType: text('Format of the file'),
    content: base64('The file itself, when carried along'),
    url: text('Web address of the file, when it lies elsewhere'),
  },
).typed
