/** What both floors need of node:http. */
import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerAs } from './process.ts'

/** The body of a request as text. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

/** Listens on a free port, and answers the benchmark's own questions. */
export async function listen(
  server: Server,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  stop: () => Promise<unknown>,
): Promise<void> {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: Error) => {
      console.error(error)
      response.writeHead(500).end(error.message)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  answerAs(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.close()
    server.closeAllConnections()
    await stop()
  })
}
