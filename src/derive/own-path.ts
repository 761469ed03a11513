/** How the paths of our own documents begin: a few APIs lie outside `/tmf-api`, each at a place of its own. */
import { apis } from '../apis/index.ts'

const shared = '/tmf-api/'
const beginnings = [shared, ...apis.map(({ path }) => `${path}/`).filter((path) => !path.startsWith(shared))]
const anyBeginning = beginnings.map((path) => path.replaceAll('.', '\\.')).join('|')

export const ownPath = new RegExp(`^(?:${anyBeginning})`)

/** Where one of our paths begins within another, such as one with the prefix of a proxy. */
export const ownPathWithin = new RegExp(`(?:${anyBeginning})`)

/** The attributes that may hold a link to a document or file of ours. */
export const linkNames: readonly string[] = ['href', 'url', 'sourceHref', 'to']

// As JSON.stringify writes it, and as PostgreSQL writes jsonb. A text matches only where a member named href, url
// or the like begins: inside a string the quotes would be escaped.
const ownLink = new RegExp(`"(${linkNames.join('|')})": ?"(?=${anyBeginning})`, 'g')

/** Makes the links to our own documents and files absolute in a JSON text; `base` is without a slash at the end. */
export function withBase(json: string, base: string): string {
  // Sought from the slash on, not from the quotes before it, of which a JSON text is full: that is ten times as fast.
  if (!beginnings.some((beginning) => json.includes(beginning))) return json
  return json.replace(ownLink, (_match, name: string) => `"${name}":"${base}`)
}
