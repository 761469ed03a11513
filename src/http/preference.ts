/** `Prefer` (RFC 7240): how long a client waits for what it asks for (wire contract, section 17). */

export interface Preference {
  /** Milliseconds the client waits. */
  readonly wait: number
  /** The seconds it has named itself. */
  readonly named?: number
  /** Whether it says that it need not wait. */
  readonly mayBeLate: boolean
  /** Whether it wants a monitor also for what is over at once: it would not wait at all. */
  readonly isAsynchronous: boolean
}

/** The longest a client may have a request wait, in seconds. */
const longest = 30

/** What a client prefers; `usual` is how many milliseconds one waits that says nothing. What cannot be read says nothing. */
export function preferenceOf(header: string | string[] | undefined, usual: number): Preference {
  const preferences = String(header ?? '')
    .split(/[,;]/)
    .map((preference) => preference.trim().toLowerCase())
  const seconds = preferences.flatMap((each) => /^wait\s*=\s*"?(\d{1,9})"?$/.exec(each)?.[1] ?? [])[0]
  const mayBeLate = preferences.includes('respond-async')
  if (seconds === undefined) return { wait: mayBeLate ? 0 : usual, mayBeLate, isAsynchronous: mayBeLate }
  const named = Math.min(Number(seconds), longest)
  return { wait: named * 1_000, named, mayBeLate, isAsynchronous: mayBeLate && named === 0 }
}

/** What of it was honoured, for `Preference-Applied`. */
export function appliedPreference(
  { named, mayBeLate }: Preference,
  { isMonitor }: { readonly isMonitor: boolean },
): string | undefined {
  const applied = [
    ...(isMonitor && mayBeLate ? ['respond-async'] : []),
    ...(named === undefined ? [] : [`wait=${named}`]),
  ]
  return applied.length > 0 ? applied.join(', ') : undefined
}
