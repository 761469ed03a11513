/** Whom the second generation of the APIs names as involved: a party, or a party in a role. */
import { part, reference, text, type } from '../../declare/index.ts'

export const PartyRefOrPartyRoleRef = reference(
  'PartyRefOrPartyRoleRef',
  'A pointer to a person or company, or to a role one has',
  {
    partyId: text('Identifier of the party that has the role'),
    partyName: text('Name of the party that has the role'),
  },
).naming('Individual', 'Organization', 'Customer', 'PartyRole').typed

export const RelatedPartyRefOrPartyRoleRef = type(
  'RelatedPartyRefOrPartyRoleRef',
  'Someone involved, and in which capacity',
  {
    role: text('In which capacity they are involved').mandatory,
    partyOrPartyRole: part(PartyRefOrPartyRoleRef, 'Who it is'),
  },
).typed
