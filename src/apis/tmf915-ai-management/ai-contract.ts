/** TMF915 AI Management 4.0.0. */
import { dateTime, list, part, reference, resource, text, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { EntityRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { RuleValue } from './rule.ts'

const TemplateRef = reference('TemplateRef', 'A pointer to the model a contract was drawn up from', {
  description: text('What the model is for'),
})

export const AiContract = resource('AiContract', {
  meaning: 'An agreement on what an AI model has to achieve',
  path: 'aiContract',

  fields: {
    approvalDate: dateTime('When the contract was agreed to'),
    approved: yesNo('Whether the contract has been agreed to'),
    description: text('What the contract is about, in words'),
    name: text('What the contract is called'),
    state: text('How far the contract has come').mandatory,
    version: text('Which edition of the contract this is'),
    aiContractSpecification: part(
      EntityRef.naming('AiContractSpecification'),
      'The model of contracts it follows',
    ).mandatory,
    aiModel: part(EntityRef.naming('AiModel'), 'The AI model it is about').mandatory,
    characteristic: list(Characteristic, 'What is settled besides, as names and values'),
    relatedParty: list(RelatedParty, 'Who promises, who is promised, and who watches').mandatory,
    rule: list(RuleValue, 'What is promised, rule by rule'),
    template: part(TemplateRef, 'The model the contract was drawn up from'),
    validFor: part(TimePeriod, 'When the contract holds'),
  },
  nonEmpty: ['relatedParty'],

  // The file leaves the states open.
  lifecycle: {
    of: 'state',
    starts: 'proposed',
    isOpen: true,
    moves: {
      proposed: { agreed: 'client', rejected: 'client' },
      agreed: { terminated: 'client' },
      rejected: {},
      terminated: {},
    },
  },
  findBy: ['state', 'aiModel.id', 'aiContractSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Assurance, usage & events'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
