/** TMF628 Performance 4.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { PerformanceIndicatorSpecificationRef } from './parts.ts'

export const PerformanceIndicatorGroupSpecification = resource('PerformanceIndicatorGroupSpecification', {
  meaning: 'A set of performance indicators defined together',
  path: 'performanceIndicatorGroupSpecification',
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: {
    name: text('What the set of indicators is called').mandatory,
    performanceIndicatorSpecification: list(
      PerformanceIndicatorSpecificationRef,
      'The indicators that belong to the set',
    ).mandatory,
  },

  findBy: ['name', 'performanceIndicatorSpecification.id'],
})
