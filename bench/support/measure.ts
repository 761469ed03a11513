/** Measures one round of requests to a server: how fast they are answered, and what CPU that takes. */
import { databaseCpu } from './database-cpu.ts'
import { type Load, type LoadOptions, load } from './load.ts'
import { quantile, type Ratio, ratioOf, textOf } from './rounds.ts'

/** A server under test. */
export interface Side {
  readonly url: string
  readonly databaseUrl: string
  /** Microseconds of CPU its process has used. */
  cpu(): Promise<number>
}

export interface Measured extends Load {
  /** Microseconds of CPU of the server a request. */
  readonly cpu: number
  /** The same with what PostgreSQL uses for it. */
  readonly allCpu: number
}

/** Sends requests to a server for a round. */
export async function measure(
  { url, databaseUrl, cpu }: Side,
  request: LoadOptions['request'],
  options: Pick<LoadOptions, 'connections' | 'until'>,
): Promise<Measured> {
  const [before, databaseBefore] = [await cpu(), databaseCpu(databaseUrl)]
  const done = await load(url, { ...options, request })
  const [after, databaseAfter] = [await cpu(), databaseCpu(databaseUrl)]
  const own = (after - before) / done.count
  return { ...done, cpu: own, allCpu: own + (databaseAfter - databaseBefore) / done.count }
}

export const ratioTitles = ['requests/s', 'p50', 'p99', 'CPU a request', 'and of its database']

/** The ratios of two sides, in the order of the titles. */
export function ratios(ours: readonly Measured[], others: readonly Measured[]): string[] {
  const ratio = (figure: (measured: Measured) => number): Ratio => ratioOf(ours, others, figure)
  return [
    ratio(({ count, seconds }) => count / seconds),
    ratio(({ latencies }) => quantile(latencies, 0.5)),
    ratio(({ latencies }) => quantile(latencies, 0.99)),
    ratio(({ cpu }) => cpu),
    ratio(({ allCpu }) => allCpu),
  ].map(textOf)
}

/** The figures behind the ratios. */
export function absolute(ours: readonly Measured[], others: readonly Measured[]): string {
  const rate = (side: readonly Measured[]) =>
    side.map(({ count, seconds }) => Math.round(count / seconds)).join(' ')
  const cpu = (side: readonly Measured[]) =>
    side.map((each) => `${Math.round(each.cpu)}/${Math.round(each.allCpu)}`).join(' ')
  return `    rates ${rate(ours)} | ${rate(others)}\n    CPU us ${cpu(ours)} | ${cpu(others)}`
}
