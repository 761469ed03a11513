/**
 * Whether a JSON text is nested deeper than a document may be, told without parsing it: the parser of the engine takes
 * seconds for millions of brackets.
 */

const [quote, backslash] = [0x22, 0x5c]
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash && isInString) at++
    else if (code === quote) isInString = !isInString
    else if (isInString) continue
    else if (opening.has(code) && ++depth > most) return true
    else if (closing.has(code)) depth--
  }
  return false
}
