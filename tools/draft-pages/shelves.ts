/** On which file of `shared/` a shared type stands. */
import { heldTypes } from './attribute.ts'
import { inOrder } from './order.ts'
import type { Sharing } from './sharing.ts'

interface Shelf {
  readonly name: string
  readonly text: string
  /** What the names of its types begin with. */
  readonly pattern: RegExp
}

/** From the bottom up: a shelf looks only at those before it. What fits no other stands on the first. */
const shelves: readonly Shelf[] = [
  {
    name: 'common',
    text: 'Parts that any resource may use: periods, quantities, notes, attachments, characteristics.',
    pattern: /^$/,
  },
  {
    name: 'party',
    text: 'Parts of the party domain: who is involved, and how to reach them.',
    pattern: /^(RelatedParty|ContactMedium|MediumCh|Party|Individual|Organization|Tax|Engaged)/,
  },
  {
    name: 'place',
    text: 'Parts of the place domain: addresses, sites and positions.',
    pattern: /^(Place|Geo|RelatedPlace|RelatedGeo)/,
  },
  {
    name: 'account',
    text: 'Parts about accounts, agreements and payment.',
    pattern: /^(Account|Billing|Bill|Payment|Agreement|Financial)/,
  },
  {
    name: 'resource',
    text: 'Parts of the resource domain.',
    pattern: /^(Resource|RelatedResource)/,
  },
  {
    name: 'service',
    text: 'Parts of the service domain.',
    pattern: /^(Service|RelatedService)/,
  },
  {
    name: 'product',
    text: 'Parts of the product domain: offerings, prices, products.',
    pattern:
      /^(Product|RelatedProduct|Price|Pricing|OrderPrice|Category|TargetProduct|BundledProduct|OrderTerm|Quote|ProdSpec)/,
  },
]

/** What stands on one shelf, each type below those it holds. */
export interface FilledShelf {
  readonly name: string
  readonly text: string
  readonly types: readonly string[]
}

/** Puts every shared type on a shelf; a type that holds one of a later shelf moves there. */
export function fillShelves(sharing: Sharing): FilledShelf[] {
  const types = inOrder(sharing.names(), (name) => sharing.attributesOf(name))
  const rank = new Map(types.map((name) => [name, rankByName(name)]))
  const rankOf = (name: string) => rank.get(name) ?? 0
  for (let changed = true; changed; ) {
    changed = false
    for (const name of types) {
      const highest = Math.max(rankOf(name), ...heldTypes(sharing.attributesOf(name)).map(rankOf))
      if (highest > rankOf(name)) {
        rank.set(name, highest)
        changed = true
      }
    }
  }
  return shelves.map(({ name, text }, index) => ({
    name,
    text,
    types: types.filter((type) => rankOf(type) === index),
  }))
}

function rankByName(type: string): number {
  return Math.max(
    0,
    shelves.findIndex(({ pattern }) => pattern.test(type)),
  )
}
