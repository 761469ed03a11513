/** Waiting for what a monitor will tell: woken when it is over, whichever node ended it. */
import type { ResourcePage } from '../declare/index.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { monitorTopic } from './monitored.ts'
import { find } from './read.ts'

/** What the client of a monitored request is answered in the end; links are absolute. */
export interface Response {
  readonly statusCode: string
  readonly header: readonly { readonly name: string; readonly value: string }[]
  readonly body: string
}

/** The response a monitor holds once it is over; undefined when `stop` comes first, or the monitor is gone. */
export async function responseWithin(
  context: Context,
  page: ResourcePage,
  id: string,
  { caller, stop }: { readonly caller: Caller; readonly stop: AbortSignal },
): Promise<Response | undefined> {
  for (;;) {
    // The ears are open before the first look: what happens between is not missed.
    const { woken, close } = listen(context, monitorTopic({ kind: page.kind, id }), stop)
    try {
      const isLast = stop.aborted
      const row = await find(context, page, { id }, caller)
      const { state, response } = row ? JSON.parse(row.text) : { state: 'gone' }
      if (state !== page.lifecycle?.starts) return response
      if (isLast) return undefined
      await woken
    } finally {
      close()
    }
  }
}

function listen({ database }: Context, topic: string, stop: AbortSignal) {
  let hear = () => {}
  const woken = new Promise<void>((resolve) => {
    hear = resolve
  })
  const off = database.onWake(topic, hear)
  stop.addEventListener('abort', hear)
  if (stop.aborted) hear()
  const close = () => {
    off()
    stop.removeEventListener('abort', hear)
  }
  return { woken, close }
}
