/**
 * Every place where the pages differ from the official files, and why: served with each API's conformance profile and
 * told in `docs/conformance.md`. `test/spec` compares pages and files: a difference that is not here fails it, and so
 * does a departure that explains nothing any more.
 */
import type { Departure } from '../declare/index.ts'

export const departures: readonly Departure[] = [
  {
    api: '*',
    where: '*.@type',
    what: 'extra attribute',
    reason: 'Every type may be extended, also those whose file forgets to say so',
  },
  { api: '*', where: '*.@baseType', what: 'extra attribute', reason: 'As `@type`' },
  { api: '*', where: '*.@schemaLocation', what: 'extra attribute', reason: 'As `@type`' },
  {
    api: '*',
    where: '*.id',
    what: 'extra attribute',
    reason:
      'Some files give the shared value types an identity (such as a period of time), others do not; ours may always have one',
  },
  { api: '*', where: '*.href', what: 'extra attribute', reason: 'As `id`' },
  {
    api: 'TMF697',
    where: 'TaxDefinition.@referredType',
    what: 'extra attribute',
    reason: 'The same shared type is a reference in other files',
  },
  {
    api: '*',
    where: '*.@type',
    what: 'extra on create',
    reason: 'A create may always name the subtype it creates',
  },
  { api: '*', where: '*.@baseType', what: 'extra on create', reason: 'As `@type`' },
  { api: '*', where: '*.@schemaLocation', what: 'extra on create', reason: 'As `@type`' },
  {
    api: '*',
    where: '*.@type',
    what: 'missing on patch',
    reason: 'A stored document keeps its type; the same value again is fine',
  },
  { api: '*', where: '*.@baseType', what: 'missing on patch', reason: 'As `@type`' },
  { api: '*', where: '*.@schemaLocation', what: 'missing on patch', reason: 'As `@type`' },
  {
    api: '*',
    where: '*.@type',
    what: 'not enforced',
    reason: 'Version 4 clients leave it out, and so do the official kits',
  },
  { api: '*', where: '*.@schemaLocation', what: 'not enforced', reason: 'As `@type`' },
  { api: '*', where: '*.@referredType', what: 'not enforced', reason: 'A reference by `id` says enough' },
  {
    api: '*',
    where: '*.href',
    what: 'not enforced',
    reason: 'We can tell where a thing is; official payloads leave it out',
  },
  {
    api: '*',
    where: '*RefOrValue.id',
    what: 'not enforced',
    reason: 'A value given in full has no id yet; official payloads hold empty ones',
  },
  {
    api: 'TMF641',
    where: 'ServiceOrderItemRef.id',
    what: 'not enforced',
    reason: 'The file requires an `id` it does not declare; `itemId` names the item',
  },
  {
    api: 'TMF639',
    where: 'Resource.id',
    what: 'not enforced',
    reason: 'The file requires it of a create; the official kit leaves it out',
  },
  {
    api: '*',
    where: 'ExportJob.url',
    what: 'not enforced',
    reason: 'Without it the server keeps the file and fills in where to fetch it; a client often cannot know',
  },
  { api: '*', where: '*', what: 'not enforced on patch', reason: 'In a merge patch, absent means unchanged' },
  {
    api: 'TMF620',
    where: '*.id',
    what: 'extra on create',
    reason: 'A new version of an entity is created with the `id` of the old; imports keep ids',
  },
  { api: 'TMF633', where: '*.id', what: 'extra on create', reason: 'As TMF620' },
  { api: 'TMF634', where: '*.id', what: 'extra on create', reason: 'As TMF620' },
  {
    api: 'TMF639',
    where: 'Resource.id',
    what: 'extra on create',
    reason: 'The file requires it without declaring it; a client may choose it',
  },
  {
    api: 'TMF645',
    where: 'ServiceEligibilityUnavailabilityReason.technicalReason',
    what: 'extra attribute',
    reason: 'A refusal says what was measured',
  },
  {
    api: 'TMF645',
    where: 'ServiceEligibilityUnavailabilityReason.suggestedAction',
    what: 'extra attribute',
    reason: 'A refusal says what would help',
  },
  {
    api: 'TMF679',
    where: 'EligibilityUnavailabilityReason.technicalReason',
    what: 'extra attribute',
    reason: 'As TMF645',
  },
  {
    api: 'TMF679',
    where: 'EligibilityUnavailabilityReason.suggestedAction',
    what: 'extra attribute',
    reason: 'As TMF645',
  },
  {
    api: 'TMF652',
    where: 'ResourceOrder.orderItem',
    what: 'required here',
    reason: 'An order without items is meaningless',
  },
  {
    api: 'TMF688',
    where: 'Event.eventType',
    what: 'required here',
    reason: 'Nobody can subscribe to an event without a type',
  },
]
