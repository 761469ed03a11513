/** Parts of test management: what every managed test item has, and what a run of tests is made of. */
import { base64, entity, list, oneOf, part, reference, text, type, uri } from '../../declare/index.ts'
import { Characteristic } from './characteristic.ts'
import { Quantity, TimePeriod } from './common.ts'
import { RelatedPartyWithContactInfo } from './party.ts'
import { executionStates, maturityStates } from './states.ts'

export const Attribute = type('Attribute', 'A property of something used in testing', {
  description: text('What the property means, in words'),
  characteristic: part(Characteristic, 'The property with its value'),
})

export const TestAgreement = type('TestAgreement', 'Terms under which a test item may be used', {
  name: text('What the agreement is called'),
  terms: text('What has been agreed'),
  url: uri('Web address where the agreement can be read'),
})

/** What a test case, an environment, data, … are kept with, whichever they are. */
export const testItemFields = {
  description: text('What it is about, in words').mandatory,
  version: text('Which edition of it this is').mandatory.once,
  versionDescription: text('What sets this edition apart'),
  agreement: part(TestAgreement, 'Terms under which it may be used'),
  attribute: list(Attribute, 'Further facts about it'),
  relatedParty: list(RelatedPartyWithContactInfo, 'Who is involved with it, and how to reach them'),
  state: oneOf(maturityStates, 'How mature it is'),
}

/** The events of a test item, and the paths it is found by. */
export const testItemFacts = {
  findBy: ['state', 'version', 'relatedParty.id'],
  announces: ['created', 'anyChange', 'deleted', 'changed', 'stateChanged'],
} as const

/** The document that spells out something of testing: a file carried along, or the place it is fetched from. */
export const definitionType = (name: string, meaning: string) =>
  entity(name, meaning, {
    attachmentType: text('Which sort of file it is, like a script'),
    content: base64('The file itself, when carried along'),
    description: text('What the file holds, in words'),
    mimeType: text('File format of what is carried or pointed to'),
    name: text('What the file is called'),
    url: uri('Web address where the file is found'),
    size: part(Quantity, 'How large the file is'),
    validFor: part(TimePeriod, 'When the file may be used'),
  })

export const AbstractEnvironmentRef = reference(
  'AbstractEnvironmentRef',
  'A pointer to an abstract test environment',
  {},
)

export const GeneralTestArtifactRef = reference(
  'GeneralTestArtifactRef',
  'A pointer to material for testing',
  {},
)

export const NonFunctionalTestModelRef = reference(
  'NonFunctionalTestModelRef',
  'A pointer to a quality test model',
  {},
)

export const ProvisioningArtifactRef = reference(
  'ProvisioningArtifactRef',
  'A pointer to a provisioning artifact',
  {},
)

export const TestCaseRef = reference('TestCaseRef', 'Points to a single test', {})

export const TestDataInstanceRef = reference('TestDataInstanceRef', 'Points to a set of data for tests', {})

export const TestScenarioRef = reference('TestScenarioRef', 'Points to a situation that is to be tested', {})

export const TestSuiteRef = reference('TestSuiteRef', 'Points to a group of tests', {})

export const ConcreteResource = entity(
  'ConcreteResource',
  'A real resource that stands in for an abstract one',
  {
    name: text('What the real resource is called').mandatory,
  },
)

export const ConcreteResourceMapping = entity(
  'ConcreteResourceMapping',
  'Which real resources stand in for an abstract one',
  {
    abstractResource: text('The abstract resource being filled in'),
    concreteResource: list(ConcreteResource, 'Real resources that take its place'),
  },
)

/** What every run has, of a test or of an environment. */
export const executionFields = {
  dataCorrelationId: text('Identifier the caller uses to match up related data'),
  generalTestArtifact: list(GeneralTestArtifactRef, 'Other test items the run makes use of'),
  state: oneOf(executionStates, 'How far the run has got'),
}

export const allocationFields = {
  ...executionFields,
  resourceManagerUrl: uri('Web address of the system that hands out resources').mandatory,
  abstractEnvironment: part(
    AbstractEnvironmentRef,
    'Environment as planned, before real resources are chosen',
  ),
  concreteResourceMapping: list(ConcreteResourceMapping, 'Which real resource fills each planned place'),
  testScenario: part(TestScenarioRef, 'Scenario the environment is reserved for'),
}

export const TestEnvironmentAllocationExecution = entity(
  'TestEnvironmentAllocationExecution',
  'A run that reserves real resources for a test environment',
  allocationFields,
)

export const provisioningFields = {
  ...executionFields,
  provisioningArtifact: list(ProvisioningArtifactRef, 'Items needed to set the environment up'),
  testEnvironmentAllocationExecution: part(
    TestEnvironmentAllocationExecution,
    'The run that reserved the environment’s resources',
  ).mandatory,
}

export const TestEnvironmentProvisioningExecution = entity(
  'TestEnvironmentProvisioningExecution',
  'A run that sets up a test environment',
  provisioningFields,
)

/** What a run of tests has, beyond the tests themselves. */
export const testRunFields = {
  ...executionFields,
  testDataInstance: list(TestDataInstanceRef, 'Data the tests are run with'),
  testEnvironmentProvisioningExecution: part(
    TestEnvironmentProvisioningExecution,
    'The set-up of the environment the tests run in',
  ).mandatory,
}

/** A run of one test. */
export const testCaseRunFields = { ...testRunFields, testCase: part(TestCaseRef, 'The test being run') }

/** A run of a group of tests. */
export const testSuiteRunFields = {
  ...testRunFields,
  testSuite: part(TestSuiteRef, 'The group of tests being run'),
}

/** A run of a quality test. */
export const nonFunctionalRunFields = {
  ...testRunFields,
  nonFunctionalTestModel: part(NonFunctionalTestModelRef, 'The test model that is run'),
}
