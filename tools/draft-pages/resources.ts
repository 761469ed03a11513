/** The resources that an API's paths lead to: their names, where they stand, and what may be done with them. */
import { refName, type Swagger } from './swagger.ts'

type Operations = Swagger['paths'][string]

export interface PathResource {
  readonly name: string
  /** The last word of its path. */
  readonly path: string
  /** The first word of its path, when it stands within another resource. */
  readonly within?: string
  readonly verbs: ReadonlySet<string>
}

const verbsOfOne: Readonly<Record<string, string>> = {
  get: 'read',
  patch: 'patch',
  put: 'replace',
  delete: 'remove',
}
const verbsOfMany: Readonly<Record<string, string>> = { get: 'list', post: 'create' }

/** The resources of a file, in the order of their paths; hubs and listeners are none. */
export function resourcesOf({ paths }: Swagger): PathResource[] {
  const found = new Map<string, PathResource>()
  for (const [path, operations] of Object.entries(paths)) {
    const pieces = path.split('/').filter(Boolean)
    if (pieces[0] === 'hub' || pieces[0] === 'listener' || pieces[2] === 'hub') continue
    const words = pieces.filter((piece) => !isParameter(piece))
    const key = words.join('/')
    const before = found.get(key)
    found.set(key, {
      name: before?.name || nameOf(operations),
      path: words.at(-1) ?? '',
      ...(words.length > 1 && words[0] !== undefined ? { within: words[0] } : {}),
      verbs: new Set([...(before?.verbs ?? []), ...verbsOf(operations, isParameter(pieces.at(-1)))]),
    })
  }
  return [...found.values()]
}

/** The type that the operations answer with; empty when they answer with none. */
function nameOf(operations: Operations): string {
  const names = Object.values(operations)
    .flatMap((operation) => Object.values(operation.responses))
    .map(({ schema }) => schema?.$ref ?? schema?.items?.$ref)
    .map((ref) => (ref === undefined ? '' : refName(ref)))
  return names.find((name) => name !== '' && name !== 'Error' && !name.startsWith('EventSub')) ?? ''
}

function verbsOf(operations: Operations, isOne: boolean): string[] {
  const verbs = isOne ? verbsOfOne : verbsOfMany
  return Object.keys(operations).flatMap((method) => verbs[method] ?? [])
}

function isParameter(piece: string | undefined): boolean {
  return piece?.startsWith('{') === true
}
