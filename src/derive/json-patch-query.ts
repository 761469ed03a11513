/** JSON Patch Query (TMF630 part 5, wire contract, section 12): a JSON Patch whose paths may choose among elements. */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { EditedDocument } from './edited-document.ts'
import { apply, checkMove } from './json-patch.ts'
import type { Pointer } from './json-pointer.ts'
import { inOperation, type PatchOperation, readOperations } from './patch-operations.ts'
import { pathTarget } from './path-target.ts'
import { isListAt, type PatchTarget, pointerQuery } from './pointer-query.ts'

interface Step {
  readonly operation: PatchOperation
  readonly path: PatchTarget
  readonly from: PatchTarget
}

/**
 * Reads a JSON Patch Query for a page; what it gives makes of a document the one after the patch. Every element that is
 * chosen is changed. Applying throws `patchTargetMissing` where none is, `patchTargetAmbiguous` where one was wanted.
 */
export function jsonPatchQuery(page: ResourcePage, body: unknown): (document: unknown) => unknown {
  const steps: Step[] = readOperations(body).map((operation) =>
    inOperation(operation, () => {
      const from = targetOf(page, operation.from)
      return { operation, from, path: targetOf(page, operation.path) }
    }),
  )
  return (document) => {
    const edited = new EditedDocument(document)
    for (const step of steps) inOperation(step.operation, () => run(page, edited, step))
    return edited.root
  }
}

/** A path that begins with a slash, or has one or a question mark before any bracket or dot, is a pointer. */
function targetOf(page: ResourcePage, text: string): PatchTarget {
  const end = /[/?[.$]/.exec(text)?.[0]
  return end === undefined || end === '/' || end === '?' ? pointerQuery(page, text) : pathTarget(page, text)
}

function run(page: ResourcePage, edited: EditedDocument, { operation, path, from }: Step): void {
  const { op, value } = operation
  switch (op) {
    case 'test':
      for (const place of chosen(path.existing(edited))) apply(edited, operation, place, [])
      break
    case 'replace':
      for (const place of chosen(path.existing(edited))) edited.replace(place, value)
      break
    case 'remove':
      // From the last on: what comes before keeps its place.
      for (const place of chosen(path.existing(edited)).reverse()) edited.remove(place)
      break
    case 'add':
      putAt(page, edited, path, value)
      break
    case 'copy':
      putAt(page, edited, path, edited.at(only(from.existing(edited))))
      break
    case 'move': {
      const source = only(from.existing(edited))
      for (const place of path.possible(edited)) checkMove(op, source, place)
      putAt(page, edited, path, edited.remove(source))
    }
  }
}

/**
 * Puts a value at every place a path names: an element that is chosen becomes it, a member is set, a list gets it as
 * an element at its end. A list is put in the place of a list.
 */
function putAt(page: ResourcePage, edited: EditedDocument, path: PatchTarget, value: unknown): void {
  for (const place of chosen(path.possible(edited))) {
    if (path.choosesElements) edited.replace(place, value)
    else if (!Array.isArray(value) && isListAt(page, edited, place)) edited.add([...place, '-'], value)
    else edited.add(place, value)
  }
}

function chosen(places: Pointer[]): Pointer[] {
  if (places.length === 0) throw refuse('patchTargetMissing', 'nothing in the resource is chosen by the path')
  return places
}

function only(places: Pointer[]): Pointer {
  const [place] = chosen(places)
  if (place === undefined || places.length > 1) {
    throw refuse('patchTargetAmbiguous', `from chooses ${places.length} values, where one must be chosen`)
  }
  return place
}
