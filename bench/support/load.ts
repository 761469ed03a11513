/**
 * The load generator: so many connections, each with one request at a time (no pipelining), over plain sockets.
 * It does as little as it can: what it costs, both sides pay, and it would bring every ratio nearer to one.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface LoadOptions {
  readonly connections: number
  /** How long, or how many requests. */
  readonly until: { readonly milliseconds: number } | { readonly count: number }
  /** The request to send as the number `index`. */
  readonly request: (index: number) => Buffer
}

export interface Load {
  readonly count: number
  readonly seconds: number
  /** Milliseconds each request took, ascending. */
  readonly latencies: readonly number[]
  /** Bytes of an answer, on average, with its header. */
  readonly answerSize: number
}

/** A request as it goes over the wire; `headers` are lines. */
export function requestBytes(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  { body, headers = [] }: { readonly body?: string; readonly headers?: readonly string[] } = {},
): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Accept: application/json',
    ...headers,
  ]
  const head = `${lines.join('\r\n')}\r\n`
  if (body === undefined) return Buffer.from(`${head}\r\n`)
  const { byteLength } = Buffer.from(body)
  return Buffer.from(`${head}Content-Type: application/json\r\nContent-Length: ${byteLength}\r\n\r\n${body}`)
}

/** Sends requests as fast as they are answered. Throws when one is not answered with success. */
export async function load(url: string, { connections, until, request }: LoadOptions): Promise<Load> {
  const latencies: number[] = []
  let sent = 0
  let size = 0
  const began = performance.now()
  const isOver = () =>
    'count' in until ? sent >= until.count : performance.now() - began >= until.milliseconds
  const work = async () => {
    const line = await Line.open(url)
    while (!isOver()) {
      const from = performance.now()
      size += await line.exchange(request(sent++))
      latencies.push(performance.now() - from)
    }
    line.close()
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - began) / 1000
  latencies.sort((a, b) => a - b)
  return { count: latencies.length, seconds, latencies, answerSize: size / latencies.length }
}

/** One connection. */
class Line {
  readonly #socket: Socket
  #resolve: (size: number) => void = () => {}
  #reject: (error: Error) => void = () => {}
  #chunks: Buffer[] = []
  #size = 0
  /** Bytes of the answer that is coming, with its header; unknown until the header is whole. */
  #expected = Number.POSITIVE_INFINITY

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#reject(error))
    socket.on('close', () => this.#reject(new Error('the server closed the connection')))
  }

  static async open(url: string): Promise<Line> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    return new Line(socket)
  }

  /** Sends a request; gives the size of its answer. */
  exchange(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#expected === Number.POSITIVE_INFINITY) this.#readHeader()
    if (this.#size < this.#expected) return
    const size = this.#size
    this.#chunks = []
    this.#size = 0
    this.#expected = Number.POSITIVE_INFINITY
    this.#resolve(size)
  }

  #readHeader(): void {
    const bytes = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks)
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return
    const header = bytes.toString('latin1', 0, end)
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(header) ?? []
    if (!/^HTTP\/1\.1 2/.test(header) || length === undefined) {
      this.#reject(new Error(`not the answer that was wanted: ${bytes.toString('utf8').slice(0, 600)}`))
    }
    this.#expected = end + 4 + Number(length)
  }
}
