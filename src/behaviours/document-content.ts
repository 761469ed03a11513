/** A document whose attachment brings its content along (TMF667): the attachment gets a URL where it can be read. */
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Caller } from '../resources/caller.ts'
import { newId } from '../resources/identifier.ts'
import type { Work } from '../resources/work.ts'

const kind = 'Document'

export function documentContentBehaviours(): [string, Behaviour][] {
  const attach = async (work: Work, document: Document, caller: Caller) => {
    const attachment = withUrls(document.attachment, document.href)
    if (attachment !== document.attachment) {
      work.change(work.model.homeOf(kind).page, document.id, { attachment }, caller)
    }
  }
  return [
    [
      kind,
      {
        // The URL is part of what is created: a change afterwards would be a second revision.
        store: async (work, draft, caller) => {
          const { page } = work.model.homeOf(kind)
          const id = newId(page.path)
          const attachment = withUrls(draft.attachment, work.model.hrefOf(page, id))
          const author = { ...caller, correlationId: caller.correlationId || id }
          return work.create(page, attachment === undefined ? draft : { ...draft, attachment }, author, {
            id,
          })
        },
        onCreate: attach,
        onChange: (work, _before, after, caller) => attach(work, after, caller),
      },
    ],
  ]
}

/** Attachments with an id and a URL for each that has content and no URL; the same list when nothing is to be done. */
function withUrls(attachments: unknown, href: string): unknown {
  if (!Array.isArray(attachments)) return attachments
  const taken = new Set(attachments.map(({ id }: JsonObject) => id))
  let number = 0
  const completed = attachments.map((attachment: JsonObject, index) => {
    if (typeof attachment.content !== 'string') return attachment
    checkBase64(attachment.content, index)
    if (attachment.url !== undefined) return attachment
    let { id } = attachment
    while (id === undefined || (id !== attachment.id && taken.has(id))) id = String(++number)
    taken.add(id)
    return { ...attachment, id, url: `${href}/attachment/${encodeURIComponent(String(id))}/content` }
  })
  return completed.some((each, index) => each !== attachments[index]) ? completed : attachments
}

function checkBase64(content: string, index: number): void {
  if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content) && content.replace(/\s/g, '').length % 4 === 0) return
  throw refuse('invalidFormat', `attachment[${index}].content must be base64`)
}
