/**
 * What becomes of a body that was made from an official file: it is sent, kept, answered in the official shape, found
 * by each of its values, changed attribute by attribute, and removed.
 */
import { isDeepStrictEqual } from 'node:util'
import { OfficialShape } from '../../src/conform/official-shape.ts'
import type { ApiPage, ResourcePage } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { readInstants } from '../../src/derive/literal.ts'
import { flowOf, withIds } from '../../src/documents/flow.ts'
import { type Answer, send } from '../support/http.ts'
import type { Difference } from './differences.ts'
import { type Extent, officialBody } from './official-body.ts'
import type { OfficialDocument } from './official-format.ts'

let seeds = 0

/** How many conditions one query may have. */
const mostConditions = 40

/** All that is otherwise than the official file of an API makes one expect. */
export async function roundOf(
  url: string,
  api: ApiPage,
  file: OfficialDocument,
  extent: Extent,
): Promise<Difference[]> {
  const ids = new Map<string, string>()
  const found = new Map<string, Difference>()
  const shape = new OfficialShape(file.schemas)
  const pages = flowOf(api).order
  const subjects: Subject[] = []
  for (const page of pages) {
    const subject = new Subject({ url, api, file, shape, extent, ids }, page, (where, what) => {
      found.set(`${where} ${what}`, { api: api.number, where, what })
    })
    await subject.go()
    subjects.push(subject)
  }
  for (const subject of subjects.reverse()) await subject.removeOther()
  for (const subject of subjects) await subject.remove()
  return [...found.values()]
}

interface Circumstances {
  readonly url: string
  readonly api: ApiPage
  readonly file: OfficialDocument
  readonly shape: OfficialShape
  readonly extent: Extent
  /** The documents made so far, by kind. */
  readonly ids: Map<string, string>
}

class Subject {
  readonly #in: Circumstances
  readonly #page: ResourcePage
  readonly #tell: (where: string, what: string) => void
  readonly #operation: string
  readonly #collection: string
  #document: JsonObject | undefined
  #other: JsonObject | undefined

  constructor(circumstances: Circumstances, page: ResourcePage, tell: (where: string, what: string) => void) {
    const { api, ids, url } = circumstances
    const { within } = page.facts
    this.#in = circumstances
    this.#page = page
    this.#tell = (path, what) => tell(path === '' ? page.path : `${page.path}.${path}`, what)
    this.#operation = `${within ? `/${within.path}/{id}` : ''}/${page.path}`
    const above = within ? `/${within.path}/${encodeURIComponent(ids.get(within.kind) ?? '-')}` : ''
    this.#collection = `${url}${api.path}${above}/${page.path}`
  }

