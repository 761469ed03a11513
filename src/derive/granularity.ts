/** How often performance is looked at, as TMF628 and TMF649 write it: `g_15mn`, `G_1H`, `r_24h`. */

const units: Readonly<Record<string, number>> = {
  mn: 60,
  h: 3_600,
  d: 86_400,
  m: 30 * 86_400,
  y: 365 * 86_400,
}

/** The seconds of a granularity or reporting period; undefined when it is none, such as `na`. */
export function secondsOf(granularity: unknown): number | undefined {
  const [, count = '', unit = ''] = /^[gr]_(\d{1,4})(mn|h|d|m|y)$/i.exec(String(granularity)) ?? []
  const seconds = Number(count) * (units[unit.toLowerCase()] ?? 0)
  return seconds > 0 ? seconds : undefined
}

/** A moment so many seconds after another, as an ISO date-time. */
export function secondsAfter(moment: string, seconds: number): string {
  return new Date(Date.parse(moment) + seconds * 1_000).toISOString()
}
