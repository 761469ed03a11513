/** How long something may take: a signal that is aborted after a while, when it is ended early, or with another signal. */
export function timeLimit(
  milliseconds: number,
  other: AbortSignal,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const limit = new AbortController()
  const end = () => {
    clearTimeout(timer)
    other.removeEventListener('abort', end)
    limit.abort()
  }
  const timer = setTimeout(end, milliseconds)
  other.addEventListener('abort', end)
  if (other.aborted) end()
  return { signal: limit.signal, end }
}
