/** RFC 6902: a list of operations, all or nothing, in order (wire contract, section 12). */
import { refuse } from '../declare/index.ts'
import { EditedDocument } from './edited-document.ts'
import { isWithin, type Pointer, parsePointer } from './json-pointer.ts'
import { inOperation, type PatchOp, type PatchOperation, readOperations } from './patch-operations.ts'

/**
 * Reads a JSON Patch; what it gives makes of a document the one after the patch, and leaves the one it got as it is.
 * Reading throws `invalidPatch`, applying `patchTargetMissing` or `patchTestFailed`; each names the operation.
 */
export function jsonPatch(body: unknown): (document: unknown) => unknown {
  const steps = readOperations(body).map((operation) => {
    return inOperation(operation, () => {
      const path = parsePointer(operation.path)
      const from = parsePointer(operation.from)
      checkMove(operation.op, from, path)
      return { operation, path, from }
    })
  })
  return (document) => {
    const edited = new EditedDocument(document)
    for (const { operation, path, from } of steps) {
      inOperation(operation, () => apply(edited, operation, path, from))
    }
    return edited.root
  }
}

/** A value cannot move into itself. Throws `invalidPatch`. */
export function checkMove(op: PatchOp, from: Pointer, path: Pointer): void {
  if (op !== 'move' || !isWithin(path, from)) return
  throw refuse('invalidPatch', 'a value cannot be moved into itself')
}

/** Does one operation at one place. */
export function apply(
  edited: EditedDocument,
  { op, value }: Pick<PatchOperation, 'op' | 'value'>,
  path: Pointer,
  from: Pointer,
): void {
  switch (op) {
    case 'add':
      edited.add(path, value)
      break
    case 'replace':
      edited.replace(path, value)
      break
    case 'remove':
      edited.remove(path)
      break
    case 'move':
      edited.add(path, edited.remove(from))
      break
    case 'copy':
      edited.add(path, edited.at(from))
      break
    case 'test':
      if (!edited.holds(path, value)) {
        throw refuse('patchTestFailed', 'another value is there; read the resource again')
      }
  }
}
