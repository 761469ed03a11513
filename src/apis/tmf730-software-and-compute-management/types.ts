/** What software there is and what it runs on, and the same as definitions: each with what it has of its own. */
import { dateTime, integer, list, part, reference, text, type, uri, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { Quantity } from '../shared/common.ts'
import { ConnectionPointRef, ResourceGraph, ScheduleRef } from '../shared/resource-graph.ts'
import {
  LogicalResource,
  LogicalResourceSpecification,
  PhysicalResource,
  PhysicalResourceSpecification,
  ResourceFunctionSpecification,
} from '../shared/resource-types.ts'

const software = {
  ...LogicalResource.fields,
  isDistributedCurrent: yesNo('Whether it is spread over several nodes now'),
  lastUpdate: dateTime('When the software was last updated'),
  targetPlatform: text('Which platform it is deployed on'),
}

const InstalledSoftware = type('InstalledSoftware', 'Software that has been put on a platform', {
  ...software,
  isUTCTime: yesNo('Whether it reckons by universal time'),
  lastStartTime: dateTime('When the software was last started'),
  numProcessesActiveCurrent: integer('How many processes it can have at once now'),
  numUsersCurrent: integer('How many users it has now'),
  serialNumber: text('The number that tells this copy from others'),
  pagingFileSizeCurrent: part(Quantity, 'How large its paging files are now'),
  processMemorySizeCurrent: part(Quantity, 'How much memory it has now'),
  swapSpaceUsedCurrent: part(Quantity, 'How much swap space it uses now'),
})

const ResourceFunction = type('ResourceFunction', 'Something the network does, whatever it runs on', {
  ...LogicalResource.fields,
  functionType: text('What kind of function its provider says it is'),
  priority: integer('How important it is when functions compete'),
  role: text('What part it plays in a larger function'),
  autoModification: list(Characteristic, 'Changes it may make to itself, such as growing'),
  connectionPoint: list(ConnectionPointRef, 'Where it can be connected to from outside'),
  connectivity: list(ResourceGraph, 'How the functions inside it are connected'),
  schedule: list(ScheduleRef, 'When changes to it are planned'),
})

export const resourceTypes = [
  type('API', 'Software that other software talks to', software),
  type('HostingPlatformRequirement', 'What software needs of its platform', LogicalResource.fields),
  InstalledSoftware,
  LogicalResource,
  PhysicalResource,
  ResourceFunction,
  type('SoftwareResource', 'Software of any kind', software),
  type('SoftwareSupportPackage', 'Software as its vendor delivers it', PhysicalResource.fields),
] as const

const softwareSpecification = {
  buildNumber: text('Which build of the software is meant'),
  isDistributable: yesNo('Whether it can be spread over several nodes'),
  isExperimental: yesNo('Whether it is a special build, such as for a trial'),
  maintenanceVersion: text('The third part of its version'),
  majorVersion: text('The first part of its version'),
  minorVersion: text('The second part of its version'),
  otherDesignator: text('What else its maker says of it, such as a restriction'),
  releaseStatus: text('How far its release has got'),
  installSize: part(Quantity, 'How much room it takes when installed'),
}

const SoftwareSupportPackageRef = reference(
  'SoftwareSupportPackageRef',
  'A pointer to software as its vendor delivers it',
  {},
)

const APISpecification = type('APISpecification', 'A definition of software that other software talks to', {
  ...softwareSpecification,
  apiProtocolType: text('How one talks to it, such as REST'),
  authenticationType: text('How callers prove who they are'),
  externalSchema: uri('Schema of what it offers to outsiders'),
  externalUrl: uri('Web address it offers to outsiders'),
  internalSchema: uri('Schema of what a broker of it uses'),
  internalUrl: uri('Web address a broker of it uses'),
})

const SoftwareSpecification = type('SoftwareSpecification', 'A definition of software to be installed', {
  ...softwareSpecification,
  numUsersMax: integer('How many users it can have at most'),
  numberProcessActiveTotal: integer('How many processes it can have at once'),
  softwareSupportPackage: part(SoftwareSupportPackageRef, 'The package it is installed from'),
})

export const resourceSpecificationTypes = [
  APISpecification,
  type('HostingPlatformRequirementSpecification', 'A definition of what software needs of its platform', {
    isVirtualizable: yesNo('Whether a virtual platform will do'),
  }),
  LogicalResourceSpecification,
  PhysicalResourceSpecification,
  ResourceFunctionSpecification,
  type('SoftwareResourceSpecification', 'A definition of software of any kind', softwareSpecification),
  SoftwareSpecification,
  type(
    'SoftwareSupportPackageSpecification',
    'A definition of software as its vendor delivers it',
    PhysicalResourceSpecification.fields,
  ),
] as const
