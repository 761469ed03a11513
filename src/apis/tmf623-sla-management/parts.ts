/** Parts that only TMF623 has. */
import { dateTime, itemId, list, part, text, type, uri } from '../../declare/index.ts'
import { AttachmentRefOrValue } from '../shared/common.ts'

/** What is measured, and what it must come to. */
const target = {
  unit: text('Unit the figure is measured in'),
  referenceValue: text('The value that is promised'),
  operator: text('How a figure compares with it when the promise is kept, such as .ge'),
  tolerance: text('By how much a figure may miss it, as a share'),
  consequence: text('What follows when the promise is broken, such as a clause of the contract'),
}

export const SlaRule = type('SlaRule', 'One promise of a service level agreement', {
  id: itemId('What the promise is called within the agreement').mandatory,
  metric: text('What is measured, most often where that is defined').mandatory,
  ...target,
})

export const SlaTemplate = type('SlaTemplate', 'The model an agreement was drawn up from', {
  id: text('Identifier of the model'),
  href: uri('Where the model can be read'),
  name: text('What the model is called'),
  description: text('What the model is for'),
})

export const SlaRef = type('SlaRef', 'A pointer to a service level agreement', {
  id: text('Identifier of the agreement').mandatory,
  href: uri('Where the agreement can be read'),
  name: text('What the agreement is called'),
  description: text('What the agreement is about'),
}).naming('SLA')

const SlaRuleRef = type('SlaRuleRef', 'A pointer to a promise of an agreement', {
  id: text('What the promise is called within the agreement').mandatory,
  href: uri('Where the promise can be read'),
  description: text('What is promised'),
})

export const Violation = type('Violation', 'How a promise was broken', {
  rule: part(SlaRuleRef, 'The promise that was broken').mandatory,
  ...target,
  actualValue: text('The figure that was measured'),
  violationAverage: text('How far the figures missed the promise on the whole'),
  measuredDate: dateTime('When the figure was measured'),
  comment: text('What people have said about it'),
  attachment: list(AttachmentRefOrValue, 'Files that prove it, such as a report'),
})
