/** Whether two types of the information model say the same, so that one schema can stand for both. */
import { isDeepStrictEqual } from 'node:util'
import type { FieldFacts, TypeWord } from '../declare/index.ts'

/** Compares two types attribute by attribute, round circles too. */
export function isSameType(one: TypeWord, other: TypeWord, assumed: readonly Pair[] = []): boolean {
  if (one === other || assumed.some(([a, b]) => a === one && b === other)) return true
  if (one.name !== other.name) return false
  if (!isDeepStrictEqual(subtypesOf(one), subtypesOf(other))) return false
  const names = Object.keys(one.fields)
  if (!isDeepStrictEqual([...names].sort(), Object.keys(other.fields).sort())) return false
  const pairs: readonly Pair[] = [...assumed, [one, other]]
  return names.every((name) => {
    const [a, b] = [one.fields[name]?.facts, other.fields[name]?.facts]
    return a !== undefined && b !== undefined && isSameAttribute(a, b, pairs)
  })
}

const subtypesOf = ({ subtypes = [] }: TypeWord): string[] => subtypes.map(({ name }) => name)

type Pair = readonly [TypeWord, TypeWord]

function isSameAttribute(one: FieldFacts, other: FieldFacts, assumed: readonly Pair[]): boolean {
  const isSame =
    one.kind === other.kind &&
    one.isMandatory === other.isMandatory &&
    one.element?.kind === other.element?.kind &&
    isDeepStrictEqual(one.values, other.values)
  if (!isSame) return false
  if (one.of === undefined || other.of === undefined) return one.of === other.of
  return isSameType(one.of(), other.of(), assumed)
}
