import { createSocket } from 'node:dgram'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { readCallback, targetOf } from '../../src/hub/callback.ts'
import { Egress } from '../../src/hub/egress.ts'
import { serverAddresses } from '../../src/hub/names.ts'
import { Poster } from '../../src/hub/post.ts'

const addresses = (...all: string[]): LookupAddress[] =>
  all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const names: Record<string, LookupAddress[]> = {
  'public.example': addresses('93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'),
  'inner.example': addresses('10.1.2.3'),
  'half.example': addresses('93.184.215.14', '192.168.0.7'),
  'mapped.example': addresses('::ffff:10.1.2.3'),
  'translated.example': addresses('64:ff9b::10.1.2.3'),
  'six.example': addresses('2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'fd00::1'),
  'hooks.test': addresses('10.9.8.7'),
}
const resolve = async (host: string) => {
  const found = names[host]
  if (found === undefined) throw new Error('ENOTFOUND')
  return found
}
const strict = new Egress([], { resolve })

describe('a callback that may be called', () => {
  test.each([
    'https://public.example/hook',
    'https://public.example:8443/hook?key=1',
    'https://PUBLIC.example./hook',
    'https://93.184.215.14/hook',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hook',
  ])('%s', async (target) => {
    await strict.check(target)
  })
})

describe('a callback that may not be called', () => {
  test.each([
    // not public
    'https://127.0.0.1/',
    'https://127.8.9.10/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://198.51.100.7/',
    'https://203.0.113.9/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://192.88.99.1/',
    // other ways to write an IPv4 address
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f.0.0.1/',
    'https://0x7f000001/',
    'https://127.1/',
    'https://1572395790/',
    'https://0x5d.184.215.14/',
    'https://１２７.0.0.1/',
    'https://0x5d.184.215.14//93.184.215.14',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://00000177.0.0.1/',
    'https://127.0.1/',
    'https://%31%32%37.0.0.1/',
    'https://127。0。0。1/',
    'https://①②⑦.0.0.1/',
    'https://0xA9FEA9FE/latest/meta-data/',
    'https://169.254.43518/latest/meta-data/',
    // IPv6
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[2001::1]/',
    'https://[2002:7f00:1::]/',
    'https://[3fff::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:93.184.215.14]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[64:ff9b::5db8:d70e]/',
    'https://[64:ff9b:1::1]/',
    'https://[100::1]/',
    'https://[0:0:0:0:0:ffff:7f00:1]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[64:ff9b:1:7f00:1::]/',
    // names
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://metadata.google.internal/',
    'https://printer.local/',
    'https://PRINTER.LOCAL./',
    'https://local/',
    'https://internal/',
    'https://ⓛocalhost/',
    'https://inner.example/',
    'https://translated.example/',
    'https://six.example/',
    'https://half.example/',
    'https://mapped.example/',
    'https://unknown.example/',
    // scheme and port
    'http://public.example/',
    'http://93.184.215.14/',
    'https://public.example:80/',
    'https://public.example:22/',
    'https://93.184.215.14:5432/',
  ])('%s', async (target) => {
    await expect(strict.check(target)).rejects.toMatchObject({ code: 'callbackNotAllowed' })
  })

  test('is refused in words that tell nothing of our names', async () => {
    const said = async (target: string) =>
      strict.check(target).then(
        () => '',
        (error: Error) => error.message,
      )
    expect(await said('https://inner.example/')).toBe(await said('https://unknown.example/'))
    expect(await said('http://inner.example/')).toBe(await said('http://unknown.example/'))
    expect(await said('http://inner.example/')).toBe(await said('http://public.example/'))
    expect(await said('https://inner.example/')).not.toContain('10.')
  })

  test('may lead to this machine by its own public address', async () => {
    const own = Object.values(networkInterfaces()).flat()
    for (const address of own) {
      const host = address?.family === 'IPv6' ? `[${address.address}]` : address?.address
      await expect(strict.check(`https://${host}/`)).rejects.toMatchObject({ code: 'callbackNotAllowed' })
    }
  })
})

describe('what an operator allows', () => {
  test.each([
    ['hooks.test', 'http://hooks.test:8080/'],
    ['HOOKS.test', 'https://hooks.test/'],
    ['10.0.0.0/8', 'http://hooks.test:8080/'],
    ['10.0.0.0/8', 'http://10.1.1.1/'],
    ['127.0.0.1', 'http://127.0.0.1:9999/x'],
    ['::1', 'http://[::1]:9999/x'],
    ['fd00::/8', 'https://[fd00::5]:7/'],
    ['localhost', 'https://localhost/'],
  ])('%s opens %s', async (allowed, target) => {
    const egress = new Egress([allowed], { resolve: async (host) => names[host] ?? addresses('127.0.0.1') })
    await egress.check(target)
  })

  test.each([
    ['hooks.test', 'http://inner.example/'],
    ['10.9.0.0/16', 'http://inner.example/'],
    ['10.0.0.0/8', 'https://half.example/'],
    ['127.0.0.1', 'http://localhost/'],
    ['127.0.0.1', 'http://2130706433/'],
  ])('%s does not open %s', async (allowed, target) => {
    await expect(new Egress([allowed], { resolve }).check(target)).rejects.toMatchObject({
      code: 'callbackNotAllowed',
    })
  })
})

describe('where a deployment says so', () => {
  test.each(['http://public.example/', 'http://93.184.215.14/', 'https://public.example/'])(
    'public hosts may be called by http: %s',
    (target) => new Egress([], { resolve, allowHttp: true }).check(target),
  )

  test.each([
    'http://public.example:8080/',
    'http://inner.example/',
    'http://10.0.0.1/',
    'http://localhost/',
  ])('but no others: %s', async (target) => {
    const refused = new Egress([], { resolve, allowHttp: true }).check(target)
    await expect(refused).rejects.toMatchObject({ code: 'callbackNotAllowed' })
  })

  test.each([
    ['https://public.example/bss', 'https://public.example/tmf-api/serviceOrdering/v4/hub'],
    ['https://public.example:8443', 'https://PUBLIC.example./'],
    ['https://93.184.215.14', 'https://93.184.215.14/'],
    ['https://93.184.215.14', 'https://public.example/'],
  ])('it is at %s, and does not call itself there as %s', async (ownUrl, target) => {
    const refused = new Egress([], { resolve, ownUrl }).check(target)
    await expect(refused).rejects.toMatchObject({ code: 'callbackNotAllowed' })
    await new Egress(['public.example', '93.184.215.14'], { resolve, ownUrl }).check(target)
  })
})

describe('a name that turns elsewhere after it was judged', () => {
  const turning = (allow: readonly string[], ...answers: string[]) =>
    new Egress(allow, { resolve: async () => addresses(answers.shift() ?? '0.0.0.0') })

  test('is refused when the connection is made', async () => {
    const egress = turning([], '93.184.215.14', '127.0.0.1')
    await egress.check('https://turning.example/')
    const failure = await new Promise((done) => {
      egress.lookup('https://turning.example/')('turning.example', { all: true }, (error) => done(error))
    })
    expect(failure).toMatchObject({ code: 'callbackNotAllowed' })
  })

  test('is not connected to', async () => {
    let connections = 0
    const inside = createServer((socket) => socket.destroy()).on('connection', () => connections++)
    inside.listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const url = `http://turning.example:${(inside.address() as AddressInfo).port}/`
    const post = async (egress: Egress) => {
      await egress.check(url)
      const poster = new Poster(egress)
      const failure = await poster
        .post({ url, headers: {}, body: '{}', timeout: 2_000 })
        .catch((error) => error)
      poster.close()
      return failure.code
    }
    expect(await post(turning(['::1'], '::1', '127.0.0.1'))).toBe('callbackNotAllowed')
    expect(connections).toBe(0)
    // The same way, when it may be gone.
    expect(await post(turning(['127.0.0.1'], '127.0.0.1', '127.0.0.1'))).toBe('ECONNRESET')
    expect(connections).toBe(1)
    inside.close()
  })
})

describe('name servers', () => {
  /** A name server that answers what it is told, or nothing. */
  async function nameServer(answers: Readonly<Record<string, string>>) {
    const socket = createSocket('udp4')
    socket.on('message', (query, from) => {
      // The question: labels, each with its length before it, then type and class.
      const end = query.indexOf(0, 12) + 5
      const name = query.toString('latin1', 13, end - 5).replace(/\p{Cc}/gu, '.')
      const isForFour = query.readUInt16BE(end - 4) === 1
      const address = answers[name]
      if (address === undefined) return
      const header = Buffer.from(query.subarray(0, 12))
      header.writeUInt16BE(0x8180, 2)
      header.writeUInt32BE(isForFour ? 0x00010001 : 0x00010000, 4)
      header.writeUInt32BE(0, 8)
      const record = [0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]
      socket.send(
        Buffer.concat([header, query.subarray(12, end), Buffer.from(isForFour ? record : [])]),
        from.port,
      )
    })
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    const ask = serverAddresses([`127.0.0.1:${socket.address().port}`])
    return { ask, close: () => socket.close() }
  }

  test('give the addresses of a name, and none of one they do not know', async () => {
    const { ask, close } = await nameServer({ 'hook.example': '93.184.215.14' })
    expect(await ask('hook.example')).toEqual([{ address: '93.184.215.14', family: 4 }])
    close()
    expect(await ask('hook.example')).toEqual([])
  })
})

describe('a callback that is no usable URL', () => {
  test.each([
    undefined,
    7,
    '',
    '/hook',
    'hook.example',
    'ftp://hook.example/',
    'javascript:alert(1)',
    'https:hook.example',
    'https://user:pass@hook.example/',
    'https://user@hook.example/',
    'https://hook.example/#part',
    'https://hook.example/a b',
    'https://hook.exam\tple/',
    'https:\\\\hook.example/',
    'https://',
    `https://hook.example/${'x'.repeat(2048)}`,
  ])('%s', (value) => {
    expect(() => readCallback(value)).toThrow(expect.objectContaining({ code: 'invalidCallback' }))
  })
})

describe('an event goes', () => {
  const type = 'ServiceOrderCreateEvent'
  test.each([
    ['default', 'https://c.example/hooks/tmf', 'https://c.example/hooks/tmf'],
    ['default', 'https://c.example/x/listener', 'https://c.example/x/listener/serviceOrderCreateEvent'],
    [
      'default',
      'https://c.example/x/listener/?k=1',
      'https://c.example/x/listener/serviceOrderCreateEvent?k=1',
    ],
    ['exact', 'https://c.example/x/listener', 'https://c.example/x/listener'],
    ['listener', 'https://c.example/x', 'https://c.example/x/listener/serviceOrderCreateEvent'],
    ['listener', 'https://c.example', 'https://c.example/listener/serviceOrderCreateEvent'],
    ['listener', 'https://c.example/listener', 'https://c.example/listener/serviceOrderCreateEvent'],
  ] as const)('by style %s from %s to %s', (style, callback, target) => {
    expect(targetOf(callback, style, type)).toBe(target)
  })
})
