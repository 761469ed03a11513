/** TMF673 Geographic Address 4.0.1. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { GeographicAddress } from '../shared/place.ts'
import { acceptedTaskStates } from '../shared/states.ts'

export const GeographicAddressValidation = resource('GeographicAddressValidation', {
  meaning: 'A request to check an address, with its answer',
  path: 'geographicAddressValidation',
  verbs: ['list', 'read', 'create', 'patch'],
  isTask: true,
  endedBy: 'validation-result',

  fields: {
    provideAlternative: yesNo('Whether to suggest other addresses if the check falls short').mandatory,
    validationDate: dateTime('When the address was checked').afterwards.stampedOn('create'),
    validationResult: text('How the check turned out').afterwards,
    alternateGeographicAddress: list(GeographicAddress, 'Other addresses that might be the one meant')
      .afterwards,
    state: oneOf(acceptedTaskStates, 'How far the check has got').afterwards,
    submittedGeographicAddress: part(GeographicAddress, 'The address sent in for checking').mandatory,
    validGeographicAddress: part(GeographicAddress, 'The corrected address, if the check passed').afterwards,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'validationResult'],
  announces: ['stateChanged'],
})
