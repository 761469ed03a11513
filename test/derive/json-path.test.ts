/** Selecting nodes of a document by a JSONPath of the wire contract, section 10. */
import { describe, expect, test } from 'vitest'
import { parseJsonPath, selectNodes } from '../../src/derive/json-path.ts'
import { fixture } from '../support/fixture.ts'
import { pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const ServiceOrder = pageOf('ServiceOrder')
const [order = { id: '' }] = fixture
/** What a path selects, each as `position=value`. */
const selected = (path: string) =>
  selectNodes(parseJsonPath(ServiceOrder, path), order).map(({ position, value }) => {
    return `${position.join('/')}=${typeof value === 'object' ? '…' : value}`
  })

describe('a path selects', () => {
  test.each([
    ['state', 'state=inProgress'],
    ['$.state', 'state=inProgress'],
    ["$['state']", 'state=inProgress'],
    ['@type', '@type=ServiceOrder'],
    ['note', 'note=…'],
    ['note[*]', 'note/0=… note/1=…'],
    ['note.text', 'note/0/text=call first note/1/text=slot booked'],
    ['note[1].text', 'note/1/text=slot booked'],
    ['note[-2].author', 'note/0/author=jdoe'],
    ['note[2].text', ''],
    ["note[?(@.author=='jdoe')].text", 'note/0/text=call first'],
    ["note[?(@.author=='jdoe')]['text']", 'note/0/text=call first'],
    ["note[ ?( @.author != 'jdoe' ) ] . text", 'note/1/text=slot booked'],
    ['note[?(@author)][?(@.id>"1")].id', 'note/1/id=2'],
    [
      'serviceOrderItem[?(@.quantity>=1)].service.serviceSpecification.id',
      'serviceOrderItem/0/service/serviceSpecification/id=ss-fttp serviceOrderItem/1/service/serviceSpecification/id=ss-cpe',
    ],
    [
      'serviceOrderItem[?(@.service.serviceCharacteristic[?(@.value==500)])].service.serviceCharacteristic[0].value',
      'serviceOrderItem/0/service/serviceCharacteristic/0/value=500',
    ],
    // Names of subtypes and extensions are followed like others, those of JavaScript are none.
    ['isExpress', ''],
    ['note[?(@.mood==1)]', ''],
    ['constructor', ''],
    ['state.length', ''],
  ])('%s: %s', (path, nodes) => {
    expect(selected(path).join(' ')).toBe(nodes)
  })
})

describe('a path is refused', () => {
  test.each([
    ['', 1],
    ['$', 2],
    ['note[', 6],
    ['note[?(@.author==)]', 18],
    ["note[?(@.author=='a'", 21],
    ["note[?(@.author=='a)]", 22],
    ["note[?(@.author=='a') && 1]", 23],
    ['note[?(@.author=~/a/g)]', 18],
    ['note[?(true)]', 12],
    ['note[?(@.)]', 10],
    ['note.', 6],
    ['note..text', 0],
    ['note[1.5]', 0],
    ['note]', 5],
    ['1', 1],
    ["note[?(@.text=='\\ud800')]", 0],
    ["note[?(@.text=='\\x')]", 0],
  ])('%s, at position %i', (path, position) => {
    const refusal = refusalOf(() => selected(path))
    expect(['invalidJsonPath', 'jsonPathFeatureNotSupported']).toContain(refusal.code)
    if (position > 0) expect(refusal.message).toContain(`position ${position} `)
  })

  test.each([
    '$..text',
    'note.*',
    'note[0:1]',
    'note[:1]',
    'note[0,1]',
    "note['a','b']",
    'note[(@.length-1)]',
  ])('%s, which is JSONPath but not offered', (path) => {
    expect(refusalOf(() => selected(path))).toMatchObject({
      code: 'jsonPathFeatureNotSupported',
      status: 501,
    })
  })

  test.each(['note[?@.text]', 'note[?(@.id.min()>1)]', 'note.min()'])(
    '%s, which is not offered either',
    (path) => {
      expect(refusalOf(() => selected(path)).status).toBe(501)
    },
  )

  test('a, b: more than one', () => {
    expect(refusalOf(() => selected('state,note')).code).toBe('invalidJsonPath')
  })

  test.each([
    ["note[?(@.text=='a' && @.date>'soon')]", 'invalidFilterValue'],
    ['serviceOrderItem[?(@.quantity==two)]', 'invalidJsonPath'],
    ["serviceOrderItem[?(@.quantity=='two')]", 'invalidFilterValue'],
    ['note[?(@.text=~/(a/)]', 'invalidPattern'],
    ['note[?(@.text>null)]', 'invalidJsonPath'],
    ["note[?('a'=='a')]", 'invalidJsonPath'],
    ['note[?(@.text.length())]', 'invalidJsonPath'],
    ["note[?(@.text.length()=='x')]", 'invalidFilterValue'],
    ['[?(@.href==@.id)]', 'invalidJsonPath'],
  ])('%s: %s', (path, code) => {
    expect(refusalOf(() => selected(path)).code).toBe(code)
  })
})
