/** The order of types in a file. */
import { type Attributes, heldTypes } from './attribute.ts'

/** Types in an order in which each stands below those it holds, as far as circles allow. */
export function inOrder(
  names: Iterable<string>,
  attributesOf: (name: string) => Attributes | undefined,
): string[] {
  const wanted = new Set(names)
  const done: string[] = []
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name) || !wanted.has(name)) return
    seen.add(name)
    for (const held of heldTypes(attributesOf(name))) visit(held)
    done.push(name)
  }
  for (const name of [...wanted].sort()) visit(name)
  return done
}
