/** What network elements tell after a command: made up, but from what the target is like. */
import type { NetworkCommand } from '../orchestrator/adapter.ts'

export type Facts = Readonly<Record<string, unknown>>

/** Light an OLT sends and the least an ONT can read, in dBm. */
const launchPower = 3
const sensitivity = -27
/** The share of a line's speed that is left for the customer's own data. */
const payloadShare = 0.94

/** The facts of a command that went well; `now` is an ISO date-time. */
export function factsOf({ action, target, measures = [] }: NetworkCommand, now: string): Facts {
  const { characteristics } = target
  const element = elementOf(characteristics, target.name)
  switch (action) {
    case 'configure':
      return { configuredAt: now, element, ...settingsOf(characteristics) }
    case 'activate':
      return { activatedAt: now, ...(target.kind === 'Resource' ? { element } : {}) }
    case 'deactivate':
      return { deactivatedAt: now, ...(target.kind === 'Resource' ? { element } : {}) }
    case 'test':
      return { testedAt: now, ...asSetUp(characteristics, measures), ...measured(characteristics) }
    case 'heal':
      return { healedAt: now, element }
    case 'scale':
      return { scaledAt: now, element }
    case 'migrate':
      return { migratedAt: now, element }
  }
}

/** The network element that carries a resource: the one its characteristics name, else the resource itself. */
function elementOf(characteristics: Facts, name: string): unknown {
  return characteristics.olt ?? characteristics.dslam ?? characteristics.bng ?? name
}

/** The settings an element reports back as it took them. */
function settingsOf({ lineProfile, serialNumber, vlanPair }: Facts): Facts {
  return {
    ...(lineProfile === undefined ? {} : { profile: lineProfile }),
    ...(serialNumber === undefined ? {} : { registeredSerial: serialNumber }),
    ...(vlanPair === undefined ? {} : { vlanPair }),
  }
}

/** What is to be measured and has a characteristic of its own is found as it was set up. */
function asSetUp(characteristics: Facts, measures: readonly string[]): Facts {
  const byName = new Map(Object.entries(characteristics).map(([name, value]) => [name.toLowerCase(), value]))
  return Object.fromEntries(
    measures.flatMap((name) => {
      const value = byName.get(name.toLowerCase())
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** What a test finds on a line: light after the loss, speed after the overhead. */
function measured({ estimatedLoss, downstreamSpeed, upstreamSpeed }: Facts): Facts {
  const opticalPower = typeof estimatedLoss === 'number' ? rounded(launchPower - estimatedLoss) : undefined
  return {
    passed: opticalPower === undefined || opticalPower >= sensitivity,
    ...(opticalPower === undefined ? {} : { opticalPower }),
    ...(typeof downstreamSpeed === 'number' ? { throughput: rounded(downstreamSpeed * payloadShare) } : {}),
    ...(typeof upstreamSpeed === 'number'
      ? { upstreamThroughput: rounded(upstreamSpeed * payloadShare) }
      : {}),
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10
