import { describe, expect, test } from 'vitest'
import { helpText, readSettings } from '../../src/settings.ts'
import { StartRefusal } from '../../src/store/start-refusal.ts'

describe('settings', () => {
  test('have their defaults when nobody says anything', () => {
    expect(readSettings([], {})).toMatchObject({
      command: 'serve',
      port: 8080,
      host: '127.0.0.1',
      data: './data',
      databaseUrl: undefined,
      seed: true,
      maxBody: 10_485_760,
      partialStatus: 206,
      trustedProxies: [],
    })
  })

  test('come from the environment, and a flag wins over it', () => {
    const env = { GOLDTHREAD_PORT: '9000', GOLDTHREAD_MAX_BODY: '1MiB', DATABASE_URL: 'postgres://db/x' }
    const settings = readSettings(['demo', '--port=0', '--no-seed', '--once', '--json'], env)
    expect(settings).toMatchObject({
      command: 'demo',
      port: 0,
      maxBody: 2 ** 20,
      databaseUrl: 'postgres://db/x',
      seed: false,
      once: true,
      json: true,
    })
  })

  test('an empty variable counts as absent', () => {
    expect(readSettings([], { GOLDTHREAD_PORT: '' }).port).toBe(8080)
  })

  test('a value may be negative', () => {
    expect(readSettings(['--technician-delay', '-1'], {}).technicianDelay).toBe(-1)
  })

  test('callbacks to this machine are allowed while only this machine is listened to', () => {
    expect(readSettings([], {}).allowCallbacks).toContain('127.0.0.0/8')
    expect(readSettings(['--host', '0.0.0.0'], {}).allowCallbacks).toEqual([])
    expect(readSettings(['--allow-callbacks', 'hooks.internal,10.0.0.0/8'], {}).allowCallbacks).toEqual([
      'hooks.internal',
      '10.0.0.0/8',
    ])
  })

  test('a rate is so many requests in a second or a minute', () => {
    expect(readSettings([], {}).rateLimit).toBeUndefined()
    expect(readSettings(['--rate-limit', '100/s'], {}).rateLimit).toEqual({ count: 100, per: 1000 })
    expect(readSettings(['--rate-limit', '6000/min'], {}).rateLimit).toEqual({ count: 6000, per: 60_000 })
  })

  test('base paths have others beside them', () => {
    const { basePathAliases } = readSettings(['--base-path-aliases', '/a/v4=/b/v4, /c=/d'], {})
    expect([...basePathAliases]).toEqual([
      ['/a/v4', '/b/v4'],
      ['/c', '/d'],
    ])
  })

  test('the public URL is kept without a slash at the end', () => {
    expect(readSettings(['--public-url', 'https://api.example.com/bss/'], {}).publicUrl).toBe(
      'https://api.example.com/bss',
    )
  })

  test.each([
    [['--prot', '1'], "There is no flag --prot; did you mean '--port'?"],
    [['--no-seeds'], "There is no flag --no-seeds; did you mean '--no-seed'?"],
    [['--no-port'], 'There is no flag --no-port'],
    [['dmeo'], "There is no command 'dmeo'; did you mean 'demo'?"],
    [['demo', 'two'], "'two' is not understood: flags begin with --."],
    [['--port'], '--port needs a value: an integer from 0 to 65535.'],
    [['--port', '70000'], "--port '70000' is not usable: give an integer from 0 to 65535."],
    [['--trusted-proxies', '10.0.0.0/33'], "--trusted-proxies '10.0.0.0/33' is not usable"],
    [['--public-url', 'ftp://x'], "--public-url 'ftp://x' is not usable"],
    [['--partial-status', '204'], 'give 206 or 200'],
    [['--rate-limit', '0/s'], "--rate-limit '0/s' is not usable: give a number of requests such as 100/s"],
    [['--rate-limit', '5/h'], 'is not usable'],
    [['--base-path-aliases', '/a'], "--base-path-aliases '/a' is not usable: give a comma-separated list"],
    [['--default-limit', '2000'], 'lower the one or raise the other'],
  ])('%j is refused in one line that says what to write instead', (argv, said) => {
    const reading = () => readSettings(argv, {})
    expect(reading).toThrow(StartRefusal)
    expect(reading).toThrow(said)
    expect(reading).not.toThrow(/\n/)
  })

  test('a refusal names the variable at fault, and never shows the address of a database', () => {
    expect(() => readSettings([], { GOLDTHREAD_PORT: 'x' })).toThrow("GOLDTHREAD_PORT 'x' is not usable")
    const reading = () => readSettings([], { DATABASE_URL: 'mysql://root:secret@db' })
    expect(reading).toThrow('DATABASE_URL is not usable')
    expect(reading).not.toThrow(/secret/)
  })

  test('the help names every flag and variable', () => {
    for (const word of ['--port', 'GOLDTHREAD_PORT', '--[no-]seed', 'DATABASE_URL', '[10MiB]', 'demo']) {
      expect(helpText()).toContain(word)
    }
  })
})
