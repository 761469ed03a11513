/** The tasks by name, and the steps a plan begins with. */
import type { StepDraft } from './plan.ts'
import { activateResource, activateService, testService } from './steps/activate.ts'
import { assign } from './steps/assign.ts'
import { carryOutChange } from './steps/carry-out-change.ts'
import { changeFunction } from './steps/change-function.ts'
import { complete } from './steps/complete.ts'
import { designProductOrder, designResourceOrder, designServiceOrder } from './steps/design.ts'
import { fieldWork } from './steps/field-work.ts'
import { measureService, serviceTests } from './steps/measure-service.ts'
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
  carryOutChange,
  changeFunction,
  measureService,
}

/** Each kind of order runs its own part of the work, and no more. The rest of a plan follows from its design. */
export const stepsOfOrders: Readonly<Record<string, readonly StepDraft[]>> = {
  ProductOrder: [
    { id: 'address', task: 'addressCheck', needs: [] },
    { id: 'commercial', task: 'commercialCheck', needs: ['address'] },
    { id: 'technical', task: 'technicalCheck', needs: ['commercial'] },
    { id: 'design', task: 'designProductOrder', needs: ['technical'] },
  ],
  ServiceOrder: [{ id: 'design', task: 'designServiceOrder', needs: [] }],
  ResourceOrder: [{ id: 'design', task: 'designResourceOrder', needs: [] }],
}

/** The steps of everything that has a plan as soon as it is created. */
export const firstSteps: Readonly<Record<string, readonly StepDraft[]>> = {
  ...stepsOfOrders,
  ...Object.fromEntries(
    serviceTests.map((kind) => [kind, [{ id: 'measure', task: 'measureService', needs: [] }]]),
  ),
}
