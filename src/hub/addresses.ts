/** Which addresses lie inside: those a stranger could use to make us reach what only we can reach. */
import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

const inside4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Within the public range of IPv6: protocol assignments with Teredo, documentation, 6to4. */
const inside6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const inside = blockList([...inside4, ...inside6])
const public6 = blockList(['2000::/3'])

/** Whether an address belongs to the public internet. Forms that embed an IPv4 address never do. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 6 && !public6.check(address, 'ipv6')) return false
  return isIP(address) !== 0 && !isIn(inside, address) && !ownAddresses().has(address)
}

function ownAddresses(): Set<string> {
  return new Set(
    Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
  )
}

/** A list of addresses and networks, such as `10.0.0.0/8`. */
export function blockList(entries: Iterable<string>): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [network = '', bits] = entry.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(bits), family)
  }
  return list
}

/** Whether an address is in a list. */
export function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
