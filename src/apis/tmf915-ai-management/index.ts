import { api } from '../../declare/index.ts'

import { AiContract } from './ai-contract.ts'
import { AiContractSpecification } from './ai-contract-specification.ts'
import { AiContractViolation } from './ai-contract-violation.ts'
import { AiModel } from './ai-model.ts'
import { AiModelSpecification } from './ai-model-specification.ts'
import { Alarm } from './alarm.ts'
import { Event } from './event.ts'
import { Monitor } from './monitor.ts'
import { Rule } from './rule.ts'
import { Topic } from './topic.ts'

/** TMF915 AI Management 4.0.0. */
export const AiManagementApi = api({
  number: 'TMF915',
  name: 'AI Management',
  version: '4.0.0',
  path: '/tmf-api/AiM/v4',
  domain: 'Assurance, usage & events',
  resources: [
    AiContractSpecification,
    AiModel,
    AiModelSpecification,
    AiContract,
    AiContractViolation,
    Alarm,
    Rule,
    Event,
    Monitor,
    Topic,
  ],
})

export {
  AiContract,
  AiContractSpecification,
  AiContractViolation,
  AiModel,
  AiModelSpecification,
  Alarm,
  Event,
  Monitor,
  Rule,
  Topic,
}
