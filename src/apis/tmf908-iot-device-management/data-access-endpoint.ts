/** TMF908 IoT Device Management 4.0.0. */
import { dateTime, entity, resource, text } from '../../declare/index.ts'
import { commonFields } from './parts.ts'

const endpointFields = {
  apiType: text('Which sort of interface it is, such as MQTT'),
  category: text('Which class it falls in'),
  description: text('What the data is about, in words'),
  endDate: dateTime('Until when data can be fetched'),
  lifecycleState: text('Where it is in its life'),
  name: text('What the access point is called'),
  startDate: dateTime('From when data can be fetched'),
  uri: text('The address that data is fetched from'),
  value: text('The number or name it is known by'),
  version: text('Which edition of the interface it is'),
  ...commonFields,
}

/** Each belongs to a device, which says what it is; here they are found by themselves, tied to their device. */
export const DataAccessEndpoint = resource('DataAccessEndpoint', {
  meaning: 'Where the data of a device can be fetched',
  path: 'dataAccessEndpoint',
  verbs: ['list', 'read'],

  fields: endpointFields,

  findBy: ['name', 'apiType', 'lifecycleState', 'resourceRelationship.resource.id'],
})

/** The same within the device it belongs to. */
export const DataAccessEndpointValue = entity(
  'DataAccessEndpoint',
  'Where the data of a device can be fetched',
  endpointFields,
)
