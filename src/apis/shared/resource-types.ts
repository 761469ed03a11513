/** What resources and their specifications may be, with what each kind has beyond all of them. */
import { dateTime, list, text, type } from '../../declare/index.ts'
import { ConnectionPointSpecificationRef, ResourceGraphSpecification } from './resource-graph.ts'

export const LogicalResource = type('LogicalResource', 'A resource one cannot touch, such as a number', {
  value: text('What it stands for, such as a telephone number'),
})

export const PhysicalResource = type('PhysicalResource', 'A resource one can touch, such as equipment', {
  manufactureDate: dateTime('When the item was made'),
  powerState: text('Whether it has power, and how much'),
  serialNumber: text('The number its maker gave to this one item'),
  versionNumber: text('Which version of the item it is'),
})

export const LogicalResourceSpecification = type(
  'LogicalResourceSpecification',
  'A definition of resources one cannot touch',
  {},
)

export const PhysicalResourceSpecification = type(
  'PhysicalResourceSpecification',
  'A definition of resources one can touch',
  {
    model: text('The model, as its maker calls it'),
    part: text('The part number its maker gave it'),
    sku: text('The number it is kept in stock under'),
    vendor: text('Who makes it'),
  },
)

export const ResourceFunctionSpecification = type(
  'ResourceFunctionSpecification',
  'A definition of something the network does',
  {
    connectionPointSpecification: list(
      ConnectionPointSpecificationRef,
      'Where such functions can be connected to from outside',
    ),
    connectivitySpecification: list(
      ResourceGraphSpecification,
      'How functions inside such a function may be connected',
    ),
  },
)
