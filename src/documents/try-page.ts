/** The page on which an API is tried out: Swagger UI over the API's own description. */
import type { ApiPage } from '../declare/index.ts'
import { anyPrefix } from './base.ts'
import { apiHeader, frame } from './frame.ts'
import { html } from './html.ts'

/** The page. Its base is to be filled in. The scripts find what to show in the attribute of their element. */
export function tryPage(api: ApiPage): string {
  const body = html`${apiHeader(api, 'docs')}
<main id="content"><div id="swagger-ui" data-description="${anyPrefix}${api.path}/openapi.json"><noscript><p class="page">Trying out needs JavaScript; the <a href="${anyPrefix}${api.path}/reference">reference</a> does not.</p></noscript></div></main>`
  return frame({
    title: `${api.number} ${api.name}: try it out`,
    body,
    styles: ['swagger-ui.css', 'try.css'],
    scripts: ['swagger-ui-bundle.js', 'try.js'],
  })
}
