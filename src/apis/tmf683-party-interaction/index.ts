import { api } from '../../declare/index.ts'
import { PartyInteraction } from './party-interaction.ts'

/** TMF683 Party Interaction 4.0.0. */
export const PartyInteractionApi = api({
  number: 'TMF683',
  name: 'Party Interaction',
  version: '4.0.0',
  path: '/tmf-api/partyInteraction/v4',
  domain: 'Party & customer',
  resources: [PartyInteraction],
})

export { PartyInteraction }
