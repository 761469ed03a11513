/** TMF737 Revenue Sharing Report 5.0.0. */
import { dateTime, list, part, resource } from '../../declare/index.ts'
import { Money } from '../shared/common.ts'
import { CdrTransactionRef, PartyRevSharingModelRef, PartyRevSharingReportItem } from './parts.ts'

export const PartyRevSharingReport = resource('PartyRevSharingReport', {
  meaning: 'What each of several parties is due of a revenue',
  path: 'partyRevSharingReport',
  needsType: true,
  clientMayChooseId: true,

  fields: {
    partyRevSharingModel: part(PartyRevSharingModelRef, 'The model that the revenue is shared by'),
    cdrTransaction: part(CdrTransactionRef, 'The records that the revenue comes from'),
    partyRevSharingReportItem: list(PartyRevSharingReportItem, 'What is due, party by party'),
    money: part(Money, 'How much is shared in all').mandatory,
    createDate: dateTime('When the report was drawn up').stampedOn('create'),
    lastUpdate: dateTime('When the report last changed').stampedOn('change'),
  },

  findBy: [
    'partyRevSharingModel.id',
    'cdrTransaction.id',
    'partyRevSharingReportItem.relatedParty.partyOrPartyRole.id',
    'createDate',
  ],
  // Without a state, a report never announces that it changed; the file names the event all the same.
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
  example: {
    '@type': 'PartyRevSharingReport',
    money: { unit: 'EUR', value: 140 },
    partyRevSharingModel: { '@type': 'PartyRevSharingModelRef', id: 'rsm-handsets' },
    partyRevSharingReportItem: [
      {
        '@type': 'PartyRevSharingReportItem',
        relatedParty: {
          '@type': 'RelatedPartyRefOrPartyRoleRef',
          role: 'distributor',
          partyOrPartyRole: { '@type': 'PartyRef', id: 'o-shop', name: 'The shop at the corner' },
        },
        billPeriod: { startDateTime: '2026-02-01T00:00:00Z', endDateTime: '2026-03-01T00:00:00Z' },
        sharingReportItemIDetail: [
          { '@type': 'PartyRevSharingReportItemDetail', money: { unit: 'EUR', value: 80 }, status: 'Paid' },
          {
            '@type': 'PartyRevSharingReportItemDetail',
            money: { unit: 'EUR', value: 60 },
            status: 'Created',
          },
        ],
      },
    ],
  },
})
