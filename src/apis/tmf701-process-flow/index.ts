import { api } from '../../declare/index.ts'
import { ProcessFlow } from './process-flow.ts'
import { ProcessFlowSpecification } from './process-flow-specification.ts'
import { TaskFlow } from './task-flow.ts'
import { TaskFlowSpecification } from './task-flow-specification.ts'

/** TMF701 Process Flow 4.1.0. */
export const ProcessFlowApi = api({
  number: 'TMF701',
  name: 'Process Flow',
  version: '4.1.0',
  path: '/tmf-api/processFlowManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [ProcessFlowSpecification, TaskFlowSpecification, ProcessFlow, TaskFlow],
})

export { ProcessFlow, ProcessFlowSpecification, TaskFlow, TaskFlowSpecification }
