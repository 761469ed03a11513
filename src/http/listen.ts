/** Begins to listen, or says why the port cannot be had. */
import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings.ts'
import { StartRefusal } from '../store/start-refusal.ts'

/** Listens and gives the URL of this server on its own machine. Throws a StartRefusal. */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw refusalOf(error, host, port) ?? error
  }
  const { port: given } = app.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${given}`
}

/** Says early that the port cannot be had, before anything slower is started. Throws a StartRefusal. */
export async function checkPort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ host, port }, resolve)
    })
  } catch (error) {
    throw refusalOf(error, host, port) ?? error
  } finally {
    if (probe.listening) await new Promise((resolve) => probe.close(resolve))
  }
}

function refusalOf(error: unknown, host: string, port: number): StartRefusal | undefined {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new StartRefusal(
        `Port ${port} of ${host} is taken: name another with --port, or 0 for any free one.`,
      )
    case 'EACCES':
      return new StartRefusal(`Port ${port} may not be used: name one above 1023 with --port.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefusal(`${host} is no address of this machine: name another with --host.`)
    default:
      return undefined
  }
}
