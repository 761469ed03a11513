/** Whether the process lives, and whether it can serve (wire contract, section 25). */
import { endOfLog } from '../store/event-log.ts'
import type { Edge } from './edge.ts'
import type { Gate } from './gate.ts'
import type { Routes } from './routes.ts'

/** A probe waits this long for the database, in milliseconds. */
const patience = 2000

/** What watches the process is answered also while it shuts down or has too much to do, and as often as it asks. */
export function isObserved(url: string): boolean {
  return url.startsWith('/health/') || url.startsWith('/metrics')
}

/** Adds /health/live and /health/ready. */
export function healthRoutes(routes: Routes, { context }: Edge, gate: Gate): void {
  routes.get('/health/live', async (_request, reply) => {
    reply.header('Content-Type', 'application/json').header('Cache-Control', 'no-store')
    return '{"status":"pass"}'
  })

  routes.get('/health/ready', async (_request, reply) => {
    reply.header('Content-Type', 'application/json').header('Cache-Control', 'no-store')
    // The end of the log is the cheapest question that only a migrated database answers.
    const database = (await isAnswered(endOfLog(context.database))) ? 'pass' : 'fail'
    const serving = gate.isClosing ? 'fail' : 'pass'
    const status = database === 'pass' && serving === 'pass' ? 'pass' : 'fail'
    if (status === 'fail') reply.code(503)
    return JSON.stringify({ status, checks: { database, serving } })
  })
}

function isAnswered(question: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience)
    question
      .then(() => resolve(true))
      .catch(() => resolve(false))
      .finally(() => clearTimeout(timer))
  })
}
