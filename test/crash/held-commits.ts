/** A PostgreSQL at which one transaction is committed and its client never hears of it. */
import { createServer, connect as open, type Server, type Socket } from 'node:net'
import { freePort } from './process.ts'

export class HeldCommits {
  /** The database behind this; connections to it are passed on. */
  readonly url: string
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #mark: string | undefined
  #told: () => void = () => {}

  private constructor(target: string, port: number) {
    const url = new URL(target)
    const { hostname, port: targetPort } = url
    url.host = `127.0.0.1:${port}`
    this.url = url.href
    this.#server = createServer((socket) => this.#pass(socket, open(Number(targetPort || 5432), hostname)))
    this.#server.listen(port, '127.0.0.1')
  }

  static async before(target: string): Promise<HeldCommits> {
    return new HeldCommits(target, await freePort())
  }

  /** Holds back what is said of the commit of the next transaction that names something; resolves once it is committed. */
  hold(mark: string): Promise<void> {
    this.#mark = mark
    return new Promise((resolve) => {
      this.#told = resolve
    })
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #pass(client: Socket, database: Socket): void {
    let isMarked = false
    let isHeld = false
    client.on('data', (sent) => {
      if (this.#mark !== undefined && sent.includes(this.#mark)) isMarked = true
      if (isMarked && sent.includes('commit\0')) {
        isHeld = true
        this.#mark = undefined
      }
      database.write(sent)
    })
    database.on('data', (said) => {
      if (!isHeld) client.write(said)
      else if (said.includes('COMMIT\0')) this.#told()
    })
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.#sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        this.#sockets.delete(one)
        other.destroy()
      })
    }
  }
}
