/** The tasks by name, and the steps each kind of order begins with. */
import type { StepDraft } from './plan.ts'
import { activateResource, activateService, testService } from './steps/activate.ts'
import { assign } from './steps/assign.ts'
import { complete } from './steps/complete.ts'
import { designProductOrder, designResourceOrder, designServiceOrder } from './steps/design.ts'
import { fieldWork } from './steps/field-work.ts'
import { addressCheck, commercialCheck, technicalCheck } from './steps/qualify.ts'
import type { Task } from './task.ts'

export const tasks: Readonly<Record<string, Task>> = {
  addressCheck,
  commercialCheck,
  technicalCheck,
  designProductOrder,
  designServiceOrder,
  designResourceOrder,
  assign,
  fieldWork,
  activateResource,
  activateService,
  testService,
  complete,
}

/** Each kind of order runs its own part of the work, and no more. The rest of a plan follows from its design. */
export const firstSteps: Readonly<Record<string, readonly StepDraft[]>> = {
  ProductOrder: [
    { id: 'address', task: 'addressCheck', needs: [] },
    { id: 'commercial', task: 'commercialCheck', needs: ['address'] },
    { id: 'technical', task: 'technicalCheck', needs: ['commercial'] },
    { id: 'design', task: 'designProductOrder', needs: ['technical'] },
  ],
  ServiceOrder: [{ id: 'design', task: 'designServiceOrder', needs: [] }],
  ResourceOrder: [{ id: 'design', task: 'designResourceOrder', needs: [] }],
}
