/**
 * TMF908: what a device says of the places where its data can be fetched is found by itself, too; a sign of life and
 * another state of the device are told of.
 */
import { isDeepStrictEqual } from 'node:util'
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { isUsableId, newId, usableIds } from '../resources/identifier.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

const kind = 'IotDevice'
const endpointKind = 'DataAccessEndpoint'
const maxEndpoints = 100

/** The behaviour of devices. */
export function* iotDevices(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      complete: async (work, device) => withNamedEndpoints(work, device),
      onCreate: async (work, device, caller) => {
        // A device that was there before comes here by an import, which names its access points itself.
        const isNew = work.revisionOf(kind, device.id) === 1
        const told = endpointsOf(device)
        if (told.length > 0 || !isNew) await keepEndpoints(work, device, told, caller)
      },
      onChange: async (work, before, after, caller) => {
        tellOf(work, before, after, caller)
        const [were, are] = [before.dataAccessEndPoint, after.dataAccessEndPoint]
        if (!isDeepStrictEqual(were, are)) await keepEndpoints(work, after, endpointsOf(after), caller)
      },
      onRemove: (work, device, caller) => keepEndpoints(work, device, [], caller),
    },
  ]
}

type Endpoint = JsonObject & { readonly id: string }

/** The access points of a device that can be told apart. */
const endpointsOf = ({ dataAccessEndPoint }: JsonObject): Endpoint[] =>
  ((dataAccessEndPoint as Endpoint[] | undefined) ?? []).filter(({ id }) => id !== undefined)

/** The device with an id, and the place where it can be read, for each of its access points. */
function withNamedEndpoints(work: Work, device: JsonObject): JsonObject {
  const told = device.dataAccessEndPoint as JsonObject[] | undefined
  if (told === undefined) return device
  if (told.length > maxEndpoints) {
    throw refuse('limitReached', `A device may have at most ${maxEndpoints} of its dataAccessEndPoint`)
  }
  const { page } = work.model.homeOf(endpointKind)
  const dataAccessEndPoint = told.map(({ id = newId(page.path), ...endpoint }) => {
    if (!isUsableId(id)) throw refuse('invalidFormat', `dataAccessEndPoint.id ${usableIds}`)
    return { ...endpoint, id, href: work.model.hrefOf(page, id) }
  })
  return { ...device, dataAccessEndPoint }
}

/** Creates, changes and removes the access points as their device says; without a device left, none of them stays. */
async function keepEndpoints(
  work: Work,
  device: Document,
  told: readonly Endpoint[],
  by: Author,
): Promise<void> {
  const { page } = work.model.homeOf(endpointKind)
  const known = new Map((await endpointsKept(work, device)).map((endpoint) => [endpoint.id, endpoint]))
  await work.lock(told.map(({ id }) => ({ kind: endpointKind, id })))
  for (const endpoint of told) {
    const { id } = endpoint
    const whole = withTie(endpoint, device)
    if (known.delete(id)) work.replace(page, id, whole, by)
    else if (work.find(endpointKind, id) === undefined) work.create(page, whole, by, { id })
    else
      throw refuse('duplicateId', `dataAccessEndpoint '${id}' is there already, and may be another device's`)
  }
  for (const id of known.keys()) await work.remove(page, id, by)
}

const tie = 'isDataOf'

/** An access point as it is found by itself: it says whose data it gives. */
function withTie(endpoint: JsonObject, { id, href }: Document): JsonObject {
  const resource = { id, href, '@referredType': kind }
  const ties = (endpoint.resourceRelationship as JsonObject[] | undefined) ?? []
  return { ...endpoint, resourceRelationship: [...ties, { relationshipType: tie, resource }] }
}

/** The access points of a device that are there already. */
async function endpointsKept(work: Work, { id }: Document): Promise<Document[]> {
  const wanted = { 'resourceRelationship.resource.id': [id] }
  const found = await search(work, endpointKind, wanted, { limit: 1_000, lock: true })
  return found.filter(({ resourceRelationship }) =>
    (resourceRelationship as Tie[]).some((each) => each.relationshipType === tie && each.resource?.id === id),
  )
}

interface Tie {
  readonly relationshipType?: string
  readonly resource?: { readonly id?: string }
}

function tellOf(work: Work, before: Document, after: Document, by: Author): void {
  const { page } = work.model.homeOf(kind)
  const tell = (attribute: string, type: string) => {
    if (before[attribute] !== after[attribute]) work.announce(page, after.id, { type }, by)
  }
  tell('deviceState', 'IotDeviceStateChangeEvent')
  tell('dateLastValueReported', 'IotDeviceHeartBeatEvent')
}
