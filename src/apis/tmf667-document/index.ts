import { api } from '../../declare/index.ts'
import { Document } from './document.ts'
import { DocumentSpecification } from './document-specification.ts'

/** TMF667 Document 4.0.0. */
export const DocumentApi = api({
  number: 'TMF667',
  name: 'Document',
  version: '4.0.0',
  path: '/tmf-api/document/v4',
  domain: 'Party & customer',
  resources: [Document, DocumentSpecification],
})

export { Document, DocumentSpecification }
