/** TMF914 IoT Service Management 4.0.0. */
import { list, resource } from '../../declare/index.ts'
import { ExternalIdentifier } from '../shared/common.ts'
import { ticketMoves } from '../shared/lifecycles.ts'
import { RelatedPlace } from '../shared/place.ts'
import { ServiceProblem as AnyServiceProblem } from '../tmf656-service-problem/service-problem.ts'

const { affectedLocation: _location, externalIdentifier: _identifier, ...told } = AnyServiceProblem.fields

/** Kept apart from those of TMF656, whose file calls places and outside numbers otherwise. */
export const ServiceProblem = resource('ServiceProblem', {
  meaning: 'A fault or trouble that affects services of devices',
  path: 'serviceProblem',
  kind: 'IotServiceProblem',

  fields: {
    ...told,
    externalId: list(ExternalIdentifier, 'Numbers other systems use for this problem'),
    place: list(RelatedPlace, 'Places that suffer from the problem'),
  },

  lifecycle: { of: 'status', starts: 'acknowledged', moves: ticketMoves, movedAt: 'statusChangeDate' },
  findBy: ['status', 'category', 'priority', 'affectedService.id', 'affectedResource.id'],
  announces: ['created', 'stateChanged', 'changed', 'informationRequired'],
})
