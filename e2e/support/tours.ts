import type { Browser, BrowserContext, Page } from 'playwright-core'
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
  /** The same of a viewer. */
  readonly onlooker: BrowserContext
  /** A page of the steward's browser; a fault the browser reports on it fails the test. */
  readonly view: Page
  /** The same of the viewer's. */
  readonly viewers: Page
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

  insider: [async ({ browser }, lend) => contextAs(browser, 'steward', lend), { scope: 'file' }],
  onlooker: [async ({ browser }, lend) => contextAs(browser, 'viewer', lend), { scope: 'file' }],

  view: async ({ insider, task }, lend) => pageOf(insider, task, lend),
  viewers: async ({ onlooker, task }, lend) => pageOf(onlooker, task, lend),

  outside: async ({ visit }, lend) => {
    await lend((await visit()).page)
  },
})

async function contextAs(
  browser: Browser,
  role: Parameters<typeof beginAs>[1],
  lend: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: inject('baseUrl'), ...contextOptions })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await beginAs(page, role)
  await page.close()
  await lend(context)
  await context.close()
}

async function pageOf(
  context: BrowserContext,
  task: { readonly name: string; readonly result?: { readonly state: string } | undefined },
  lend: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage()
  const faults = watchPage(page)
  await lend(page)
  if (task.result?.state === 'fail' || faults.length > 0) await keepPicture(page, task.name)
  await page.close()
  if (faults.length > 0) throw new Error(`The browser reported:\n${faults.join('\n')}`)
}
