/** HTML written as templates: whatever is put in is escaped, unless it is HTML itself. */

/** A piece of HTML that needs no escaping. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template; undefined and false leave nothing. */
export type Insertable = Html | string | number | undefined | false | readonly Insertable[]

/** A template of HTML: `html\`<p>\${anything}</p>\``. */
export function html(pieces: TemplateStringsArray, ...inserted: readonly Insertable[]): Html {
  return new Html(pieces.reduce((text, piece, index) => text + written(inserted[index - 1]) + piece))
}

function written(value: Insertable): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  return Array.isArray(value) ? value.map(written).join('') : escapeHtml(String(value))
}

/** A text as HTML, fit for elements and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
