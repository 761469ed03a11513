/** Quotes and escapes of values in a query string (wire contract, section 9.1). */

/** Splits at a separator, but not within double quotes and not where a backslash stands before it. */
export function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = []
  let start = 0
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') isQuoted = !isQuoted
    else if (text[i] === separator && !isQuoted) {
      pieces.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...pieces, text.slice(start)]
}

/** Takes off one pair of surrounding quotes, and the escapes outside of them. */
export function unquoted(value: string): string {
  const quoted = /^"(.*)"$/s.exec(value) ?? /^'(.*)'$/s.exec(value)
  return quoted ? (quoted[1] ?? '') : value.replace(/\\([,;"\\])/g, '$1')
}
