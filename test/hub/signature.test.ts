import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newSecret, readSecret, signatureOf } from '../../src/hub/signature.ts'

describe('a signature', () => {
  test('is that of the published example of Standard Webhooks', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    }
    const signature = signatureOf(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  test('covers letters of every kind', () => {
    const secret = newSecret()
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const expected = createHmac('sha256', key).update('e-1.7.{"note":"Grüße 🚀"}').digest('base64')
    expect(signatureOf({ id: 'e-1', timestamp: 7, body: '{"note":"Grüße 🚀"}' }, [secret])).toBe(
      `v1,${expected}`,
    )
  })
})

describe('a secret', () => {
  test('is new each time', () => {
    expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(newSecret()).not.toBe(newSecret())
  })

  test('may be chosen by the client when it is long enough', () => {
    const chosen = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    expect(readSecret(chosen)).toBe(chosen)
    for (const wrong of ['secret', 'whsec_c2hvcnQ=', `whsec_${'A'.repeat(90)}`, 'whsec_!!!']) {
      expect(() => readSecret(wrong)).toThrow(/Webhook-Secret must be/)
    }
  })
})
