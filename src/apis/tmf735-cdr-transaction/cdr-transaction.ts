/** TMF735 CDR Transaction 5.0.0. */
import { dateTime, list, oneOf, resource, text } from '../../declare/index.ts'
import { NamedParty } from '../shared/revenue-sharing.ts'
import { CdrTransactionItem, Note, RelatedChannel, transactionStates } from './parts.ts'

export const CdrTransaction = resource('CdrTransaction', {
  meaning: 'Records of usage by which revenue is shared, billed and paid',
  path: 'cdrTransaction',
  needsType: true,
  clientMayChooseId: true,
  nonEmpty: ['channel', 'relatedParty'],

  fields: {
    relatedParty: list(NamedParty, 'Those who share the revenue, and in which capacity').mandatory,
    state: oneOf(transactionStates, 'How far the transaction has come').afterwards,
    requestedInitialState: oneOf(['charged'], 'The state it was asked to begin in'),
    cancellationDate: dateTime('When the transaction was called off'),
    cancellationReason: text('Why the transaction was called off'),
    channel: list(RelatedChannel, 'The ways it came about, such as a department').mandatory,
    description: text('What the transaction is about, in words'),
    note: list(Note, 'What people have said about it'),
    transactionItem: list(CdrTransactionItem, 'What each party gets or owes'),
    creationDate: dateTime('When the transaction was recorded').stampedOn('create'),
    completionDate: dateTime('When everything was settled'),
  },

  lifecycle: {
    of: 'state',
    starts: 'charged',
    moves: {
      charged: { billed: 'client' },
      billed: { paid: 'client' },
      paid: { completed: 'client' },
      completed: {},
    },
  },
  findBy: ['state', 'relatedParty.partyOrPartyRole.id', 'channel.channel.id', 'creationDate'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
