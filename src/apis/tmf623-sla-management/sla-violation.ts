/** TMF623 SLA Management 2.0.0. */
import { dateTime, list, part, resource } from '../../declare/index.ts'
import { RelatedParty } from '../shared/party.ts'
import { SlaRef, Violation } from './parts.ts'

export const SlaViolation = resource('SlaViolation', {
  meaning: 'A promise of a service level agreement that was broken',
  path: 'slaViolation',
  verbs: ['list', 'read', 'create', 'patch', 'replace', 'remove'],

  fields: {
    date: dateTime('When the promise was broken').stampedOn('create'),
    sla: part(SlaRef, 'The agreement that was broken').mandatory,
    relatedParty: list(RelatedParty, 'Who is concerned, and in which role'),
    violation: part(Violation, 'Which promise was broken, and how').mandatory,
  },

  findBy: ['sla.id', 'violation.rule.id', 'relatedParty.id', 'date'],
  announces: ['created', 'changed', 'deleted'],
})
