/** TMF664 Resource Function Activation 4.0.0. */
import { dateTime, integer, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, Note } from '../shared/common.ts'
import { Feature } from '../shared/feature.ts'
import { resourceMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ResourceRelationship, ResourceSpecificationRef } from '../shared/resource.ts'
import { ConnectionPointRef, ResourceGraph, ScheduleRef } from '../shared/resource-graph.ts'
import { administrativeStates, operationalStates, resourceStatuses, usageStates } from '../shared/states.ts'

export const ResourceFunction = resource('ResourceFunction', {
  meaning: 'Something the network does, whatever it runs on',
  path: 'resourceFunction',

  fields: {
    category: text('Which class it is in, such as gold or silver'),
    description: text('What it does, in words'),
    endOperatingDate: dateTime('When it stops working'),
    functionType: text('What kind of function its provider says it is'),
    name: text('What the function is called').mandatory,
    priority: integer('How important it is when functions compete'),
    resourceVersion: text('Which version of it this is'),
    role: text('What part it plays in a larger function'),
    startOperatingDate: dateTime('When it starts working'),
    value: text('The value it stands for, such as a phone number'),
    activationFeature: list(Feature, 'Features that can be set up on it'),
    administrativeState: oneOf(
      administrativeStates,
      'How its use is controlled: locked, unlocked or shut down',
    ),
    attachment: list(AttachmentRefOrValue, 'Files that go with it'),
    autoModification: list(Characteristic, 'Changes it may make to itself, such as growing'),
    connectionPoint: list(ConnectionPointRef, 'Where it can be connected to from outside'),
    connectivity: list(ResourceGraph, 'How the functions inside it are connected'),
    note: list(Note, 'What people have said about the function'),
    operationalState: oneOf(operationalStates, 'Whether it is able to work'),
    place: part(RelatedPlaceRefOrValue, 'Where the function is'),
    relatedParty: list(RelatedParty, 'Who is involved with it, and how'),
    resourceCharacteristic: list(Characteristic, 'What its particular properties are'),
    resourceRelationship: list(ResourceRelationship, 'Other resources it is tied to, and how'),
    resourceSpecification: part(ResourceSpecificationRef, 'The specification it was made from').mandatory,
    resourceStatus: oneOf(resourceStatuses, 'What condition it is in, such as reserved or suspended'),
    schedule: list(ScheduleRef, 'When changes to it are planned'),
    usageState: oneOf(usageStates, 'How much it is used now: idle, active or busy').once,
  },

  lifecycle: { of: 'resourceStatus', starts: 'unknown', moves: resourceMoves },
  activates: {
    by: 'configure',
    carriedWhile: ['standby', 'alarm', 'available', 'reserved', 'unknown'],
    otherwise: 'suspended',
    since: 'startOperatingDate',
    setUpBy: ['resourceCharacteristic', 'activationFeature', 'administrativeState', 'connectivity'],
  },
  findBy: ['name', 'resourceStatus', 'functionType', 'resourceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
