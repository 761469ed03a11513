/** A document that brings its content along (TMF667): it is stored, and served for download. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resourceBehaviours } from '../../src/behaviours/index.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const documents = '/tmf-api/document/v4/document'
const behaviours = new Map<string, Behaviour>()

let server: TestServer
beforeAll(async () => {
  server = await startServer({ behaviours })
  for (const [kind, behaviour] of resourceBehaviours(server.context.database)) behaviours.set(kind, behaviour)
})
afterAll(() => server?.close())

const post = (json: unknown): Promise<Answer> => send(server.url + documents, { method: 'POST', json })
const base64 = (text: string): string => Buffer.from(text).toString('base64')

test('the content of an attachment is read at its URL, and never shown by a browser', async () => {
  const attachment = [
    { name: 'Vertrag „2026“.html', mimeType: 'text/html', content: base64('<script>1</script>') },
  ]
  const { status, body, headers } = await post({ name: 'Contract', attachment })
  expect([status, headers.get('etag')]).toEqual([201, '"1"'])
  expect(body.attachment[0].url).toBe(`${body.href}/attachment/1/content`)
  const content = await send(body.attachment[0].url)
  expect(content.text).toBe('<script>1</script>')
  expect(Object.fromEntries(content.headers)).toMatchObject({
    'content-type': 'text/html',
    'content-disposition': "attachment; filename*=UTF-8''Vertrag%20%E2%80%9E2026%E2%80%9C.html",
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
  })
})

test('an attachment that lies elsewhere keeps its URL', async () => {
  const url = 'https://files.example.com/a.pdf'
  const { body } = await post({ name: 'Elsewhere', attachment: [{ id: '1', url }, { content: base64('x') }] })
  expect(body.attachment.map((each: { url: string }) => each.url)).toEqual([
    url,
    `${body.href}/attachment/2/content`,
  ])
  expect((await send(`${body.href}/attachment/1/content`)).status).toBe(404)
  expect((await send(`${body.href}/attachment/9/content`)).status).toBe(404)
  expect((await send(`${server.url}${documents}/none/attachment/1/content`)).status).toBe(404)
})

test('what is no media type or would end a header is not sent as one', async () => {
  const attachment = [{ name: 'a\r\nSet-Cookie: b', mimeType: 'text/html\r\nX: y', content: base64('x') }]
  const { body } = await post({ name: 'Odd', attachment })
  const { headers } = await send(body.attachment[0].url)
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b")
  expect(headers.get('set-cookie')).toBeNull()
})

test('content that is no base64 is refused', async () => {
  const { body } = await post({ name: 'Broken', attachment: [{ content: 'ä' }] })
  expect([body.code, body.message]).toEqual(['invalidFormat', 'attachment[0].content must be base64'])
})

test('a document that is sent back as it was read has not changed, and new content gets a URL', async () => {
  const { body } = await post({ name: 'Round', attachment: [{ content: base64('x') }] })
  const same = await send(body.href, { method: 'PATCH', json: { attachment: body.attachment } })
  expect([same.status, same.headers.get('etag')]).toEqual([200, '"1"'])
  const more = { attachment: [...body.attachment, { content: base64('y') }] }
  const changed = await send(body.href, { method: 'PATCH', json: more })
  expect((await send(changed.body.attachment[1].url)).text).toBe('y')
})

test('a document moves through its life, and no further', async () => {
  const { body } = await post({ name: 'Life' })
  expect(body.status).toBe('created')
  const move = (status: string) => send(body.href, { method: 'PATCH', json: { status } })
  expect((await move('archived')).body.code).toBe('stateTransitionNotAllowed')
  expect((await move('published')).body.status).toBe('published')
  expect((await move('deleted')).body.status).toBe('deleted')
  expect((await move('created')).body.code).toBe('stateTransitionNotAllowed')
})
