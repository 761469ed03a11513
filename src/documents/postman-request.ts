/** One request of a Postman collection, with the scripts that chain ids and assert statuses. */
import type { Method } from './operation.ts'

export interface PostmanRequest {
  readonly name: string
  readonly method: Method
  /** Below the base URL, with variables: `/serviceOrder/{{serviceOrderId}}`. */
  readonly path: string
  readonly description?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: { readonly mediaType: string; readonly value: unknown }
  /** The statuses that are fine. */
  readonly statuses: readonly number[]
  /** Variables without which the request makes no sense. */
  readonly wants?: readonly string[]
  /** Lines of the test script beyond the status. */
  readonly then?: readonly string[]
}

/** The request as an item of a collection. */
export function postmanItem(request: PostmanRequest): Record<string, unknown> {
  const { name, method, description, body, query = {} } = request
  const path = request.path.split('/').slice(1)
  const search = Object.entries(query).map(([key, value]) => ({ key, value }))
  const raw = `{{baseUrl}}/${path.join('/')}${search.length > 0 ? `?${search.map(({ key, value }) => `${key}=${value}`).join('&')}` : ''}`
  return {
    name,
    event: [...before(request.wants ?? []), { listen: 'test', script: script(testsOf(request)) }],
    request: {
      method,
      ...(description === undefined ? {} : { description }),
      header: [
        { key: 'Accept', value: 'application/json' },
        ...(body ? [{ key: 'Content-Type', value: body.mediaType }] : []),
      ],
      ...(body
        ? {
            body: {
              mode: 'raw',
              raw: JSON.stringify(body.value, null, 2),
              options: { raw: { language: 'json' } },
            },
          }
        : {}),
      url: { raw, host: ['{{baseUrl}}'], path, ...(search.length > 0 ? { query: search } : {}) },
    },
    response: [],
  }
}

function before(wants: readonly string[]): Record<string, unknown>[] {
  if (wants.length === 0) return []
  const missing = wants.map((name) => `!pm.collectionVariables.get('${name}')`).join(' || ')
  return [{ listen: 'prerequest', script: script([`if (${missing}) pm.execution.skipRequest()`]) }]
}

function testsOf({ statuses, then = [] }: PostmanRequest): string[] {
  return [
    `pm.test('the status is ${statuses.join(' or ')}', () => {`,
    `  pm.expect(pm.response.code, pm.response.text()).to.be.oneOf([${statuses.join(', ')}])`,
    '})',
    ...then,
  ]
}

const script = (exec: readonly string[]) => ({ type: 'text/javascript', exec })
