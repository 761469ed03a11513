/** How the paths of our own documents begin: TMF672 alone lies outside `/tmf-api`. */
export const ownPath = /^\/(?:tmf-api|rolesAndPermissions)\//

// As JSON.stringify writes it, and as PostgreSQL writes jsonb. A text matches only where a member named href, url
// or the like begins: inside a string the quotes would be escaped.
const ownLink = /"(href|url|sourceHref|to)": ?"(?=\/(?:tmf-api|rolesAndPermissions)\/)/g

/** Makes the links to our own documents and files absolute in a JSON text; `base` is without a slash at the end. */
export function withBase(json: string, base: string): string {
  if (!json.includes('"/tmf-api/') && !json.includes('"/rolesAndPermissions/')) return json
  return json.replace(ownLink, (_match, name: string) => `"${name}":"${base}`)
}
