import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject, test as base } from 'vitest'
import '../../tools/testing/provided.ts'
import { recordVisit } from './record-visit.ts'
import { watchForFaults } from './watch-for-faults.ts'

/** Somebody with a browser of their own: cookies and storage are not shared with other visitors, tabs share them. */
export interface Visitor {
  readonly page: Page
  readonly openTab: () => Promise<Page>
}

interface Fixtures {
  readonly browser: Browser
  /** Opens the product for one more visitor; a fault the browser reports on any of their pages fails the test. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visitor>
  /** The page of a visitor at a desk. */
  readonly page: Page
}

/** A visitor at a desk, who reads English and wants things calm. */
export const contextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: 'Europe/Vienna',
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions

/** One browser for a file, a context for each visitor of a test; what a failed test saw is kept. */
export const test = base.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, lend) => {
      const browser = await chromium.launch({ executablePath: inject('browserPath'), args: inject('browserArgs') })
      await lend(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],

  visit: async ({ browser, task }, lend) => {
    const visits: { faults: string[]; close: (isFailed: boolean) => Promise<void> }[] = []
    await lend(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: inject('baseUrl'),
        ...contextOptions,
        ...options,
      })
      context.setDefaultTimeout(10_000)
      const faults = watchForFaults(context)
      const close = await recordVisit(context, `${task.name} ${visits.length + 1}`)
      visits.push({ faults, close })
      return { page: await context.newPage(), openTab: () => context.newPage() }
    })
    const faults = visits.flatMap((visit) => visit.faults)
    const isFailed = task.result?.state === 'fail' || faults.length > 0
    for (const visit of visits) await visit.close(isFailed)
    if (faults.length > 0) throw new Error(`The browser reported:\n${faults.join('\n')}`)
  },

  page: async ({ visit }, lend) => {
    await lend((await visit()).page)
  },
})
