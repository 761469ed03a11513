/** Enough ports, ONTs and VLAN pairs for many orders at 42 Maple Ave, made after the first of each. */
import { readFileSync } from 'node:fs'

type Json = Record<string, unknown>

/** Imports copies of the first port, ONT and VLAN pair of the sample operator. */
export async function enlargeInventory(url: string, copies: number): Promise<void> {
  const records = ['22-olt-ports', '23-onts', '24-vlan-pairs'].flatMap((name) => {
    const [first] = JSON.parse(readFileSync(`examples/sample-operator/${name}.json`, 'utf8')) as Json[]
    return Array.from({ length: copies }, (_, index) => ({
      ...first,
      id: `${first?.id}-copy-${index}`,
      name: `${first?.name} copy ${index}`,
    }))
  })
  const answer = await fetch(`${url}/goldthread/v1/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(records),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
