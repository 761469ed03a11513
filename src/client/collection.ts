/** The documents of one resource, with the types of its page. */
import type { ApiPage, Create, Patch, ResourcePage, Stored } from '../declare/index.ts'
import type { Connection } from './connection.ts'
import { type ListQuery, queryOf, type View, viewParameters } from './query.ts'

/** What a request may say besides its content. */
export interface RequestOptions {
  /** The golden thread the request belongs to. */
  readonly correlationId?: string
  /** A repeat with the same key does nothing and gets the same answer. */
  readonly idempotencyKey?: string
  /** The entity tag the document must still have. */
  readonly ifMatch?: string
  /** Attributes to answer; all when absent. */
  readonly fields?: readonly string[]
}

/** A document, with the tag of the revision it was answered at. */
export interface Result<Page extends ResourcePage> {
  readonly document: Stored<Page>
  readonly etag: string | undefined
}

/** A page of a list. */
export interface Listing<Page extends ResourcePage> {
  readonly documents: readonly Stored<Page>[]
  /** How many match in all; undefined where the server does not say. */
  readonly total: number | undefined
}

export class Collection<Page extends ResourcePage> {
  readonly #connection: Connection
  readonly #path: string

  constructor(connection: Connection, api: Pick<ApiPage, 'path'>, page: Page, parent?: string) {
    this.#connection = connection
    const { within } = page.facts
    const above = within ? `/${within.path}/${encodeURIComponent(parent ?? '')}` : ''
    this.#path = `${api.path}${above}/${page.path}`
  }

  /** POST. Gives the document as the server made it. */
  async create(body: Create<Page>, options: RequestOptions = {}): Promise<Stored<Page>> {
    return (await this.#write('POST', '', body, options)).document
  }

  /** GET by id. Throws a RequestRefused with the status 404 when there is none. */
  async read(id: string, options: View = {}): Promise<Stored<Page>> {
    return (await this.readTagged(id, options)).document
  }

  /** GET by id, with the tag for a change that must not overwrite another's. */
  async readTagged(id: string, options: View = {}): Promise<Result<Page>> {
    const response = await this.#connection.send({ method: 'GET', path: this.#pathOf(id, options) })
    return resultOf<Page>(response)
  }

  /** PATCH by merge patch: what is absent stays, `null` removes. */
  async patch(id: string, changes: Patch<Page>, options: RequestOptions = {}): Promise<Stored<Page>> {
    return (await this.#write('PATCH', id, changes, options)).document
  }

  /** PUT: the document becomes what is sent; only for resources that offer it. */
  async replace(id: string, body: Create<Page>, options: RequestOptions = {}): Promise<Stored<Page>> {
    return (await this.#write('PUT', id, body, options)).document
  }

  /** DELETE. */
  async remove(id: string, options: Omit<RequestOptions, 'fields'> = {}): Promise<void> {
    await this.#connection.send({ method: 'DELETE', path: this.#pathOf(id), headers: headersOf(options) })
  }

  /** One page of a list, by offset, with the number of all that match. */
  async page(
    query: ListQuery<Page> & { readonly offset?: number; readonly limit?: number } = {},
  ): Promise<Listing<Page>> {
    const parameters = queryOf(query)
    if (query.offset !== undefined) parameters.append('offset', String(query.offset))
    if (query.limit !== undefined) parameters.append('limit', String(query.limit))
    const response = await this.#connection.send({ method: 'GET', path: withQuery(this.#path, parameters) })
    const total = response.headers.get('x-total-count')
    return {
      documents: (await response.json()) as Stored<Page>[],
      total: total === null ? undefined : Number(total),
    }
  }

  /**
   * Every document that matches, a page at a time in the background. It follows the links of the server, so that
   * none is skipped or seen twice while others come and go.
   */
  async *list(query: ListQuery<Page> & { readonly pageSize?: number } = {}): AsyncGenerator<Stored<Page>> {
    const parameters = queryOf(query)
    parameters.append('limit', String(query.pageSize ?? 100))
    parameters.append('after', '')
    let path: string | undefined = withQuery(this.#path, parameters)
    while (path !== undefined) {
      const response: Response = await this.#connection.send({ method: 'GET', path })
      yield* (await response.json()) as Stored<Page>[]
      path = nextOf(response, this.#path)
    }
  }

  /** How many documents match. */
  async count(query: Pick<ListQuery<Page>, 'where' | 'filter'> = {}): Promise<number> {
    return (await this.page({ ...query, limit: 0 })).total ?? 0
  }

  async #write(method: string, id: string, body: unknown, options: RequestOptions): Promise<Result<Page>> {
    const path = this.#pathOf(id, options)
    return resultOf<Page>(await this.#connection.send({ method, path, headers: headersOf(options), body }))
  }

  #pathOf(id: string, view: View = {}): string {
    const path = id === '' ? this.#path : `${this.#path}/${encodeURIComponent(id)}`
    return withQuery(path, viewParameters(view))
  }
}

async function resultOf<Page extends ResourcePage>(response: Response): Promise<Result<Page>> {
  const document = (await response.json()) as Stored<Page>
  return { document, etag: response.headers.get('etag') ?? undefined }
}

function headersOf({ correlationId, idempotencyKey, ifMatch }: RequestOptions): Record<string, string> {
  return {
    ...(correlationId === undefined ? {} : { 'X-Correlation-ID': correlationId }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
  }
}

function withQuery(path: string, parameters: URLSearchParams): string {
  return parameters.size === 0 ? path : `${path}?${parameters}`
}

/** The path of the next page (RFC 8288), as seen from the server's URL; undefined on the last. */
function nextOf(response: Response, path: string): string | undefined {
  const [, target] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(response.headers.get('link') ?? '') ?? []
  const query = target?.indexOf('?') ?? -1
  return target === undefined || query < 0 ? undefined : path + target.slice(query)
}
