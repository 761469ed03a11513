/**
 * Documents name the server by the address the client used, and are written once for all of them: what depends on
 * the address stands as a mark in the text, and is filled in when it is answered.
 */
const marks = { scheme: '%scheme%', host: '%host%', prefix: '%prefix%' }

/** The external base, to be filled in. */
export const anyBase = `${marks.scheme}://${marks.host}${marks.prefix}`
/** The parts of the external base, to be filled in. */
export const { scheme: anyScheme, host: anyHost, prefix: anyPrefix } = marks

/** The text with the external base in its place; `fitted` makes a piece fit the format. */
export function withExternalBase(text: string, base: string, fitted: (piece: string) => string): string {
  const { protocol, host, pathname } = new URL(base)
  const prefix = pathname.replace(/\/$/, '')
  return text
    .replaceAll(marks.scheme, protocol.slice(0, -1))
    .replaceAll(marks.host, () => fitted(host))
    .replaceAll(marks.prefix, () => fitted(prefix))
}

/** Makes a piece fit a JSON string. */
export function inJson(piece: string): string {
  return JSON.stringify(piece).slice(1, -1)
}
