/**
 * What RFC 6902 and RFC 6901 say of single operations: the examples of appendix A of the former and of section 5 of the
 * latter, and the corners that the public suite of JSON Patch tests looks into, with documents of our own.
 */
import type { RefusalCode } from '../../src/declare/index.ts'

interface Vector {
  readonly what: string
  readonly document: unknown
  readonly patch: readonly unknown[]
}

export interface Applied extends Vector {
  readonly result: unknown
}

export interface Refused extends Vector {
  readonly code: RefusalCode
}

const applied = (what: string, document: unknown, patch: readonly unknown[], result: unknown): Applied => ({
  ...{ what, document, patch, result },
})
const refused = (what: string, document: unknown, patch: readonly unknown[], code: RefusalCode): Refused => ({
  ...{ what, document, patch, code },
})

const add = (path: string, value: unknown) => ({ op: 'add', path, value })
const remove = (path: string) => ({ op: 'remove', path })
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value })
const move = (from: string, path: string) => ({ op: 'move', from, path })
const copy = (from: string, path: string) => ({ op: 'copy', from, path })
const is = (path: string, value: unknown) => ({ op: 'test', path, value })

/** RFC 6901, section 5. */
const pointers = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
}

export const appliedVectors: readonly Applied[] = [
  applied('A.1 adds a member', { foo: 'bar' }, [add('/baz', 'qux')], { baz: 'qux', foo: 'bar' }),
  applied('A.2 adds an element', { foo: ['bar', 'baz'] }, [add('/foo/1', 'qux')], {
    foo: ['bar', 'qux', 'baz'],
  }),
  applied('A.3 removes a member', { baz: 'qux', foo: 'bar' }, [remove('/baz')], { foo: 'bar' }),
  applied('A.4 removes an element', { foo: ['bar', 'qux', 'baz'] }, [remove('/foo/1')], {
    foo: ['bar', 'baz'],
  }),
  applied('A.5 replaces a value', { baz: 'qux', foo: 'bar' }, [replace('/baz', 'boo')], {
    baz: 'boo',
    foo: 'bar',
  }),
  applied(
    'A.6 moves a value',
    { foo: { bar: 'baz', waldo: 'fred' }, qux: { corge: 'grault' } },
    [move('/foo/waldo', '/qux/thud')],
    { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } },
  ),
  applied('A.7 moves an element', { foo: ['all', 'grass', 'cows', 'eat'] }, [move('/foo/1', '/foo/3')], {
    foo: ['all', 'cows', 'eat', 'grass'],
  }),
  applied('A.8 tests values', { baz: 'qux', foo: ['a', 2, 'c'] }, [is('/baz', 'qux'), is('/foo/1', 2)], {
    baz: 'qux',
    foo: ['a', 2, 'c'],
  }),
  applied('A.10 adds a nested object', { foo: 'bar' }, [add('/child', { grandchild: {} })], {
    foo: 'bar',
    child: { grandchild: {} },
  }),
  applied('A.11 ignores members it does not know', { foo: 'bar' }, [{ ...add('/baz', 'qux'), xyz: 123 }], {
    foo: 'bar',
    baz: 'qux',
  }),
  applied('A.14 reads ~01 as ~1', { '/': 9, '~1': 10 }, [is('/~01', 10)], { '/': 9, '~1': 10 }),
  applied('A.16 adds a list as one element', { foo: ['bar'] }, [add('/foo/-', ['abc', 'def'])], {
    foo: ['bar', ['abc', 'def']],
  }),
  applied(
    'finds every member of RFC 6901',
    pointers,
    [
      ...[is('', pointers), is('/foo', ['bar', 'baz']), is('/foo/0', 'bar'), is('/', 0), is('/a~1b', 1)],
      ...[is('/c%d', 2), is('/e^f', 3), is('/g|h', 4), is('/i\\j', 5), is('/k"l', 6), is('/ ', 7)],
      is('/m~0n', 8),
    ],
    pointers,
  ),
  applied('without operations changes nothing', { a: 1 }, [], { a: 1 }),
  applied('adds over a member that is there', { a: null }, [add('/a', 2)], { a: 2 }),
  applied('adds null', { a: 1 }, [add('/b', null)], { a: 1, b: null }),
  applied('adds false', { a: 1 }, [add('/b', false)], { a: 1, b: false }),
  applied('adds at the start of a list', ['b'], [add('/0', 'a')], ['a', 'b']),
  applied('adds at the index after the last', ['a', 'b'], [add('/2', 'c')], ['a', 'b', 'c']),
  applied('adds to a list that is the document', [], [add('/-', 'a')], ['a']),
  applied(
    'adds to the end of a list in lists',
    [1, [2, [3]]],
    [add('/1/1/-', { d: 4 })],
    [1, [2, [3, { d: 4 }]]],
  ),
  applied('reads a number as a name in an object', { a: 1 }, [add('/0', 'b')], { a: 1, '0': 'b' }),
  applied('reads 1e0 as a name in an object', { '1e0': 'a' }, [is('/1e0', 'a')], { '1e0': 'a' }),
  applied('adds a member without a name', { a: {} }, [add('/a/', 1)], { a: { '': 1 } }),
  applied('adds to an element', { a: [{ b: 1 }] }, [add('/a/0/c', 2)], { a: [{ b: 1, c: 2 }] }),
  applied('adds in the place of the whole document', { a: 1 }, [add('', { b: 2 })], { b: 2 }),
  applied('replaces the whole document', { a: 1 }, [replace('', { b: 2 })], { b: 2 }),
  applied('replaces an object by a list', { a: 1 }, [replace('', [1])], [1]),
  applied('begins a list that is absent', { a: 1 }, [add('/note/-', 'b')], { a: 1, note: ['b'] }),
  applied('removes null', { a: null, b: 1 }, [remove('/a')], { b: 1 }),
  applied('removes from an element', { a: [{ b: 1 }] }, [remove('/a/0/b')], { a: [{}] }),
  applied('removes in order', [1, 2, 3, 4], [remove('/1'), remove('/2')], [1, 3]),
  applied('replaces an element', ['a', 'b'], [replace('/1', ['c', 'd'])], ['a', ['c', 'd']]),
  applied('replaces a text by zero', [''], [replace('/0', 0)], [0]),
  applied('replaces by null', { a: 1 }, [replace('/a', null)], { a: null }),
  applied('moves to where it is', { a: 1 }, [move('/a', '/a')], { a: 1 }),
  applied('moves null', { a: null }, [move('/a', '/b')], { b: null }),
  applied('moves out of an element', { a: [{ b: 1 }] }, [move('/a/0/b', '/a/1')], { a: [{}, 1] }),
  applied('moves a value over its container', { a: { b: { c: 1 } } }, [move('/a/b', '/a')], { a: { c: 1 } }),
  applied('copies an object that then is its own', { a: { b: 1 } }, [copy('/a', '/c'), add('/c/d', 2)], {
    a: { b: 1 },
    c: { b: 1, d: 2 },
  }),
  applied('copies a value into itself', { a: { b: 1 } }, [copy('/a', '/a/c')], { a: { b: 1, c: { b: 1 } } }),
  applied('tests objects in any order', { a: { b: 1, c: 2 } }, [is('/a', { c: 2, b: 1 })], {
    a: { b: 1, c: 2 },
  }),
  applied('tests null', { a: null }, [is('/a', null)], { a: null }),
]