  async go(): Promise<void> {
    await this.#create()
    // What is embedded is answered with its parent.
    if (this.#document === undefined || this.#page.facts.embeddedAs) return
    if (this.#page.verbs.has('read')) await this.#read(this.#document)
    if (this.#in.extent === 'least') return
    if (this.#page.verbs.has('list')) await this.#find(this.#document)
    if (this.#page.verbs.has('patch')) await this.#patch()
  }

  async removeOther(): Promise<void> {
    if (this.#other === undefined || !this.#page.verbs.has('remove')) return
    await send(`${this.#collection}/${encodeURIComponent(String(this.#other.id))}`, { method: 'DELETE' })
  }

  async remove(): Promise<void> {
    if (this.#document === undefined || !this.#page.verbs.has('remove')) return
    const removed = await send(this.#place, { method: 'DELETE' })
    if (removed.status !== 204) this.#tell('', `not removed (${removed.status})`)
    else if (this.#page.verbs.has('read') && (await send(this.#place)).status !== 404) {
      this.#tell('', 'still there')
    }
  }

  get #place(): string {
    return `${this.#collection}/${encodeURIComponent(String(this.#document?.id))}`
  }

  async #create(): Promise<void> {
    const type = this.#in.file.operations.get(`POST ${this.#operation}`)
    if (type === undefined) return
    const [body, other] = [this.#body(type), this.#body(type)]
    const created = await send(this.#collection, { method: 'POST', json: body })
    if (created.status !== 201) return this.#tellRefusal('not taken', created)
    this.#document = created.body as JsonObject
    if (!this.#page.facts.embeddedAs) this.#in.ids.set(this.#page.kind, String(this.#document.id))
    for (const path of lostFrom(body, this.#document)) {
      if (path !== 'id' && path !== 'href') this.#tell(path, 'not kept')
    }
    this.#checkShape(this.#document)
    // One that no query for the first may find.
    this.#other = (await send(this.#collection, { method: 'POST', json: other })).body
  }

  #body(type: string): JsonObject {
    const { file, extent, ids, api } = this.#in
    const made = [...ids].filter(([kind]) =>
      api.resources.some((page) => page.kind === kind && page.verbs.has('create')),
    )
    seeds += 1
    return withIds(this.#page, officialBody(file, type, extent, seeds), new Map(made))
  }

  async #read(document: JsonObject): Promise<void> {
    const { status, body } = await send(this.#place)
    if (status !== 200) this.#tell('', `not read (${status})`)
    else for (const path of lostFrom(document, body)) this.#tell(path, 'read otherwise')
  }

  /** By each value alone, which must be that of all that is found; and by all of them. */
  async #find(document: JsonObject): Promise<void> {
    const leaves = leavesOf(document).filter(([, value]) => value !== '')
    const conditions = leaves.map(([path, value]) => `${encodeURIComponent(path)}=${encoded(value)}`)
    const ofEach = new Set(leaves.map(([path]) => path.split('.')[0]))
    for (const name of ofEach) {
      const index = leaves.findIndex(([path]) => path.split('.')[0] === name)
      const [path, value] = leaves[index] ?? ['', '']
      const listed = await send(`${this.#collection}?${conditions[index]}&limit=1000`)
      if (!Array.isArray(listed.body)) this.#tellRefusal(`not found by ${path}`, listed)
      else if (!listed.body.some(({ id }) => id === document.id)) this.#tell(path, 'not found')
      else if (listed.body.some((each) => !hasLeaf(each, path, value))) this.#tell(path, 'found wrongly')
    }
    for (let from = 0; from < conditions.length; from += mostConditions) {
      const query = conditions.slice(from, from + mostConditions).join('&')
      const listed = await send(`${this.#collection}?${query}&id=${encodeURIComponent(String(document.id))}`)
      if (!Array.isArray(listed.body)) this.#tellRefusal('not found by all', listed)
      else if (listed.body.length !== 1) this.#tell('', `not found by all its values`)
    }
  }

  async #patch(): Promise<void> {
    const type = this.#in.file.operations.get(`PATCH ${this.#operation}/{id}`)
    if (type === undefined) return
    seeds += 1
    const changes = officialBody(this.#in.file, type, 'full', seeds)
    const told = this.#page.facts.needsType ? { '@type': this.#document?.['@type'] } : {}
    let last: unknown = this.#document
    // A state that is final lets nothing change any more.
    const isState = ([name]: readonly [string, unknown]) => Number(/state|status/i.test(name))
    const inOrder = Object.entries(changes).sort((one, other) => isState(one) - isState(other))
    for (const [name, value] of inOrder) {
      if (name === 'id' || name === 'href' || name.startsWith('@')) continue
      const patched = await send(this.#place, { method: 'PATCH', json: { ...told, [name]: value } })
      if (patched.status !== 200) {
        this.#tell(name, `not changed (${patched.status} ${patched.body?.code})`)
        continue
      }
      for (const path of lostFrom({ [name]: value }, patched.body)) this.#tell(path, 'changed otherwise')
      last = patched.body
    }
    this.#checkShape(last)
    if (!this.#page.verbs.has('read')) return
    const read = await send(this.#place)
    if (!isDeepStrictEqual(read.body, last)) this.#tell('', 'read otherwise after changes')
  }

  #checkShape(document: unknown): void {
    const { embeddedAs, within } = this.#page.facts
    const shown = (embeddedAs && within) || this.#page
    const type = shown.facts.officialType ?? shown.name
    for (const { path, message } of this.#in.shape.problemsOf(type, document)) {
      this.#tell(path, `not valid: ${message}`)
    }
  }

  #tellRefusal(what: string, { status, body }: Answer): void {
    const findings: { path: string; code: string }[] = body?.errorItem ?? [{ path: '', code: body?.code }]
    for (const { path, code } of findings) {
      this.#tell(path.replaceAll(/\[\d+\]/g, ''), `${what} (${status} ${code})`)
    }
  }
}

/** The paths at which an answer holds something else than was sent. */
function lostFrom(sent: unknown, answered: unknown, path = ''): string[] {
  if (Array.isArray(sent)) {
    if (!Array.isArray(answered) || answered.length !== sent.length) return [path]
    return [...new Set(sent.flatMap((element, index) => lostFrom(element, answered[index], path)))]
  }
  if (typeof sent !== 'object' || sent === null) return sent === answered ? [] : [path]
  if (typeof answered !== 'object' || answered === null) return [path]
  return Object.entries(sent).flatMap(([name, value]) =>
    lostFrom(value, (answered as JsonObject)[name], path === '' ? name : `${path}.${name}`),
  )
}

type Leaf = string | number | boolean

/** The values of a document that are no parts, with their paths; of a list, those of each element. */
function leavesOf(value: unknown, path = ''): [string, Leaf][] {
  if (Array.isArray(value)) return value.flatMap((element) => leavesOf(element, path))
  if (typeof value !== 'object' || value === null) return [[path, value as Leaf]]
  return Object.entries(value).flatMap(([name, member]) =>
    leavesOf(member, path === '' ? name : `${path}.${name}`),
  )
}

function hasLeaf(document: unknown, path: string, wanted: Leaf): boolean {
  const values = leavesOf(document).flatMap(([at, value]) => (at === path ? [value] : []))
  // A document without a type is of the type of its collection.
  return (values.length === 0 && path === '@type') || values.some((value) => isSame(value, wanted))
}

function isSame(one: Leaf, other: Leaf): boolean {
  if (one === other) return true
  const [instant, wanted] = [one, other].map((value) => readInstants(String(value))?.[0])
  return instant !== undefined && instant === wanted
}

function encoded(value: Leaf): string {
  if (typeof value !== 'string') return String(value)
  return encodeURIComponent(`"${value.replaceAll(/[\\"]/g, '\\$&')}"`)
}
