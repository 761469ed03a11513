/** TMF915 AI Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { monitorFacts, monitorFields } from '../shared/monitor.ts'

export const Monitor = resource('Monitor', {
  kind: 'AiMonitor',
  fields: monitorFields,
  ...monitorFacts,
})
