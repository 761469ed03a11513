/**
 * The external base URL: how the client reached us, so that the links we answer lead back the same way
 * (wire contract, section 2). Forwarding headers count only from trusted proxies: anyone else's could poison links.
 */
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { refuse } from '../declare/index.ts'
import type { Settings } from '../settings.ts'
import { peersOf } from './trusted-peers.ts'

export interface BaseReader {
  /** Such as `https://api.example.com/bss`, without a slash at the end. Throws `invalidHost`. */
  readonly of: (request: IncomingMessage) => string
  /** The request target without the prefix a proxy has left on it. */
  readonly targetOf: (request: IncomingMessage) => string
}

/** Reads external bases as the settings say. */
export function baseReader({ publicUrl, trustedProxies }: Settings): BaseReader {
  const isTrusted = peersOf(trustedProxies)
  const known = new Map<string, string>()
  const publicPrefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '')

  const direct = (request: IncomingMessage): string => {
    const host = request.headers.host ?? ''
    let base = known.get(host)
    if (base === undefined) {
      base = `http://${checkedHost('http', host)}`
      // Few hosts are real; a client that makes them up must not fill our memory.
      if (known.size < 1000) known.set(host, base)
    }
    return base
  }

  const prefixOf = (request: IncomingMessage): string | undefined => {
    if (publicUrl !== undefined) return publicPrefix
    const sent = request.headers['x-forwarded-prefix']
    return sent !== undefined && isTrusted(request.socket.remoteAddress) ? readPrefix(sent) : ''
  }

  return {
    of: (request) => {
      if (hasSeveralHosts(request)) {
        throw refuse('invalidHost', 'A request names one host (RFC 9112, section 3.2): send one Host header')
      }
      if (publicUrl !== undefined) return publicUrl
      if (!isTrusted(request.socket.remoteAddress)) return direct(request)
      const { scheme, host } = forwarded(request)
      const prefix = prefixOf(request)
      if (prefix === undefined) {
        throw refuse('invalidHeader', 'X-Forwarded-Prefix must be a path such as /bss')
      }
      return `${scheme}://${checkedHost(scheme, host)}${prefix}`
    },
    targetOf: (request) => {
      const target = request.url ?? '/'
      const prefix = prefixOf(request)
      return prefix && target.startsWith(`${prefix}/`) ? target.slice(prefix.length) : target
    },
  }
}

function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  }
  return hosts > 1
}

interface Reached {
  readonly scheme: 'http' | 'https'
  readonly host: string
}

function forwarded(request: IncomingMessage): Reached {
  const { headers } = request
  const own = headers.host ?? ''
  const standard = headers.forwarded
  if (standard !== undefined) {
    const said = forwardedElement(standard)
    return { scheme: schemeOf(said.get('proto')), host: said.get('host') ?? own }
  }
  const host = lastOf(headers['x-forwarded-host']) ?? own
  const port = lastOf(headers['x-forwarded-port'])
  const hasPort = /:\d+$/.test(host)
  return {
    scheme: schemeOf(lastOf(headers['x-forwarded-proto'])),
    host:
      port === undefined || (hasPort && headers['x-forwarded-host'] !== undefined)
        ? host
        : withPort(host, port),
  }
}

const withPort = (host: string, port: string): string => `${host.replace(/:\d+$/, '')}:${port}`
const schemeOf = (said: string | undefined): 'http' | 'https' =>
  said?.toLowerCase() === 'https' ? 'https' : 'http'

/** The pairs of the last element of a Forwarded header (RFC 7239): what the proxy next to us added. */
function forwardedElement(header: string): Map<string, string> {
  const pairs = header
    .slice(lastComma(header) + 1)
    .split(';')
    .map((pair) => {
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1).trim()
      return [pair.slice(0, at).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1')] as const
    })
  return new Map(pairs)
}

/** Where the last comma stands that is not inside quotes, or -1. */
function lastComma(header: string): number {
  let last = -1
  let isQuoted = false
  for (let at = 0; at < header.length; at++) {
    if (header[at] === '"') isQuoted = !isQuoted
    else if (header[at] === ',' && !isQuoted) last = at
  }
  return last
}

/** Proxies append to a list: its last element is the word of the one next to us. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header).split(',').at(-1)?.trim()
}

function readPrefix(sent: string | string[]): string | undefined {
  const prefix = (lastOf(sent) ?? '').replace(/\/+$/, '')
  return /^(\/[A-Za-z0-9._~-]+)*$/.test(prefix) ? prefix : undefined
}

const defaultPorts = { http: '80', https: '443' } as const

/** A host as links name it, without its default port. */
function checkedHost(scheme: 'http' | 'https', host: string): string {
  const [, name = '', address, port] =
    /^([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|\[([0-9A-Fa-f:.]+)\])(?::(\d{1,5}))?$/.exec(host) ?? []
  const isUsable = name !== '' && name.length <= 255 && (address === undefined || isIPv6(address))
  if (!isUsable || (port !== undefined && Number(port) > 65_535)) {
    throw refuse(
      'invalidHost',
      'The host must be a name, an IPv4 address or an IPv6 address in brackets, with or without a port',
    )
  }
  return port === undefined || port === defaultPorts[scheme] ? name : `${name}:${port}`
}
