/** TMF915 AI Management 4.0.0. */
import { any, dateTime, entity, resource, text, yesNo } from '../../declare/index.ts'
import { ServiceSpecification } from '../tmf633-service-catalog-management/service-specification.ts'

/** What is told of a design of AI models, beyond what is of any design of services. */
const modelFields = {
  deploymentRecord: any('Where and how models of it have been put to work'),
  inheritedModel: any('The model it was developed from'),
  modelContractVersionHistory: any('Which contracts it has been under'),
  modelDataSheet: any('What it can do, and what it is not meant for'),
  modelEvaluationData: any('What it was judged by, and how well it did'),
  modelSpecificationHistory: any('How it has changed from edition to edition'),
  modelTrainingData: any('What it was trained on'),
}

export const AiModelSpecification = resource('AiModelSpecification', {
  meaning: 'A design that AI models are made from',
  path: 'aiModelSpecification',

  fields: { ...modelFields, ...ServiceSpecification.fields },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  keptWhileUsedIn: ['Assurance, usage & events'],
  announces: ['created', 'deleted', 'changed'],
})

/** The same within a model, which has it whole or points to it. */
export const AiModelSpecificationValue = entity(
  'AiModelSpecification',
  'The design that an AI model is made from',
  {
    ...modelFields,
    ...ServiceSpecification.fields,
    isBundle: yesNo('Whether it puts several designs together'),
    lastUpdate: dateTime('When the design last changed'),
    lifecycleStatus: text('Where the design is in its life'),
    name: text('What the design is called'),
  },
)