export const refusedVectors: readonly Refused[] = [
  refused('A.9 when a test fails', { baz: 'qux' }, [is('/baz', 'bar')], 'patchTestFailed'),
  refused('A.12 when a target is missing', { foo: 'bar' }, [add('/baz/bat', 'qux')], 'patchTargetMissing'),
  refused(
    'A.15 when text is tested for a number',
    { '/': 9, '~1': 10 },
    [is('/~01', '10')],
    'patchTestFailed',
  ),
  refused('when a list is tested for its beginning', { a: [1, 2] }, [is('/a', [1])], 'patchTestFailed'),
  refused('when null is tested for zero', { a: null }, [is('/a', 0)], 'patchTestFailed'),
  refused('when a member to test is absent', { a: 1 }, [is('/b', null)], 'patchTargetMissing'),
  refused('when a member to remove is absent', { a: 1 }, [remove('/b')], 'patchTargetMissing'),
  refused('when a member to replace is absent', { a: 1 }, [replace('/b', 1)], 'patchTargetMissing'),
  refused('when a member to move is absent', { a: 1 }, [move('/b', '/c')], 'patchTargetMissing'),
  refused('when a member to copy is absent', { a: 1 }, [copy('/b', '/c')], 'patchTargetMissing'),
  refused('when the parent is absent', { a: 1 }, [replace('/b/c', 1)], 'patchTargetMissing'),
  refused('when the parent is a text', { a: 'b' }, [add('/a/0', 1)], 'patchTargetMissing'),
  refused('when the member is one every object has', { a: 1 }, [remove('/toString')], 'patchTargetMissing'),
  refused('when an index is beyond the end', [1, 2], [add('/3', 3)], 'patchTargetMissing'),
  refused('when an index is below zero', [1, 2], [add('/-1', 3)], 'patchTargetMissing'),
  refused('when an index is no number', [1, 2], [add('/a', 3)], 'patchTargetMissing'),
  refused('when an index has an exponent', [1, 2], [add('/1e0', 3)], 'patchTargetMissing'),
  refused('when an index has leading zeros', [1, 2], [is('/01', 2)], 'patchTargetMissing'),
  refused('when an index is a double zero', [1, 2], [is('/00', 1)], 'patchTargetMissing'),
  refused('when the element to remove is absent', [1, 2], [remove('/2')], 'patchTargetMissing'),
  refused('when the end of a list is to be removed', [1, 2], [remove('/-')], 'patchTargetMissing'),
  refused('when the end of a list is to be copied', [1, 2], [copy('/-', '/0')], 'patchTargetMissing'),
  refused(
    'when a path to remove has an exponent',
    { a: [{ b: 1 }] },
    [remove('/a/0e0/b')],
    'patchTargetMissing',
  ),
  refused('when a value is to move into itself', { a: { b: 1 } }, [move('/a', '/a/b')], 'invalidPatch'),
  refused('when the whole document is to be removed', { a: 1 }, [remove('')], 'invalidPatch'),
  refused('when an operation is unknown', { a: 1 }, [{ op: 'spam', path: '/a' }], 'invalidPatch'),
  refused('when add has no value', [1], [{ op: 'add', path: '/-' }], 'invalidPatch'),
  refused('when replace has no value', [1], [{ op: 'replace', path: '/0' }], 'invalidPatch'),
  refused('when test has no value', [null], [{ op: 'test', path: '/0' }], 'invalidPatch'),
  refused('when copy has no from', [1], [{ op: 'copy', path: '/-' }], 'invalidPatch'),
  refused('when move has no from', { a: 1 }, [{ op: 'move', path: '' }], 'invalidPatch'),
  refused('when a path does not begin with a slash', { a: 1 }, [add('a', 2)], 'invalidPatch'),
  refused('when the last of its operations fails', { a: 1 }, [add('/b', 2), is('/b', 3)], 'patchTestFailed'),
]
