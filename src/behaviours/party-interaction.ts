/** TMF683: a contact that is recorded without its time took place now (wire contract, section 28). */
import type { Behaviour } from '../resources/behaviour.ts'

const kind = 'PartyInteraction'

/** The behaviour of interactions with parties. */
export function* partyInteractions(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      complete: async (work, document, before) =>
        before === undefined ? { interactionDate: { startDateTime: work.now }, ...document } : document,
    },
  ]
}
