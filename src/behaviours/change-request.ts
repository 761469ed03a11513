/** TMF655: a change request keeps the times of what is done, and asks for the approval it waits for. */
import { refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'

const kind = 'ChangeRequest'

/** The behaviour of change requests. */
export function* changeRequests(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      complete: async (work, request, before) => {
        checkPlan(request)
        const isMoved = before !== undefined && before.status !== request.status
        return isMoved ? { ...request, ...timesOf(request, work.now) } : request
      },
      onChange: async (work, before, { id, status }, caller) => {
        if (before.status === status || status !== 'waitForApproval') return
        const { page } = work.model.homeOf(kind)
        work.announce(page, id, { type: 'ChangeRequestApprovalRequiredEvent' }, caller)
      },
    },
  ]
}

function checkPlan({ plannedStartTime, plannedEndTime }: JsonObject): void {
  if (Date.parse(String(plannedEndTime)) >= Date.parse(String(plannedStartTime))) return
  const message = `The change is planned to end at ${plannedEndTime}, before it begins at ${plannedStartTime}`
  throw refuse('businessRuleViolated', message)
}

/** The times that follow from a move, where nobody has told them. */
function timesOf(
  { status, actualStartTime, actualEndTime, completionDate }: JsonObject,
  now: string,
): JsonObject {
  switch (status) {
    case 'inProgress':
      return { actualStartTime: actualStartTime ?? now }
    case 'postImplementationReview':
    case 'failed':
      return { actualEndTime: actualEndTime ?? now }
    case 'completed':
      return { actualEndTime: actualEndTime ?? now, completionDate: completionDate ?? now }
    default:
      return {}
  }
}
