import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenVersion, compareVersions, splitVersionKey, versionKey } from '../../src/derive/versions.ts'

describe('the order of versions', () => {
  test('counts dot-part by dot-part', () => {
    const given = ['2', '1.10', '1.9', '1.9.1', 'draft', '', '1.9-beta', '10']
    expect(given.sort(compareVersions)).toEqual(['', '1.9', '1.9.1', '1.10', '1.9-beta', '2', '10', 'draft'])
  })

  test('is an order: antisymmetric and transitive', () => {
    const version = fc.array(fc.constantFrom('1', '2', '10', 'a', 'b', '', '01'), { maxLength: 3 })
    fc.assert(
      fc.property(version, version, version, (...parts) => {
        const [a, b, c] = parts.map((each) => each.join('.')) as [string, string, string]
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0)
        if (compareVersions(a, b) < 0 && compareVersions(b, c) < 0)
          expect(compareVersions(a, c)).toBeLessThan(0)
      }),
    )
  })
})

test('the highest version in use answers; when none is, the highest of all', () => {
  const at = (version: string, lifecycleStatus: string) => ({ version, lifecycleStatus })
  expect(chosenVersion([at('1', 'Active'), at('2', 'In design')])?.version).toBe('1')
  expect(chosenVersion([at('1', 'launched'), at('2', 'Active')])?.version).toBe('2')
  expect(chosenVersion([at('1', 'Retired'), at('2', 'In design')])?.version).toBe('2')
  expect(chosenVersion([])).toBeUndefined()
})

test('a key names its version back, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (id, version) => {
      fc.pre(!/:\(version=/.test(id + version))
      expect(splitVersionKey(versionKey(id, version))).toEqual({ id, version })
      expect(splitVersionKey(id)).toEqual({ id })
    }),
  )
})
