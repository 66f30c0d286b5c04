import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { demoApiAs, type DemoApi } from './demo-api.ts'
import { beginAs } from './people.ts'
import { keepPicture } from './record-visit.ts'
import { contextOptions, test as visits } from './visits.ts'
import { watchPage } from './watch-for-faults.ts'

interface Fixtures {
  /** The demo as the steward reaches it without a browser, for the things to look at. */
  readonly steward: DemoApi
  /** One steward's browser for the whole file: what it loaded once it need not load again. */
  readonly insider: BrowserContext
  /** A page of the steward's browser; a fault the browser reports on it fails the test. */
  readonly view: Page
  /** The same of somebody who has not signed in. */
  readonly outside: Page
}

/**
 * For looking at every page in turn: one sign-in and one cache a file, a page a test, several at once. Tests of a tour
 * change nothing, so they cannot stand in each other's way.
 */
export const test = visits.extend<Fixtures>({
  steward: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, lend) => lend(await demoApiAs('steward')),
    { scope: 'file' },
  ],

  insider: [
    async ({ browser }, lend) => {
      const context = await browser.newContext({ baseURL: inject('baseUrl'), ...contextOptions })
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      await beginAs(page, 'steward')
      await page.close()
      await lend(context)
      await context.close()
    },
    { scope: 'file' },
  ],

  view: async ({ insider, task }, lend) => {
    const page = await insider.newPage()
    const faults = watchPage(page)
    await lend(page)
    if (task.result?.state === 'fail' || faults.length > 0) await keepPicture(page, task.name)
    await page.close()
    if (faults.length > 0) throw new Error(`The browser reported:\n${faults.join('\n')}`)
  },

  outside: async ({ visit }, lend) => {
    await lend((await visit()).page)
  },
})
