/** TMF655 Change Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { changeMoves } from './moves.ts'
import { changeRequestFields as told } from './parts.ts'

export const ChangeRequest = resource('ChangeRequest', {
  meaning: 'A request to change something already running',
  path: 'changeRequest',

  fields: {
    ...told,
    actualEndTime: told.actualEndTime.afterwards,
    actualStartTime: told.actualStartTime.afterwards,
    completionDate: told.completionDate.afterwards,
    lastUpdateDate: told.lastUpdateDate.afterwards.stampedOn('change'),
    plannedEndTime: told.plannedEndTime.mandatory,
    plannedStartTime: told.plannedStartTime.mandatory,
    priority: told.priority.mandatory,
    requestDate: told.requestDate.stampedOn('create'),
    requestType: told.requestType.mandatory,
    statusChangeDate: told.statusChangeDate.afterwards,
    statusChangeReason: told.statusChangeReason.afterwards,
    specification: told.specification.mandatory,
    status: told.status.afterwards,
  },
  nonEmpty: ['targetEntity'],

  lifecycle: { of: 'status', starts: 'acknowledged', moves: changeMoves, movedAt: 'statusChangeDate' },
  findBy: ['status', 'priority', 'requestType', 'targetEntity.id', 'relatedParty.id'],
  announces: ['created', 'statusChanged', 'deleted', 'changed', 'ChangeRequestApprovalRequiredEvent'],
})
