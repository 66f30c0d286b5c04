import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { besideBare, type Beside } from '../support/beside-bare.ts'
import { beginAs } from '../support/people.ts'
import { contextOptions, test } from '../support/visits.ts'

const rounds = 9
const rows = 50
const slowdown = 4
/** What is aimed at is twice; these are where it would have become worse than it is. Source: docs/adr/0066. */
const mostTimesBare = 3
const mostWorkOfBare = 2.6
const aimedAt = 2

let door: Beside

beforeAll(async () => {
  door = await besideBare(inject('baseUrl'))
})
afterAll(() => door.close())

/**
 * Both pages in turn, so that whatever else the machine does meets both; medians, so that one bad moment decides nothing.
 * The scripts are in the cache, as for anybody who was here before.
 */
test('on a slow device fifty rows of a list are timed against a bare React page', async ({ browser }) => {
  const { list, bare } = await inTurn(browser, slowdown)
  const ratio = median(list.map(({ ms }) => ms)) / median(bare.map(({ ms }) => ms))
  console.log(
    `fifty rows on screen at a ${slowdown}-fold slowdown: ${ratio.toFixed(2)} times a bare React page (aimed at: ${aimedAt})`,
  )
  console.log(`list ${shown(list.map(({ ms }) => ms))}; bare ${shown(bare.map(({ ms }) => ms))} ms`)
  expect(ratio).toBeLessThanOrEqual(mostTimesBare)
})

/** The clock of the page also counts what other programs do; what the page works itself stays the same beside them. */
test('how long a page itself works for fifty rows of a list is held against a bare one', async ({ browser }) => {
  const { list, bare } = await inTurn(browser, 1)
  const [ofList, ofBare] = [list, bare].map((times) => Math.min(...times.map(({ workMs }) => workMs))) as [
    number,
    number,
  ]
  console.log(
    `work of the page: ${(ofList / ofBare).toFixed(2)} times a bare React page (${shown([ofList, ofBare])} ms)`,
  )
  expect(ofList / ofBare).toBeLessThanOrEqual(mostWorkOfBare)
})

interface Time {
  /** From the beginning of the navigation until the rows are drawn, by the clock of the page. */
  readonly ms: number
  /** How long the thread of the page worked for it. */
  readonly workMs: number
}

async function inTurn(browser: Browser, rate: number): Promise<{ list: Time[]; bare: Time[] }> {
  // Not a visit: what a visit records slows both pages, and not alike.
  const context = await browser.newContext({ baseURL: door.address, ...contextOptions })
  await beginAs(await context.newPage(), 'steward')
  const addresses = { bare: `/bare/?community=${await communityOf(context)}`, list: '/c/lindenmark/initiatives' }
  for (const address of Object.values(addresses)) await rowsOnScreen(context, address, rate)

  const times = { bare: [] as Time[], list: [] as Time[] }
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await rowsOnScreen(context, addresses.bare, rate))
    times.list.push(await rowsOnScreen(context, addresses.list, rate))
  }
  await context.close()
  return times
}

/**
 * The page tells when its rows are drawn. Nothing is asked of it before: Playwright would have it compile a third of a megabyte of its
 * own to wait for something in the page, and where that falls is not alike for both pages.
 */
async function rowsOnScreen(context: BrowserContext, address: string, rate: number): Promise<Time> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: 'tellDrawn' })
  const drawn = new Promise<number>((resolve) => {
    devtools.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)))
  })
  await page.addInitScript(tellWhenDrawn, rows)
  await page.goto(address, { waitUntil: 'commit' })
  const ms = await drawn
  const { metrics } = await devtools.send('Performance.getMetrics')
  const worked = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  await page.close()
  return { ms, workMs: worked * 1000 }
}

function tellWhenDrawn(rows: number): void {
  const { tellDrawn } = globalThis as unknown as { tellDrawn: (ms: string) => void }
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll('tbody tr').length < rows) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => tellDrawn(String(performance.now()))))
  }).observe(document, { childList: true, subtree: true })
}

async function communityOf({ request }: BrowserContext): Promise<string> {
  const { accessToken } = (await (await request.post('/api/v1/session/refresh')).json()) as { accessToken: string }
  const me = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${accessToken}` } })
  const { communities } = (await me.json()) as { communities: { id: string; slug: string }[] }
  return communities.find(({ slug }) => slug === 'lindenmark')?.id ?? ''
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

const shown = (values: readonly number[]) => values.map(Math.round).join(' ')
