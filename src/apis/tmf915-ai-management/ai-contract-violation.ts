/** TMF915 AI Management 4.0.0. */
import { dateTime, entity, list, part, reference, resource, text, uri } from '../../declare/index.ts'
import { EntityRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'

const RuleRef = reference('RuleRef', 'A pointer to a rule that was broken', {})

const AttachmentRef = reference('AttachmentRef', 'A pointer to a file', {
  description: text('What the file shows'),
  url: uri('Web address of the file'),
})

const Violation = entity('Violation', 'How a promise was broken', {
  actualValue: text('The figure that was measured').mandatory,
  comment: text('What people have said about it'),
  consequence: text('What follows, such as a clause of the contract').mandatory,
  operator: text('How a figure compares with the promised value when the promise is kept').mandatory,
  referenceValue: text('The value that is promised').mandatory,
  tolerance: text('By how much a figure may miss it, as a share'),
  unit: text('Unit the figure is measured in'),
  violationAverage: text('How far the figures missed the promise on the whole'),
  attachment: part(AttachmentRef, 'A file that proves it, such as a report'),
  rule: part(RuleRef, 'The rule that was broken'),
})

export const AiContractViolation = resource('AiContractViolation', {
  meaning: 'A promise of a contract that an AI model did not keep',
  path: 'aiContractViolation',
  verbs: ['list', 'read', 'create'],

  fields: {
    date: dateTime('When the promise was broken').stampedOn('create'),
    aiContract: part(EntityRef.naming('AiContract'), 'The contract that was broken').mandatory,
    relatedParty: list(RelatedParty, 'Who is concerned, and in which role'),
    violation: part(Violation, 'Which promise was broken, and how').mandatory,
  },

  findBy: ['aiContract.id', 'violation.rule.id', 'relatedParty.id', 'date'],
  announces: ['created', 'changed', 'deleted'],
})
