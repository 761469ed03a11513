/** The lifecycle of a resource as a table: from each state, where it may move and who may move it. */
import type { Lifecycle, Mover } from '../declare/index.ts'
import { type Html, html } from './html.ts'

const movers: Readonly<Record<Mover, string>> = {
  client: 'by a client',
  engine: 'by fulfilment',
  task: 'by a cancel task',
}

/** The table. Final states say that they are. */
export function lifecycleTable({ of, starts, moves }: Lifecycle): Html {
  const rows = Object.entries<Readonly<Partial<Record<string, Mover>>>>(moves).map(([state, to]) => {
    const targets = Object.entries(to)
    const next =
      targets.length === 0
        ? html`<span class="final">final</span>`
        : targets.map(
            ([target, mover]) =>
              html`<span class="move"><code>${target}</code> <span class="by">${mover && movers[mover]}</span></span> `,
          )
    const start = state === starts && html` <span class="must">first</span>`
    return html`<tr><th scope="row"><code>${state}</code>${start}</th><td>${next}</td></tr>`
  })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Lifecycle"><table class="lifecycle"><thead><tr><th scope="col"><code>${of}</code></th><th scope="col">may become</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
