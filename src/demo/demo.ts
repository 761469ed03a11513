/**
 * The demo: places the sample customer's order through the public API and shows, line by line as it happens, how it
 * becomes a working service; then the golden thread and where to look next.
 */

import { randomUUID } from 'node:crypto'
import type { Node } from '../node.ts'
import { eventTopic } from '../store/event-log.ts'
import { Channel, type Json } from './channel.ts'
import { placeFibreOrder } from './journey.ts'

export interface DemoOptions {
  /** Prints one JSON object a line instead of text for people. */
  readonly json: boolean
  readonly print: (line: string) => void
}

interface Line {
  readonly elapsed: number
  readonly actor: string
  readonly api: string
  readonly what: string
  readonly object: string
  readonly state: string
}

const finals = new Set(['completed', 'rejected', 'failed', 'cancelled', 'partial'])
/** How long the demo waits for the order, in milliseconds: longer than any technician's delay a person sets. */
const patience = 24 * 3_600_000

/** Runs the demo on a started node. Gives the final state of the order. Throws JourneyRefused when a gate says no. */
export async function runDemo(node: Node, { json, print }: DemoOptions): Promise<string> {
  const correlationId = `journey-${randomUUID().slice(0, 8)}`
  const channel = new Channel(node.url, correlationId)
  const began = performance.now()
  const show = (line: Omit<Line, 'elapsed'>) => {
    const whole = { elapsed: Math.round(performance.now() - began), ...line }
    print(json ? JSON.stringify(whole) : textOf(whole))
  }
  if (!json) print(`\nJane Smith orders fibre for 42 Maple Ave, Toronto. Golden thread: ${correlationId}\n`)
  const orderId = await placeFibreOrder(channel, ({ api, call, object, state }) =>
    show({ actor: 'channel', api, what: call, object, state }),
  )
  const thread = await follow(node, channel, orderId, show)
  const order = (await channel.get(`/tmf-api/productOrderingManagement/v4/productOrder/${orderId}`)) as Json
  const chain = chainOf(thread, orderId, correlationId)
  if (json) print(JSON.stringify({ state: order.state, ...chain }))
  else printChain(node.url, chain, thread.length, print)
  return String(order.state)
}

/** Shows every event of the thread as it is committed, until the order is over. */
async function follow(
  node: Node,
  channel: Channel,
  orderId: string,
  show: (line: Omit<Line, 'elapsed'>) => void,
): Promise<Json[]> {
  const began = Date.now()
  let shown = 0
  for (;;) {
    const woken = wokenBy(node)
    const thread = (await channel.get(`/goldthread/v1/thread/${channel.correlationId}`)) as Json[]
    let isOver = false
    for (const event of thread.slice(shown)) {
      const line = lineOf(node, event)
      if (line) show(line)
      if (line?.object === orderId && finals.has(line.state)) isOver = true
    }
    shown = thread.length
    if (isOver || Date.now() - began > patience) return thread
    await woken
  }
}

/** Resolves at the next event; a slow look catches what a lost notification would leave. */
function wokenBy(node: Node): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      off()
      resolve()
    }
    const timer = setTimeout(done, 5_000)
    const off = node.context.database.onWake(eventTopic, done)
  })
}

const quiet = /^(ProcessFlow|TaskFlow)|AttributeValueChangeEvent$/
/** What the channel has said already, itself. */
const told =
  /^(ShoppingCart|GeographicAddressValidation|ProductOfferingQualification|CheckServiceQualification)/

function lineOf(node: Node, event: Json): Omit<Line, 'elapsed'> | undefined {
  const type = String(event.eventType)
  if (quiet.test(type) || told.test(type)) return undefined
  const [[member, resource] = ['', {}]] = Object.entries(event.event as Record<string, Json>)
  const kind = member.charAt(0).toUpperCase() + member.slice(1)
  const actor = String((event.reportingSystem as Json | undefined)?.name ?? '')
  const name = resource.name
  return {
    actor,
    api: node.context.model.homeOf(kind).api.number,
    what: String(event.title),
    object: String(resource.id),
    state: stateOf(kind, resource) + (typeof name === 'string' && kind !== 'ProductOrder' ? `  ${name}` : ''),
  }
}

function stateOf(kind: string, resource: Json): string {
  if (kind === 'Resource')
    return resource.usageState === 'active' ? 'in use' : String(resource.resourceStatus)
  return String(resource.state ?? resource.status ?? '')
}

function textOf({ elapsed, actor, api, what, object, state }: Line): string {
  return `${String(elapsed).padStart(6)} ms  ${actor.padEnd(13)} ${api}  ${what.padEnd(36)} ${object.padEnd(26)} ${state}`
}

interface Chain {
  readonly correlationId: string
  readonly productOrder: string
  readonly serviceOrder: string | undefined
  readonly resourceOrder: string | undefined
  readonly services: readonly string[]
  readonly resources: readonly string[]
  readonly product: string | undefined
}

function chainOf(thread: readonly Json[], productOrder: string, correlationId: string): Chain {
  const idsOf = (member: string): string[] => {
    const found = thread.map((event) => (event.event as Record<string, Json>)[member]?.id)
    return [...new Set(found.filter((id) => id !== undefined).map(String))]
  }
  return {
    correlationId,
    productOrder,
    serviceOrder: idsOf('serviceOrder')[0],
    resourceOrder: idsOf('resourceOrder')[0],
    services: idsOf('service'),
    resources: idsOf('resource'),
    product: idsOf('product')[0],
  }
}

function printChain(url: string, chain: Chain, events: number, print: (line: string) => void): void {
  const { correlationId, productOrder, serviceOrder, resourceOrder, services, resources, product } = chain
  print(`
The golden thread ${correlationId}
  product order   ${productOrder}
  service order   ${serviceOrder ?? '-'}
  resource order  ${resourceOrder ?? '-'}
  services        ${services.join(', ')}
  resources       ${resources.join('\n                  ')}
  product         ${product ?? '-'}

Look at it:
  curl ${url}/tmf-api/productOrderingManagement/v4/productOrder/${productOrder}
  curl ${url}/tmf-api/serviceOrdering/v4/serviceOrder/${serviceOrder ?? ''}
  curl ${url}/tmf-api/productInventory/v4/product/${product ?? ''}
  curl '${url}/goldthread/v1/thread/${correlationId}'     all ${events} events, in causal order
`)
}
