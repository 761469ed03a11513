/** Monitors (TMF640, 664, 702, 915) go when their time is up; what they told of stays. */
import type { Behaviour } from '../resources/behaviour.ts'

const kinds = ['ServiceMonitor', 'ResourceFunctionMonitor', 'ResourceMonitor', 'AiMonitor']

export function monitorBehaviours(): [string, Behaviour][] {
  return kinds.map((kind) => [
    kind,
    {
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        if (work.find(kind, id)) await work.remove(work.model.homeOf(kind).page, id, by)
        return undefined
      },
    },
  ])
}
