/** Commands to the network, made of the documents they are about. */
import type { Document } from '../declare/index.ts'
import type { NetworkAction, NetworkCommand } from './adapter.ts'
import { commandKey, type Step } from './plan.ts'
import { toValues } from './rules.ts'
import type { Desk } from './task.ts'

export type TargetKind = NetworkCommand['target']['kind']

/** Where each kind of document keeps what the network is told of it. */
const attributes: Readonly<Record<TargetKind, { specification: string; characteristics: string }>> = {
  Service: { specification: 'serviceSpecification', characteristics: 'serviceCharacteristic' },
  Resource: { specification: 'resourceSpecification', characteristics: 'resourceCharacteristic' },
  ResourceFunction: { specification: 'resourceSpecification', characteristics: 'resourceCharacteristic' },
}

/** The command of a step; the document is as it will be once it is carried out. */
export function commandFor(
  desk: Desk,
  step: Step,
  action: NetworkAction,
  { kind, document }: { readonly kind: TargetKind; readonly document: Document },
  more: Pick<NetworkCommand, 'parameters' | 'measures'> = {},
): NetworkCommand {
  const { specification, characteristics } = attributes[kind]
  const { id, name } = document
  return {
    key: commandKey(desk.plan, step),
    tenant: desk.work.tx.tenant,
    correlationId: (step.by ?? desk.author).correlationId,
    action,
    target: {
      kind,
      id,
      name: String(name ?? id),
      specification: String((document[specification] as { id?: string } | undefined)?.id ?? ''),
      characteristics: toValues(document[characteristics]),
    },
    ...more,
  }
}
