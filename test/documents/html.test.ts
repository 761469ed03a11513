import { describe, expect, test } from 'vitest'
import { api, oneOf, part, resource, text, type } from '../../src/declare/index.ts'
import { inJson, withExternalBase } from '../../src/documents/base.ts'
import { conformancePage } from '../../src/documents/conformance-page.ts'
import { conformanceProfile } from '../../src/documents/conformance-profile.ts'
import { escapeHtml, html } from '../../src/documents/html.ts'
import { indexPage } from '../../src/documents/index-page.ts'
import { postmanCollection } from '../../src/documents/postman.ts'
import { referencePage } from '../../src/documents/reference.ts'
import { tryPage } from '../../src/documents/try-page.ts'

const evil = `</code></pre><script>alert("1")</script><img src=x onerror='alert(2)'>`
const Part = type('Part', evil, { name: text(evil) })

/** An API whose every text tries to break out. */
const hostile = api({
  number: 'TMF999',
  name: evil,
  version: evil,
  path: '/tmf-api/hostile/v4',
  domain: 'Inventory',
  resources: [
    resource('Thing', {
      meaning: evil,
      path: 'thing',
      fields: {
        description: text(evil).orElse(evil),
        part: part(Part, evil),
        state: oneOf(['<b>a</b>', '<i>b</i>'], evil),
      },
      lifecycle: {
        of: 'state',
        starts: '<b>a</b>',
        moves: { '<b>a</b>': { '<i>b</i>': 'client' }, '<i>b</i>': {} },
      },
      announces: ['created'],
    }),
  ],
})
const departures = [{ api: 'TMF999', where: evil, what: evil, reason: evil }]

test('what is put into a template is escaped, but for templates', () => {
  const inner = html`<b>${'<'}</b>`
  expect(html`<p title="${'"&\''}">${inner}${[inner, '>']}${false}${undefined}${0}</p>`.text).toBe(
    '<p title="&#34;&#38;&#39;"><b>&#60;</b><b>&#60;</b>&#62;0</p>',
  )
})

describe('a page of documentation', () => {
  const pages = {
    reference: referencePage(hostile),
    conformance: conformancePage(hostile, conformanceProfile(hostile, departures)),
    docs: tryPage(hostile),
    index: indexPage([hostile], departures),
  }

  test.each(Object.entries(pages))('%s escapes whatever the pages of the model say', (_name, page) => {
    expect(page).toContain('&#60;script&#62;')
    expect(page).not.toMatch(/<script>|<img|<b>|<i>/)
  })

  test.each(Object.entries(pages))('%s has nothing inline that its policy would forbid', (_name, page) => {
    const tags = page.match(/<[a-z][^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(10)
    expect(tags.filter((tag) => /\s(on\w+|style)=/.test(tag.replace(/"[^"]*"/g, '')))).toEqual([])
    expect(tags.filter((tag) => tag.startsWith('<script') && !tag.includes(' src="'))).toEqual([])
    expect(page).not.toContain('<style')
  })

  test.each(Object.entries(pages))('%s loads and links to nothing outside', (_name, page) => {
    const places = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(places.length).toBeGreaterThan(3)
    expect(places.filter((place) => !/^(%prefix%\/|#)/.test(place))).toEqual([])
  })
})

describe('the external base', () => {
  test('is put where a document has left it open, fit for the format', () => {
    const page = referencePage(hostile)
    const placed = withExternalBase(page, 'https://api.example.com/a&b', escapeHtml)
    expect(placed).toContain('href="/a&#38;b/apis"')
    expect(placed).toContain('https://api.example.com/a&#38;b/tmf-api/hostile/v4')
    expect(placed).not.toMatch(/%(scheme|host|prefix)%/)
  })

  test('leaves JSON valid', () => {
    const text = JSON.stringify(postmanCollection(hostile))
    const [base] = JSON.parse(withExternalBase(text, 'http://[::1]:8080', inJson)).variable
    expect(base).toEqual({ key: 'baseUrl', value: 'http://[::1]:8080/tmf-api/hostile/v4' })
  })
})
