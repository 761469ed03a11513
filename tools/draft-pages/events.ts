/** Which resource announces which event, told from the names of the event types. */
import type { PathResource } from './resources.ts'
import type { Swagger } from './swagger.ts'

/** What the end of an event type's name says, as pages put it. */
const endings: readonly (readonly [ending: string, word: string])[] = [
  ['AttributeValueChangeEvent', 'changed'],
  ['StateChangeEvent', 'stateChanged'],
  ['StatusChangeEvent', 'statusChanged'],
  ['InformationRequiredEvent', 'informationRequired'],
  ['ChangeEvent', 'anyChange'],
  ['CreateEvent', 'created'],
  ['DeleteEvent', 'deleted'],
  ['BatchEvent', 'batch'],
]

export interface Announcements {
  /** Words for the events of a resource; an event with no known ending is there with its full name. */
  readonly byResource: ReadonlyMap<PathResource, readonly string[]>
  /** Events that no resource's name begins. */
  readonly ownerless: readonly string[]
}

/** Gives each event type of a file to the resource with the longest name that fits. */
export function announcementsOf({ definitions }: Swagger, resources: readonly PathResource[]): Announcements {
  const byResource = new Map<PathResource, string[]>()
  const ownerless: string[] = []
  const longestFirst = [...resources].sort((a, b) => b.name.length - a.name.length)
  for (const event of Object.keys(definitions)) {
    if (!event.endsWith('Event') || event === 'Event') continue
    const owner =
      longestFirst.find((resource) => wordFor(event, resource)) ??
      longestFirst.find(({ name }) => event.startsWith(name))
    if (owner === undefined) ownerless.push(event)
    else byResource.set(owner, [...(byResource.get(owner) ?? []), wordFor(event, owner) ?? event])
  }
  return { byResource, ownerless }
}

/** The word for an event of the resource; undefined when the event's name is not the resource's and an ending. */
function wordFor(event: string, { name }: PathResource): string | undefined {
  return endings.find(([ending]) => event === name + ending)?.[1]
}
