/** TMF628 Performance 4.0.0. */
import { resource } from '../../declare/index.ts'
import { indicatorFields } from './parts.ts'

export const PerformanceIndicatorSpecification = resource('PerformanceIndicatorSpecification', {
  meaning: 'What a performance indicator measures and in what way',
  path: 'performanceIndicatorSpecification',
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: indicatorFields,

  findBy: ['name', 'indicatorCategory'],
})
