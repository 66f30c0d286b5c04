import { chromium } from 'playwright-core'
import { findBrowser } from '../tools/browser.ts'
import { openDatabase } from '../tools/database.ts'
import { createRequire } from 'node:module'
const base = 'http://127.0.0.1:4331'
const b = await findBrowser()
const browser = await chromium.launch({ executablePath: b.path, args: b.args })
for (const [width, scheme] of [
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 844 },
    hasTouch: width < 600,
    isMobile: width < 600,
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    reducedMotion: 'reduce',
  })
  await context.request.post('/api/v1/demo/session', { data: { role: 'steward' } })
  const page = await context.newPage()
  await page.goto('/c/lindenmark/today')
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await page.waitForTimeout(1500)
  const section = page.getByRole('region', { name: 'How many came?' })
  if (await section.count()) await section.screenshot({ path: `/tmp/tap/counts-${width}-${scheme}.png` })
  await page.screenshot({ path: `/tmp/tap/today-${width}-${scheme}.png`, fullPage: true })
  if (width < 600) await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  await page.waitForTimeout(300)
  await page.screenshot({ path: `/tmp/tap/menu-${width}-${scheme}.png`, fullPage: true })
  console.log(
    width,
    scheme,
    await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'nav[aria-label="Main"] a, section[aria-label] a, section[aria-label] button, section[aria-label] p',
        ),
      ]
        .filter((e) => (e as HTMLElement).offsetParent)
        .slice(0, 40)
        .map((e) => {
          const s = e.querySelector('svg') ?? e
          return `${e.textContent?.slice(0, 16)}:${Math.round(s.getBoundingClientRect().left)}`
        })
        .join(' | '),
    ),
  )
  await context.close()
}
await browser.close()
