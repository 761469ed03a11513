/** How resource functions are connected, and how they may be. */
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

const ResourceGraphRef = reference('ResourceGraphRef', 'A reference to a map of connected resources', {})

const ResourceGraphRelationship = entity(
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

export const ConnectionPointSpecificationRef = reference(
  'ConnectionPointSpecificationRef',
  'A pointer to where functions of a kind are plugged in',
  {
    version: text('Which edition of the definition is meant'),
  },
)

const EndpointSpecificationRef = reference(
  'EndpointSpecificationRef',
  'A pointer to what one end of such a link must be',
  {
    isRoot: yesNo('Whether traffic starts here rather than ends here'),
    role: text('What part this end plays'),
    connectionPointSpecification: part(
      ConnectionPointSpecificationRef,
      'Where functions at this end are plugged in',
    ),
  },
)

const ConnectionSpecification = entity(
  'ConnectionSpecification',
  'A link there may be between points in a network',
  {
    associationType: text('How the points it links belong together').mandatory,
    name: text('What such a link is called'),
    endpointSpecification: list(EndpointSpecificationRef, 'What the ends of such a link must be').mandatory,
  },
)

const ResourceGraphSpecificationRef = reference(
  'ResourceGraphSpecificationRef',
  'A pointer to a plan of connected resources',
  {},
)

const ResourceGraphSpecificationRelationship = entity(
  'ResourceGraphSpecificationRelationship',
  'A link from one such plan to another',
  {
    relationshipType: text('What the link between the plans means'),
    resourceGraph: part(ResourceGraphSpecificationRef, 'The plan at the other end'),
  },
)

export const ResourceGraphSpecification = entity(
  'ResourceGraphSpecification',
  'A plan of how resources may be connected',
  {
    description: text('What the plan shows, in words'),
    name: text('What the plan is called'),
    connectionSpecification: list(ConnectionSpecification, 'The links the plan provides for').mandatory,
    graphSpecificationRelationship: list(
      ResourceGraphSpecificationRelationship,
      'Other plans it has to do with',
    ),
  },
)
