/** The command: drafts pages of the information model once; taken over by a person, pages are the source. */
import { helpText, readArguments } from './arguments.ts'
import { draftPages } from './draft.ts'
import { writePages } from './page.ts'
import { DraftRefusal } from './refusal.ts'

/** Does what the arguments ask for; throws a DraftRefusal when they cannot be followed. */
function main(args: readonly string[]): void {
  const request = readArguments(args)
  if (request === undefined) {
    process.stdout.write(helpText)
    return
  }
  const { pages, warnings } = draftPages(request)
  writePages(request.target, pages)
  for (const warning of warnings) console.warn(warning)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DraftRefusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
