/**
 * The addresses of a name. The system answers for the names an operator allows, which it may know from a file of its own;
 * name servers answer for all others. They are asked without the system's few threads, which a name whose server takes
 * its time to answer would keep from everything else, and are given up soon.
 */
import { promises as dns, type LookupAddress } from 'node:dns'

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export const systemAddresses: Resolve = (host) => dns.lookup(host, { all: true })

/** Asks name servers; those of the system when none are named. */
export function serverAddresses(servers?: readonly string[]): Resolve {
  const resolver = new dns.Resolver({ timeout: 2_000, tries: 2 })
  if (servers) resolver.setServers(servers)
  return async (host) => {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const [four = [], six = []] = answers.map((each) => (each.status === 'fulfilled' ? each.value : []))
    return [
      ...four.map((address) => ({ address, family: 4 })),
      ...six.map((address) => ({ address, family: 6 })),
    ]
  }
}
