/** Chooses the representation a client prefers, where there are several (RFC 9110, section 12.5.1). */
import { refuse } from '../declare/index.ts'

/** The first of the offered types that the Accept header rates highest. Throws `notAcceptable`. */
export function preferredType<const Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type {
  const ranges = (accept?.trim() || '*/*').split(',').map(readRange)
  const rated = offered.map((type) => ({ type, quality: qualityOf(type, ranges) }))
  const best = rated.reduce((one, other) => (other.quality > one.quality ? other : one))
  if (best.quality > 0) return best.type
  const message = `Offered are ${offered.join(' and ')}, which Accept rules out: ${accept?.slice(0, 100)}`
  throw refuse('notAcceptable', message)
}

interface Range {
  readonly type: string
  readonly quality: number
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((piece) => piece.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return { type, quality: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }
}

/** The most specific range decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const group = `${type.split('/')[0]}/*`
  const found = [type, group, '*/*'].flatMap((each) => ranges.find((range) => range.type === each) ?? [])
  return found[0]?.quality ?? 0
}
