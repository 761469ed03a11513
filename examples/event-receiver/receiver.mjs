/**
 * A receiver of events: verifies that each comes from Goldthread, takes it once, and answers.
 *
 *   WEBHOOK_SECRET=whsec_… PORT=9000 node examples/event-receiver/receiver.mjs
 *
 * Prints a line for each event.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const secret = process.env.WEBHOOK_SECRET ?? ''
const tolerance = 5 * 60

/** Whether a delivery was signed with the secret, and not long ago (Standard Webhooks). */
function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers
  const age = Math.abs(Date.now() / 1000 - Number(timestamp))
  if (!(age <= tolerance)) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace('v1,', ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

// Deliveries come at least once. A receiver that must not forget keeps these ids where it keeps what it does with events.
const seen = new Set()

const server = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (!isGenuine(request.headers, body)) {
    response.writeHead(401).end()
    return
  }
  const event = JSON.parse(body.toString())
  if (!seen.has(event.eventId)) {
    seen.add(event.eventId)
    console.log(`${event.eventType} ${JSON.stringify(event.event)}`)
  }
  response.writeHead(204).end()
})

server.listen(Number(process.env.PORT ?? 9000), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`)
})
