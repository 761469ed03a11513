/** Parts that only TMF664 has, or has otherwise than the shared ones. */
import { entity, list, part, reference, text, yesNo } from '../../declare/index.ts'

export const ConnectionPointRef = reference(
  'ConnectionPointRef',
  'A pointer to where a resource function is plugged in',
  {
    version: text('Which edition of the connection point is meant'),
  },
)

export const EndpointRef = reference('EndpointRef', 'A pointer to one end of a link between resources', {
  isRoot: yesNo('Whether traffic starts here rather than ends here'),
  connectionPoint: part(ConnectionPointRef, 'Where the resource function is plugged in'),
})

export const Connection = entity('Connection', 'A link between points in a network of resources', {
  associationType: text('How the linked points belong together').mandatory,
  name: text('What the link is called'),
  endpoint: part(EndpointRef, 'The points that the link joins').mandatory,
})

export const HealPolicyRef = reference('HealPolicyRef', 'A pointer to the policy for a repair', {})

export const ResourceFunctionRef = reference('ResourceFunctionRef', 'A reference to a network function', {
  version: text('Which version of the function is meant'),
})

export const ResourceGraphRef = reference(
  'ResourceGraphRef',
  'A reference to a map of connected resources',
  {},
)

export const ResourceGraphRelationship = entity(
  'ResourceGraphRelationship',
  'A link from one resource map to another',
  {
    relationshipType: text('What the link between the maps means'),
    resourceGraph: part(ResourceGraphRef, 'The map at the other end'),
  },
)

export const ResourceGraph = entity('ResourceGraph', 'A map of how resources are connected', {
  description: text('What the map shows, in words'),
  name: text('What the map is called'),
  connection: list(Connection, 'The links drawn on the map').mandatory,
  graphRelationship: list(ResourceGraphRelationship, 'Other maps it has to do with'),
})

export const ScheduleRef = reference('ScheduleRef', 'A reference to a schedule', {})
