/** What a client may send and can take (wire contract, section 4). */
import { refuse } from '../declare/index.ts'
import { patchFormats } from '../derive/patch-format.ts'

/** The media type of every answer of a v4 API. */
export const jsonType = 'application/json;charset=utf-8'

/** What a POST or PUT takes. */
export const postTypes: readonly string[] = ['application/json']
/** What a PATCH takes; `Accept-Patch` lists it. */
export const patchTypes: readonly string[] = Object.keys(patchFormats)

const specificity: Readonly<Record<string, number>> = { '*/*': 1, 'application/*': 2, 'application/json': 3 }

/** Refuses a request whose Accept header rules JSON out. */
export function checkAccept(accept: string | undefined): void {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return
  let best = 0
  let quality = 0
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((piece) => piece.trim().toLowerCase())
    const rank = specificity[type] ?? 0
    if (rank <= best) continue
    best = rank
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    quality = weight === undefined ? 1 : Number(weight.slice(2))
  }
  if (best === 0 ? accept.trim() !== '' : !(quality > 0)) {
    throw refuse(
      'notAcceptable',
      `Answers are application/json, which Accept rules out: ${accept.slice(0, 100)}`,
    )
  }
}

/** Refuses a body of a type that is not offered, or not in UTF-8. Gives the type; one that is absent is JSON. */
export function checkContentType(sent: string | undefined, offered: readonly string[]): string {
  if (sent === undefined || sent === 'application/json') return 'application/json'
  const [type = '', ...parameters] = sent.split(';').map((piece) => piece.trim().toLowerCase())
  if (!offered.includes(type)) {
    throw unsupported(
      `Send ${offered.join(' or ')}, not ${type.slice(0, 100) || 'a body without type'}`,
      offered,
    )
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw unsupported(`Send the body in UTF-8, not ${charset.slice(0, 100)}`, offered)
  }
  return type
}

function unsupported(message: string, offered: readonly string[]) {
  const headers = offered === patchTypes ? { headers: { 'Accept-Patch': patchTypes.join(', ') } } : {}
  return refuse('unsupportedMediaType', message, headers)
}
