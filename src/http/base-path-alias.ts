/**
 * Other base paths under which an API is reached too, since published builds of one version differ (wire contract,
 * section 2). Links always have the canonical one.
 */
import type { ApiPage } from '../declare/index.ts'
import { StartRefusal } from '../store/start-refusal.ts'

/** Gives request targets with the canonical base path. Throws a StartRefusal for aliases that cannot be. */
export function aliasReader(
  apis: readonly ApiPage[],
  aliases: ReadonlyMap<string, string>,
): (target: string) => string {
  const paths = apis.map(({ path }) => path)
  for (const [alias, path] of aliases) {
    if (!paths.includes(path)) {
      throw new StartRefusal(
        `--base-path-aliases names ${path}, which is the base path of no API: see /apis.`,
      )
    }
    const overlapped = paths.find((each) => isBelow(each, alias) || isBelow(alias, each))
    if (overlapped !== undefined) {
      throw new StartRefusal(`--base-path-aliases: ${alias} is taken by ${overlapped}; choose another.`)
    }
  }
  if (aliases.size === 0) return (target) => target
  const all = [...aliases]
  return (target) => {
    const found = all.find(([alias]) => isBelow(target, alias))
    return found === undefined ? target : found[1] + target.slice(found[0].length)
  }
}

/** Whether a target is a path, or below it. */
function isBelow(target: string, path: string): boolean {
  const next = target.charAt(path.length)
  return target.startsWith(path) && (next === '' || next === '/' || next === '?')
}
