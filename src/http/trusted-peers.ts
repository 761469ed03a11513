/** The proxies whose word is believed about how a request reached us. */
import { BlockList, isIP } from 'node:net'

/** Tells whether an address belongs to one of the networks, given as addresses or in CIDR notation. */
export function peersOf(networks: readonly string[]): (address: string | undefined) => boolean {
  if (networks.length === 0) return () => false
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address) => {
    // A socket that listens on both families shows IPv4 peers in IPv6 form.
    const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}
