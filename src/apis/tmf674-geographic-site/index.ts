import { api } from '../../declare/index.ts'
import { GeographicSite } from './geographic-site.ts'

/** TMF674 Geographic Site 4.0.0. */
export const GeographicSiteApi = api({
  number: 'TMF674',
  name: 'Geographic Site',
  version: '4.0.0',
  path: '/tmf-api/geographicSiteManagement/v4',
  domain: 'Qualification',
  resources: [GeographicSite],
})

export { GeographicSite }
