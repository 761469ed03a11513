/** The attribute a path of a query leads to, or the refusal that says where it went wrong (section 9.3). */
import { type FieldKind, type Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import { nearest } from './nearest.ts'
import { fieldAt, namesAt } from './path.ts'

export interface Attribute {
  readonly kind: FieldKind
  readonly isMany: boolean
}

const maxDepth = 10

/** Throws `unknownQueryAttribute` with the nearest names, or `queryTooComplex`. */
export function attributeAt(page: ResourcePage, path: readonly string[]): Attribute {
  const { known, kind, isMany, isOpen: isKept } = fieldAt(page, path)
  const isOpen = known < path.length && (isKept === true || isOpenAt(page, path.slice(0, known)))
  if (known < path.length && !isOpen) throw unknownAttribute(page, path, known)
  if (path.length > maxDepth) throw refuse('queryTooComplex', `A path may have at most ${maxDepth} names`)
  return isOpen ? { kind: 'any', isMany: true } : { kind, isMany }
}

/** Whether a path has reached a value of any kind, below which every name is possible. */
function isOpenAt(page: ResourcePage, path: readonly string[]): boolean {
  return path.length > 0 && fieldAt(page, path).kind === 'any'
}

function unknownAttribute(page: ResourcePage, path: readonly string[], known: number): Refusal {
  const reached = path.slice(0, known)
  const wrong = path[known] ?? ''
  const where = reached.length === 0 ? page.name : reached.join('.')
  const hint = nearest(wrong, namesAt(page, reached))
  return refuse('unknownQueryAttribute', `'${wrong}' is not an attribute of ${where}${hint}`)
}
