/** TMF914 IoT Service Management 4.0.0. */
import { entity, list, resource, text, uri } from '../../declare/index.ts'
import { serviceMoves } from '../shared/lifecycles.ts'
import { ResourceRefOrValue } from '../shared/resource.ts'
import { suiteServiceFields } from '../shared/suite-service.ts'

const DataAccessEndpoint = entity('DataAccessEndpoint', 'Where the data of a service can be fetched', {
  ...ResourceRefOrValue.without('@referredType').fields,
  id: text('Identifier of what is meant').mandatory,
  apiType: text('Which sort of interface it is, such as MQTT'),
  uri: uri('The address that data is fetched from'),
  value: text('The number or name it is known by'),
})

/** A service with its access points to data. */
export const IotService = resource('IotService', {
  meaning: 'A service that gathers data from devices or steers them',
  path: 'iotService',

  fields: {
    ...suiteServiceFields,
    serviceDate: text('When the service was first recorded, in any state').stampedOn('create'),
    dataAccessEndPoint: list(DataAccessEndpoint, 'Where its data can be fetched'),
    serviceRelationship: suiteServiceFields.serviceRelationship.once,
  },

  lifecycle: { of: 'state', starts: 'feasibilityChecked', moves: serviceMoves },
  findBy: ['state', 'serviceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'batch', 'deleted'],
})
