/** Names of the information model, in other spellings. */

/** `ServiceOrderItem` in words: `service order item`. */
export function words(name: string): string {
  return pieces(name).join(' ')
}

/** `ServiceOrderItem` as part of an identifier: `service-order-item`. */
export function hyphened(name: string): string {
  return pieces(name).join('-')
}

/** The text with its first letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `ServiceOrder` as an attribute is spelt: `serviceOrder`. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function pieces(name: string): string[] {
  return name
    .replace(/^@/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
}
