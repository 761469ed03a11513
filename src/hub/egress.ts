/**
 * Guards what leaves: whoever registers a callback must not reach through us what only we can reach (SSRF; wire
 * contract, end of section 21.4). A name is judged by the addresses it has when a connection is made, and the
 * connection goes to those and no others; so a name that changes its mind gains nothing.
 */
import type { LookupAddress } from 'node:dns'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import { refuse } from '../declare/index.ts'
import { blockList, isIn, isPublic } from './addresses.ts'
import { type Resolve, serverAddresses, systemAddresses } from './names.ts'

export interface EgressOptions {
  /** Asks for the addresses of any name. */
  readonly resolve?: Resolve
  /** Whether public hosts may be called by http, at port 80. */
  readonly allowHttp?: boolean
  /** The URL others reach the platform itself by. */
  readonly ownUrl?: string | undefined
}

const innerNames = /(^|\.)(localhost|internal|local)$/
const openPorts = new Set(['', '443', '8443'])

export class Egress {
  readonly #hosts: ReadonlySet<string>
  readonly #networks: BlockList
  readonly #resolve: Resolve
  readonly #allowHttp: boolean
  readonly #ownHost: string | undefined

  /** `allow` names hosts, addresses and networks that may be called although they are inside, by http and at any port. */
  constructor(allow: readonly string[] = [], { resolve, allowHttp = false, ownUrl }: EgressOptions = {}) {
    const isNetwork = (entry: string) => isIP(entry.split('/')[0] ?? '') !== 0
    this.#networks = blockList(allow.filter(isNetwork))
    this.#hosts = new Set(allow.filter((entry) => !isNetwork(entry)).map((host) => host.toLowerCase()))
    const ask = serverAddresses()
    this.#resolve = resolve ?? ((host) => (this.#hosts.has(host) ? systemAddresses(host) : ask(host)))
    this.#allowHttp = allowHttp
    this.#ownHost = ownUrl === undefined ? undefined : hostOf(new URL(ownUrl))
  }

  /** Judges a target by what it is and by the addresses it has now. Throws `callbackNotAllowed`. */
  async check(target: string): Promise<void> {
    const host = hostOf(this.#judge(target))
    if (!isIP(host)) await this.#addressesOf(target, host)
  }

  /** Judges a target and gives the look-up its connection must use. Throws `callbackNotAllowed`. */
  lookup(target: string): LookupFunction {
    this.#judge(target)
    return (host, options, callback) => {
      this.#addressesOf(target, host).then(
        (addresses) => {
          const [first] = addresses
          if (options.all) callback(null, [...addresses])
          else callback(null, first?.address ?? '', first?.family)
        },
        (error: Error) => callback(error, ''),
      )
    }
  }

  /** Judges all that can be said without asking for addresses. */
  #judge(target: string): URL {
    const url = new URL(target)
    const host = hostOf(url)
    if (isIP(host) === 4 && !target.replace(/^https?:\/\//i, '').startsWith(host)) {
      throw refuse(
        'callbackNotAllowed',
        'The callback may not be called: write its address as four decimal numbers',
      )
    }
    if (isIP(host)) this.#judgeAddress(url, host)
    else if ((innerNames.test(host) || host === this.#ownHost) && !this.#hosts.has(host)) {
      throw this.#notAllowed(url)
    }
    return url
  }

  #judgeAddress(url: URL, address: string): void {
    if (this.#hosts.has(hostOf(url)) || isIn(this.#networks, address)) return
    if (!this.#isOpen(url) || !isPublic(address) || address === this.#ownHost) throw this.#notAllowed(url)
  }

  async #addressesOf(target: string, host: string): Promise<readonly LookupAddress[]> {
    const addresses = await this.#resolve(host).catch(() => [])
    const url = new URL(target)
    if (addresses.length === 0) throw this.#notAllowed(url)
    for (const { address } of addresses) this.#judgeAddress(url, address)
    return addresses
  }

  #isOpen({ protocol, port }: URL): boolean {
    return protocol === 'https:' ? openPorts.has(port) : this.#allowHttp && port === ''
  }

  /** Says the same whether a name has no address or a forbidden one: nobody learns our names from us. */
  #notAllowed(url: URL) {
    const ports = this.#allowHttp ? 'https at port 443 or 8443, or http' : 'https at port 443 or 8443'
    const why = this.#isOpen(url) ? 'its host is not a public one' : `it must be ${ports}`
    return refuse('callbackNotAllowed', `The callback may not be called: ${why}`)
  }
}

/** The host of a URL without brackets and without the dot that ends a full name. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
}
