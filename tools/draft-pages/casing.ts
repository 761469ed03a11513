/** Names in the casing that a place asks for. */

/** `ProductOrder` or `Product Ordering` as the name of a file or folder. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
}

/** `Product Ordering` as the start of an identifier. */
export function pascal(title: string): string {
  return title.replace(/(?:^|[\s-]+)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `ProductOrder` as words in a sentence. */
export function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
