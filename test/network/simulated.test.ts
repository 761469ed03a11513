import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SimulatedNetwork } from '../../src/network/simulated.ts'
import { NetworkFault } from '../../src/orchestrator/adapter.ts'
import { Database } from '../../src/store/database.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { command } from './commands.ts'

let context: FreshContext
let client: pg.Client

beforeAll(async () => {
  context = await freshContext()
  client = new pg.Client({ connectionString: context.url })
  await client.connect()
})
beforeEach(() => client.query('truncate network.journal'))
afterAll(async () => {
  await client.end()
  await context.drop()
})

/** The moments a clock shows, one after the other. */
function clock(): () => string {
  let second = 0
  return () => new Date(Date.UTC(2026, 2, 1, 9, 0, second++)).toISOString()
}

function network(options: ConstructorParameters<typeof SimulatedNetwork>[1] = {}): SimulatedNetwork {
  return new SimulatedNetwork(context.database, { now: clock(), ...options })
}

async function journal(): Promise<{ key: string; action: string; target: string }[]> {
  const { rows } = await client.query('select key, action, target from network.journal order by key')
  return rows
}

test('a configured port tells when, where and with which profile', async () => {
  expect(await network().execute([command('po-1/port/1')])).toEqual([
    {
      outcome: 'done',
      facts: {
        configuredAt: '2026-03-01T09:00:00.000Z',
        element: 'OLT-EAST-TOR-001',
        profile: 'GPON-1000-500',
      },
    },
  ])
})

test('the same command is carried out once and answered the same, also by another process', async () => {
  const [first] = await network().execute([command('po-1/port/1')])
  const elsewhere = new Database({ url: context.url, connections: 1 })
  const other = new SimulatedNetwork(elsewhere, { now: () => '2030-01-01T00:00:00.000Z' })
  expect(await other.execute([command('po-1/port/1')])).toEqual([first])
  await elsewhere.close()
  expect(await journal()).toHaveLength(1)
})

test('many nodes that send the same batch at once get one answer and leave one entry for each key', async () => {
  const batch = Array.from({ length: 40 }, (_, index) => command(`po-1/step-${index}/1`))
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, node) =>
      network({ now: () => `node ${node}` }).execute(node % 2 === 0 ? batch : [...batch].reverse()),
    ),
  )
  const [first] = answers
  for (const [node, answer] of answers.entries()) {
    expect(node % 2 === 0 ? answer : [...answer].reverse()).toEqual(first)
  }
  expect(await journal()).toHaveLength(batch.length)
})

test('a key that comes twice in a batch is one command', async () => {
  const [first, second] = await network().execute([command('po-1/port/1'), command('po-1/port/1')])
  expect(second).toEqual(first)
  expect(await journal()).toHaveLength(1)
})

test('two tenants with the same key are two commands', async () => {
  await network().execute([command('po-1/port/1'), command('po-1/port/1', { tenant: 'other' })])
  expect(await journal()).toEqual([
    { key: 'default/po-1/port/1', action: 'configure', target: 'Resource/res-inst-olt-port-04-12' },
    { key: 'other/po-1/port/1', action: 'configure', target: 'Resource/res-inst-olt-port-04-12' },
  ])
})

test('answers come in the order of the commands', async () => {
  const names = ['c', 'a', 'b']
  const commands = names.map((name) => command(name, { target: { name, characteristics: {} } }))
  const answers = await network().execute(commands)
  expect(answers).toMatchObject(names.map((element) => ({ outcome: 'done', facts: { element } })))
})

test('a scripted fault leaves no trace, and the same command works when sent again', async () => {
  const unreliable = network({ script: [{ action: 'configure', times: 2, as: 'fault' }] })
  for (const _ of [1, 2]) {
    const [answer] = await unreliable.execute([command('po-1/port/1')])
    expect(answer).toBeInstanceOf(NetworkFault)
  }
  expect(await journal()).toEqual([])
  expect(await unreliable.execute([command('po-1/port/1')])).toMatchObject([{ outcome: 'done' }])
})

test('a scripted refusal is final for its command, and for no other', async () => {
  const strict = network()
  strict.fail({ specification: 'rspec-olt-port', times: 1, as: 'refused', code: 'NET-042', reason: 'locked' })
  const refusal = { outcome: 'refused', code: 'NET-042', reason: 'locked' }
  expect(await strict.execute([command('po-1/port/1')])).toEqual([refusal])
  expect(await strict.execute([command('po-1/port/1')])).toEqual([refusal])
  expect(await strict.execute([command('po-1/port/2')])).toMatchObject([{ outcome: 'done' }])
})

test('a rule strikes only commands that fit all it names', async () => {
  const rule = { action: 'activate', target: 'svc-2', times: 1, as: 'refused' } as const
  const service = (id: string) => ({ kind: 'Service', id, name: id }) as const
  const answers = await network({ script: [rule] }).execute([
    command('1', { action: 'activate', target: service('svc-1') }),
    command('2', { action: 'deactivate', target: service('svc-2') }),
    command('3', { action: 'activate', target: service('svc-2') }),
    command('4', { action: 'activate', target: service('svc-2') }),
  ])
  expect(answers).toMatchObject([
    { outcome: 'done' },
    { outcome: 'done' },
    { outcome: 'refused', code: 'NET-001', reason: 'svc-2 does not take the command to activate' },
    { outcome: 'done' },
  ])
})

test('a command that was carried out uses no failure up', async () => {
  const unreliable = network()
  await unreliable.execute([command('po-1/port/1')])
  unreliable.fail({ times: 1, as: 'fault' })
  expect(await unreliable.execute([command('po-1/port/1')])).toMatchObject([{ outcome: 'done' }])
  const [next] = await unreliable.execute([command('po-1/ont/1')])
  expect(next).toBeInstanceOf(NetworkFault)
})

test('chance decides which commands fail, and the rate can be changed while it runs', async () => {
  const drawn = [0.1, 0.9, 0.2]
  const unreliable = network({ failureRate: 0.5, chance: () => drawn.shift() ?? 0 })
  const answers = await unreliable.execute(['a', 'b', 'c'].map((key) => command(key)))
  expect(answers.map((answer) => answer instanceof NetworkFault)).toEqual([true, false, true])
  unreliable.failureRate = 0
  expect(await unreliable.execute([command('a')])).toMatchObject([{ outcome: 'done' }])
})

test('a batch takes as long as the network is slow, whatever its size', async () => {
  const waited: number[] = []
  const slow = network({ latency: 40, wait: async (milliseconds) => waited.push(milliseconds) })
  await slow.execute([command('a'), command('b')])
  slow.latency = 0
  await slow.execute([command('c')])
  expect(waited).toEqual([40])
})

test('a database that is away is a passing fault of every command', async () => {
  const gone = new Database({ url: context.url, connections: 1 })
  await gone.close()
  const answers = await new SimulatedNetwork(gone).execute([command('a'), command('b')])
  expect(answers).toHaveLength(2)
  for (const answer of answers) expect(answer).toBeInstanceOf(NetworkFault)
})

test('no command is no work', async () => {
  expect(await network().execute([])).toEqual([])
})
