import { describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { changedAttributes, checkPatchable } from '../../src/derive/change.ts'
import { stampNew } from '../../src/derive/stamp.ts'
import { pageOfType } from '../../src/derive/typed-page.ts'
import { validateCreate, validateDocument } from '../../src/derive/validate.ts'
import { fullExample, minimalExample } from '../../src/documents/example.ts'
import { patchExample } from '../../src/documents/patch-example.ts'

const pages = apis.flatMap(({ number, resources }) =>
  resources.map((page) => ({ is: `${number} ${page.name}`, page })),
)
const now = '2026-01-01T00:00:00.000Z'

describe.each(pages)('the examples of $is', ({ page }) => {
  // The lines of an order are created with it, by numbers of the client's.
  test.runIf(page.isStored || page.verbs.has('create'))('are accepted by a create', () => {
    for (const example of [minimalExample(page), fullExample(page)]) {
      const typed = pageOfType(page, example['@type'])
      expect(validateCreate(typed, structuredClone(example))).toEqual(example)
    }
  })

  test('are the same every time', () => {
    expect(fullExample(page)).toEqual(fullExample(page))
    expect(Object.keys(fullExample(page))).toEqual(expect.arrayContaining(Object.keys(minimalExample(page))))
  })

  test.runIf(patchExample(page) !== undefined && page.verbs.has('patch'))(
    'can be changed as the example of a patch says',
    () => {
      const example = fullExample(page)
      const typed = pageOfType(page, example['@type'])
      const before = stampNew(typed, validateCreate(typed, example), now)
      const after = { ...before, ...patchExample(page) }
      const changed = changedAttributes(before, after)
      expect(changed).toHaveLength(1)
      checkPatchable(typed, changed)
      validateDocument(typed, after)
    },
  )
})
