/** TMF623 SLA Management 2.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { SlaRule, SlaTemplate } from './parts.ts'

export const Sla = resource('Sla', {
  meaning: 'An agreement on the level of service that is promised',
  path: 'sla',
  verbs: ['list', 'read', 'create', 'patch', 'replace', 'remove'],
  kind: 'SLA',

  fields: {
    name: text('What the agreement is called').mandatory,
    description: text('What the agreement is about'),
    version: text('Which edition of the agreement this is'),
    state: text('How far the agreement has come, such as proposed or agreed'),
    validFor: part(TimePeriod, 'When the agreement holds'),
    relatedParty: list(RelatedParty, 'Who promises, who is promised, and who watches'),
    rule: list(SlaRule, 'What is promised, one by one'),
    template: part(SlaTemplate, 'The model the agreement was drawn up from'),
  },

  findBy: ['name', 'state', 'relatedParty.id', 'template.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'deleted'],
})
