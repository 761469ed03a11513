import { expect, test } from 'vitest'
import { withoutCase } from '../../src/derive/case-folding.ts'

const cased = Array.from({ length: 0x1f000 }, (_, code) => code).filter((code) => {
  const text = String.fromCodePoint(code)
  return (code < 0xd800 || code > 0xdfff) && (text.toUpperCase() !== text || text.toLowerCase() !== text)
})

test('characters are the same but for case as Unicode has it, and JavaScript knows it', {
  timeout: 60_000,
}, () => {
  const all = cased.map((code) => String.fromCodePoint(code)).join('')
  const wrong = cased.filter((code) => {
    const folding = new RegExp(`\\u{${code.toString(16)}}`, 'giu')
    const same = new Set([code, ...[...all.matchAll(folding)].map(([text]) => text.codePointAt(0) ?? 0)])
    const ours = withoutCase([[code, code]]).flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    return ours.join() !== [...same].sort((a, b) => a - b).join()
  })
  expect(cased.length).toBeGreaterThan(2_800)
  expect(wrong.map((code) => code.toString(16))).toEqual([])
})
