/** A real browser for tests of pages. Where the machine has none, those tests skip themselves and say so. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const candidates = [
  process.env.GOLDTHREAD_TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The program of the browser; undefined where there is none. */
export const browserProgram = candidates.find((path) => path !== undefined && existsSync(path))

// It speaks to this machine only: nothing of its own may go out and hold a test up.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser, without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserProgram ?? '', args: flags })
}
