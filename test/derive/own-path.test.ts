import { expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { pathOf } from '../../src/derive/link-path.ts'
import { withBase } from '../../src/derive/own-path.ts'

test.each(apis.map(({ number, path }) => [number, path]))(
  'links to %s at %s are known as our own',
  (_, path) => {
    const href = `${path}/thing/1`
    expect(withBase(JSON.stringify({ href }), 'https://us')).toBe(
      JSON.stringify({ href: `https://us${href}` }),
    )
    expect(pathOf(`https://us/prefix${href}`)).toBe(href)
  },
)

test('links to others stay as they are', () => {
  const json = JSON.stringify({ href: '/elsewhere/v4/thing/1', name: '/tmf-api/x' })
  expect(withBase(json, 'https://us')).toBe(json)
  expect(pathOf('https://them/elsewhere/v4/thing/1')).toBe('/elsewhere/v4/thing/1')
})
