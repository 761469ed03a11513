import { expect, test } from 'vitest'
import { preferredType } from '../../src/http/media-type.ts'
import { refusalOf } from '../derive/refusal.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const offered = ['application/json', 'text/html'] as const

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['text/*', 'text/html'],
  [browser, 'text/html'],
  ['text/html;q=0.5, application/json', 'application/json'],
  ['text/html, application/json', 'application/json'],
  ['*/*;q=0.1, text/html;q=0.2', 'text/html'],
  ['application/json;q=0, */*', 'text/html'],
])('a client that sends Accept: %s gets %s', (accept, type) => {
  expect(preferredType(accept, offered)).toBe(type)
})

test('a client that takes none of what is offered is refused', () => {
  for (const accept of ['image/png', 'application/json;q=0, text/html;q=0', 'text/html;q=nonsense']) {
    expect(refusalOf(() => preferredType(accept, offered)).code).toBe('notAcceptable')
  }
})
