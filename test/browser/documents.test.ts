/** The documents of the APIs as a person uses them, in Chromium, against a whole node with the sandbox's data. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Node } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { browserProgram, launchBrowser } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'

/** A page is drawn when it is drawn: on a crowded machine that may take a while. */
const patience = { timeout: 30_000 }

describe.skipIf(browserProgram === undefined)('in a browser', { timeout: 90_000 }, () => {
  let fresh: FreshDatabase
  let node: Node
  let browser: Browser
  let page: Page
  /** What the browser has to complain about. */
  let complaints: string[]

  beforeAll(async () => {
    fresh = await freshDatabase()
    node = await startNode(
      readSettings(['--port', '0', '--log-level', 'silent'], { DATABASE_URL: fresh.url }),
    )
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await node?.stop()
    await fresh?.drop()
  })
  beforeEach(async () => {
    complaints = []
    page = await browser.newPage()
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  test('the index shows every API with its live counts, and finds one by a word', async () => {
    await page.goto(`${node.url}/apis`)
    const cards = page.locator('.api:visible')
    await expect.poll(() => cards.count(), patience).toBe(node.context.model.apis.length)
    const customers = page.locator('.api', { hasText: 'TMF629' })
    await expect.poll(() => customers.textContent(), patience).toMatch(/Customer\s+2/)
    await page.getByRole('searchbox').fill('serviceOrder')
    await expect.poll(async () => (await cards.count()) < 8, patience).toBe(true)
    expect((await cards.allInnerTexts()).join()).toContain('TMF641')
  })

  test.each([
    ['TMF620', '/tmf-api/productCatalogManagement/v4', 'productOffering', 'po-gpon-ftth-001'],
    ['TMF639', '/tmf-api/resourceInventoryManagement/v4', 'resource', 'res-olt-east-tor-001'],
    ['TMF673', '/tmf-api/geographicAddressManagement/v4', 'geographicAddress', 'addr-42-maple-ave'],
  ])('%s is tried out: a list that is asked for is answered by the server', async (_api, path, name, id) => {
    await page.goto(`${node.url}${path}/docs`)
    const operation = page.locator('.opblock-get', {
      has: page.locator(`[data-path="/${name}"]`),
    })
    await operation.locator('.opblock-summary-control').click()
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table')
    await expect
      .poll(() => answer.locator('tbody td.response-col_status').first().textContent(), patience)
      .toContain('200')
    await expect.poll(() => answer.textContent(), patience).toContain(id)
  })

  test('what is created on the page is stored', async () => {
    await page.goto(`${node.url}/tmf-api/party/v4/docs`)
    const operation = page.locator('.opblock-post', { has: page.locator('[data-path="/individual"]') })
    await operation.locator('.opblock-summary-control').click()
    await operation.locator('textarea.body-param__text').fill('{"givenName":"Ada","familyName":"Lovelace"}')
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table')
    await expect
      .poll(() => answer.locator('tbody td.response-col_status').first().textContent(), patience)
      .toContain('201')
    const found = await fetch(`${node.url}/tmf-api/party/v4/individual?familyName=Lovelace`)
    expect(await found.json()).toHaveLength(1)
  })

  test('the reference and the conformance profile can be read', async () => {
    await page.goto(`${node.url}/tmf-api/serviceOrdering/v4/reference`)
    await expect.poll(() => page.locator('#content').textContent(), patience).toContain('serviceOrderItem')
    await page.getByRole('link', { name: 'Conformance' }).click()
    await expect.poll(() => page.title(), patience).toContain('conformance')
    expect(await page.locator('#content').textContent()).toContain('ServiceOrder')
  })
})
