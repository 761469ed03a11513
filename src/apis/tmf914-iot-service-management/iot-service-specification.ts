/** TMF914 IoT Service Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { ServiceSpecification } from '../tmf633-service-catalog-management/service-specification.ts'

/** Tells the same as a design of any service (TMF633), and is kept apart from those. */
export const IotServiceSpecification = resource('IotServiceSpecification', {
  meaning: 'A design that services of devices are built from',
  path: 'iotServiceSpecification',

  fields: ServiceSpecification.fields,

  findBy: ['name', 'lifecycleStatus', 'serviceSpecRelationship.id', 'resourceSpecification.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
