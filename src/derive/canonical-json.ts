/** A JSON value as text, the same for all texts that mean the same: without blanks, names in order of code units. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const names = Object.keys(value).sort()
  // Without a prototype, so that a name such as __proto__ is one like any other.
  const ordered: Record<string, unknown> = Object.create(null)
  for (const name of names) ordered[name] = sorted((value as Record<string, unknown>)[name])
  return ordered
}
