import { resourceBehaviours } from './behaviours/index.ts'
import { viewBehaviours } from './behaviours/view.ts'
import { eventBehaviours } from './hub/topics.ts'
import { orchestratorBehaviours } from './orchestrator/behaviours.ts'
import type { Catalogue } from './orchestrator/catalogue.ts'
import type { Behaviour } from './resources/behaviour.ts'
import type { Context } from './resources/context.ts'

/** All that the resources of a node promise beyond being stored, by kind. */
export function nodeBehaviours(context: Context, catalogue: Catalogue): Map<string, Behaviour> {
  return new Map([
    ...resourceBehaviours(context.database),
    ...orchestratorBehaviours(catalogue),
    ...eventBehaviours(context),
    ...viewBehaviours(context),
  ])
}
