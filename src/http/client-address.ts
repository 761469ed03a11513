/** Which address a request comes from: the peer's, or what trusted proxies say of the one before them. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { peersOf } from './trusted-peers.ts'

/** Gives a name by which the clients of requests are told apart. */
export type ClientReader = (request: IncomingMessage) => string

/** Reads clients as the setting says which proxies are believed. */
export function clientReader(trustedProxies: readonly string[]): ClientReader {
  const isTrusted = peersOf(trustedProxies)
  return (request) => {
    const peer = request.socket.remoteAddress ?? ''
    if (!isTrusted(peer)) return networkOf(peer)
    // Each proxy adds the address it was asked from at the end: the last one that is no proxy of ours is the client.
    const asked = forwardedFor(request)
    return networkOf(asked.findLast((address) => !isTrusted(address)) ?? asked[0] ?? peer)
  }
}

/** The addresses a request came by, its origin first. */
function forwardedFor({ headers }: IncomingMessage): string[] {
  const { forwarded } = headers
  const named =
    forwarded === undefined
      ? String(headers['x-forwarded-for'] ?? '').split(',')
      : [...forwarded.matchAll(/(?:^|[;,\s])for=("[^"]*"|[^;,\s]*)/gi)].map(([, name = '']) => name)
  return named.map(plainAddress).filter((address) => address !== '')
}

/** An address without quotes, brackets and port. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^"(.*)"$/, '$1')
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(bare) ?? []
  return (bracketed ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')).slice(0, 64)
}

/** An IPv4 address itself; of an IPv6 address the 64 bits of the network, within which a client may choose. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [front, back] = [groups(head), tail === undefined ? [] : groups(tail)]
  // An IPv4 address at the end takes the place of two groups.
  const length = front.length + back.length + (plain.includes('.') ? 1 : 0)
  const all = [...front, ...(tail === undefined ? [] : Array(8 - length).fill('0')), ...back]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
