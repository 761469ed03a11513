/** Rounds that take turns, so that whatever else the machine does meets both sides, and what is said of them: ratios. */

/** The ratios of several pairs of rounds: their median, and how far they lie apart. */
export interface Ratio {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Runs each side once a pair, and the other one first in every second pair. */
export async function interleave<Result>(
  pairs: number,
  sides: readonly (() => Promise<Result>)[],
): Promise<Result[][]> {
  const results: Result[][] = sides.map(() => [])
  for (let pair = 0; pair < pairs; pair++) {
    const turn = sides.map((side, index) => ({ side, index }))
    for (const { side, index } of pair % 2 === 0 ? turn : turn.reverse()) results[index]?.push(await side())
  }
  return results
}

/** The ratio of a figure of two sides, pair by pair. */
export function ratioOf<Result>(
  ours: readonly Result[],
  floors: readonly Result[],
  figure: (result: Result) => number,
): Ratio {
  const ratios = ours.map((result, pair) => figure(result) / figure(floors[pair] as Result))
  ratios.sort((a, b) => a - b)
  return { median: quantile(ratios, 0.5), least: ratios[0] ?? Number.NaN, most: ratios.at(-1) ?? Number.NaN }
}

/** A quantile of ascending numbers. */
export function quantile(ascending: readonly number[], share: number): number {
  const index = Math.min(ascending.length - 1, Math.floor(ascending.length * share))
  return ascending[index] ?? Number.NaN
}

export function textOf({ median, least, most }: Ratio): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`
}

/** Prints rows in columns, the first row above the others. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
