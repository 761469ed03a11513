import { api } from '../../declare/index.ts'
import { GeographicLocation } from './geographic-location.ts'

/** TMF675 Geographic Location 4.0.0. */
export const GeographicLocationApi = api({
  number: 'TMF675',
  name: 'Geographic Location',
  version: '4.0.0',
  path: '/tmf-api/geographicLocation/v4',
  domain: 'Qualification',
  resources: [GeographicLocation],
})

export { GeographicLocation }
