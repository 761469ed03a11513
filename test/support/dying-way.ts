/** A way to a database that goes away at a chosen moment, with PostgreSQL's own last word. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

const fields = 'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'
const lastWord = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(fields)])
lastWord.writeUInt32BE(lastWord.length - 1, 1)

export interface DyingWay {
  readonly url: string
  /** The next connection on which a commit is answered ends right after the answer. */
  dieAfterCommit(): void
  close(): void
}

export async function dyingWay(target: string): Promise<DyingWay> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isToDie = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far)
    far.on('data', (answer) => {
      const isLast = isToDie && answer.includes('COMMIT\0')
      if (!isLast) return near.write(answer)
      isToDie = false
      return near.end(Buffer.concat([answer, lastWord]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    dieAfterCommit: () => {
      isToDie = true
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
