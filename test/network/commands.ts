/** Commands to a network, as the orchestrator builds them. */
import type { NetworkCommand } from '../../src/orchestrator/adapter.ts'

type Target = NetworkCommand['target']

/** A command to configure an OLT port, but for what is said otherwise. */
export function command(
  key: string,
  { target, ...other }: Partial<Omit<NetworkCommand, 'target'>> & { readonly target?: Partial<Target> } = {},
): NetworkCommand {
  return {
    key,
    tenant: 'default',
    correlationId: 'so-2026-00789',
    action: 'configure',
    ...other,
    target: {
      kind: 'Resource',
      id: 'res-inst-olt-port-04-12',
      name: '1/4/12',
      specification: 'rspec-olt-port',
      characteristics: { olt: 'OLT-EAST-TOR-001', lineProfile: 'GPON-1000-500' },
      ...target,
    },
  }
}
