/** TMF667 Document 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ExternalIdentifier, RelatedEntity } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { CategoryRef } from '../shared/product.ts'
import { DocumentRef, DocumentSpecificationRefOrValue } from './parts.ts'
import { documentMoves, documentStates } from './states.ts'

export const Document = resource('Document', {
  meaning: 'What is known about a document, apart from its content',
  path: 'document',

  fields: {
    creationDate: dateTime('When the document was first made').stampedOn('create').kept,
    description: text('What the document is about, in words'),
    documentType: text('What sort of document it is'),
    lastUpdate: dateTime('When the document was last edited').stampedOn('change'),
    name: text('What the document is called').mandatory,
    version: text('Which edition of the document this is'),
    attachment: list(AttachmentRefOrValue, 'Files that hold the actual content'),
    category: list(CategoryRef, 'Groups that the document is sorted into'),
    characteristic: list(Characteristic, 'Further properties of the document'),
    document: list(DocumentRef, 'Other documents that go with this one'),
    documentSpecification: part(DocumentSpecificationRefOrValue, 'The template that the document follows'),
    externalIdentifier: list(ExternalIdentifier, 'What other systems call the document'),
    relatedEntity: list(RelatedEntity, 'Other things that the document has to do with'),
    relatedParty: list(RelatedParty, 'People and organizations who have to do with it'),
    status: oneOf(documentStates, 'Where the document is in its life'),
  },

  files: 'attached',
  lifecycle: { of: 'status', starts: 'created', moves: documentMoves },
  findBy: ['name', 'status', 'documentType', 'relatedParty.id', 'relatedEntity.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'anyChange', 'batch', 'deleted'],
})
