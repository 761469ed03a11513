/** The departures of the suites (TMF908 to 936), which show again what other APIs have; see `departures.ts`. */
import type { Departure } from '../declare/index.ts'

export const departuresOfSuites: readonly Departure[] = [
  {
    api: 'TMF921',
    where: 'Expression.expressionValue',
    what: 'extra attribute',
    reason: 'The file declares it with the subtypes, one for each language',
  },
  {
    api: 'TMF936',
    where: '/tmf-api/openGatewayOperateAPIProductCatalog/v5',
    what: 'other base path',
    reason: 'The file names the path twice in a row',
  },
  {
    api: 'TMF936',
    where: 'OpenGatewayProductOffering*Event',
    what: 'missing event',
    reason: 'The file names the type of the envelope; its eventType is that of a ProductOffering',
  },
  {
    api: 'TMF936',
    where: 'ProductOffering*Event',
    what: 'extra event',
    reason: 'As OpenGatewayProductOffering*Event: the name in the examples of the file, and of its listeners',
  },
  {
    api: 'TMF936',
    where: 'OpenGatewayAttachment.mimeType',
    what: 'kind text instead of any',
    reason: 'One of its subtypes allows PDF only, the other any format',
  },
  {
    api: 'TMF936',
    where: 'DcsAllowedProductAction.action',
    what: 'kind text instead of any',
    reason: 'One of its subtypes allows two values only, the other any',
  },
]
