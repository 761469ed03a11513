/** The product orders of the order benchmark: the network they need, placing them, and waiting until they are done. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { load, requestBytes } from './load.ts'

const collection = '/tmf-api/productOrderingManagement/v4/productOrder'
const connections = 16
const patience = 120_000

const example = new URL('../../examples/orders/fibre-product-order.json', import.meta.url)

/** What is posted, again and again. */
function orderRequest(url: string): Buffer {
  const body = JSON.stringify(JSON.parse(readFileSync(example, 'utf8')))
  return requestBytes(url, 'POST', collection, { body })
}

/** Brings so many more ports, ONTs and VLAN pairs into the inventory of the sample operator. */
export async function enlargeNetwork(url: string, count: number): Promise<void> {
  const resource = (kind: string, specification: string, name: string, characteristics: object) => ({
    '@type': 'Resource',
    id: `res-bench-${kind}-${name}`,
    name: `${kind} ${name}`,
    resourceSpecification: { id: specification, name: kind },
    resourceStatus: 'available',
    usageState: 'idle',
    resourceCharacteristic: Object.entries(characteristics).map(([key, value]) => ({ name: key, value })),
  })
  const resources = Array.from({ length: count }, (_, index) => String(index).padStart(12, '0')).flatMap(
    (name) => [
      resource('port', 'rspec-olt-port', name, { olt: 'OLT-EAST-TOR-001', technology: 'GPON' }),
      resource('ont', 'rspec-ont', name, { serialNumber: name, model: 'EG8145V5', technology: 'GPON' }),
      resource('vlan', 'rspec-vlan-pair', name, { cVlan: Number(name), sVlan: 1, bng: 'BNG-TOR-01' }),
    ],
  )
  const body = JSON.stringify(resources)
  await load(url, {
    connections: 1,
    until: { count: 1 },
    request: () => requestBytes(url, 'POST', '/goldthread/v1/import', { body }),
  })
}

/** Follows the product orders of a database. */
export class Orders {
  readonly #client: pg.Client
  readonly #url: string
  readonly #request: Buffer

  private constructor(client: pg.Client, url: string) {
    this.#client = client
    this.#url = url
    this.#request = orderRequest(url)
  }

  static async open(serverUrl: string, databaseUrl: string): Promise<Orders> {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return new Orders(client, serverUrl)
  }

  /** Places orders and waits until all are completed; gives the seconds it took. */
  async complete(count: number): Promise<number> {
    const since = await this.#last()
    const began = performance.now()
    await load(this.#url, {
      connections: Math.min(connections, count),
      until: { count },
      request: () => this.#request,
    })
    const pause = count === 1 ? 1 : 10
    while ((await this.#completed(since)) < count) {
      if (performance.now() - began > patience)
        throw new Error(`orders are stuck: ${await this.#states(since)}`)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return (performance.now() - began) / 1000
  }

  close(): Promise<void> {
    return this.#client.end()
  }

  async #last(): Promise<string> {
    const { rows } = await this.#client.query<{ seq: string }>(
      'select last_value::text as seq from entity_seq',
    )
    return rows[0]?.seq ?? '0'
  }

  async #completed(since: string): Promise<number> {
    const { rows } = await this.#client.query<{ done: number }>({
      name: 'completed',
      text: `select count(*)::int as done from entity_productorder
        where tenant = 'default' and doc->>'state' = 'completed' and seq > $1`,
      values: [since],
    })
    return rows[0]?.done ?? 0
  }

  async #states(since: string): Promise<string> {
    const { rows } = await this.#client.query(
      `select doc->>'state' as state, count(*)::int, min(doc->>'note') as note from entity_productorder where seq > $1 group by 1`,
      [since],
    )
    return JSON.stringify(rows)
  }
}
