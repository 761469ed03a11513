/**
 * TMF921: the owner of an intent is told of it by reports. What an intent demands is said in languages that nothing here
 * acts on, so a report says what is known for sure: that the intent was received, and how far its owner or whoever
 * handles it has moved it. Reports on whether its goals are met come from those who act on it.
 */
import type { Document } from '../declare/index.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'

/** The behaviour of intents. */
export function* intents(): Iterable<readonly [string, Behaviour]> {
  yield [
    'Intent',
    {
      onCreate: async (work, intent, caller) => report(work, intent, 'was received', caller),
      onChange: async (work, before, after, caller) => {
        if (before.lifecycleStatus === after.lifecycleStatus) return
        report(work, after, `moved from ${before.lifecycleStatus}`, caller)
      },
    },
  ]
}

function report(work: Work, intent: Document, what: string, by: Author): void {
  const { id, href, name, lifecycleStatus } = intent
  const draft = {
    name: 'Lifecycle status',
    description: `The intent ${what} and is ${lifecycleStatus}`,
    intent: { id, href, name, lifecycleStatus, '@referredType': 'Intent' },
  }
  work.create(work.model.homeOf('IntentReport').page, draft, by, { parent: id })
}
