/** TMF651 Agreement Management 4.0.0. */
import { dateTime, integer, list, part, resource, text } from '../../declare/index.ts'
import { AgreementAuthorization, AgreementRef, AgreementSpecificationRef } from '../shared/account.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { AgreementItem } from '../shared/product.ts'
import { RelatedParty } from './parts.ts'

export const Agreement = resource('Agreement', {
  meaning: 'A contract or arrangement between parties, written or spoken',
  path: 'agreement',

  fields: {
    agreementType: text('What sort of agreement it is, such as commercial').mandatory,
    description: text('What the agreement is about and why it exists'),
    documentNumber: integer('Its number in the filing scheme'),
    initialDate: dateTime('When the agreement was begun'),
    name: text('What people call the agreement').mandatory,
    statementOfIntent: text('What the agreement is meant to achieve'),
    status: text('Whether the agreement is in process, approved or rejected'),
    version: text('Which version of the agreement this is'),
    agreementAuthorization: list(
      AgreementAuthorization,
      'Who has to approve the agreement, and whether they did',
    ),
    agreementItem: list(AgreementItem, 'The parts that make up the agreement').mandatory,
    agreementPeriod: part(TimePeriod, 'From when to when the agreement holds'),
    agreementSpecification: part(AgreementSpecificationRef, 'The template that the agreement follows'),
    associatedAgreement: list(AgreementRef, 'Other agreements that belong with this one'),
    characteristic: list(PlainCharacteristic, 'Further properties of the agreement'),
    completionDate: part(TimePeriod, 'When the agreement was concluded').once,
    engagedParty: list(RelatedParty, 'The parties that enter into the agreement').mandatory,
  },

  nonEmpty: ['agreementItem', 'engagedParty'],
  // The file gives these as examples.
  lifecycle: {
    of: 'status',
    starts: 'inProcess',
    moves: {
      inProcess: { approved: 'client', rejected: 'client' },
      approved: { inProcess: 'client' },
      rejected: { inProcess: 'client' },
    },
    isOpen: true,
  },
  findBy: ['status', 'agreementType', 'engagedParty.id', 'agreementSpecification.id', 'name'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
