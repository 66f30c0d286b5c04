// Takes a picture of every page of a running demo, for people to look at:
//
//   node tools/pictures.ts http://127.0.0.1:3000 /tmp/pictures [part of a route …]
//
// Each page wide and narrow, light and dark, and narrow from right to left. Nothing is judged here.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findBrowser } from './browser.ts'
import { exampleOf, routes, type ExampleSource } from './testing/example-addresses.ts'

const looks = [
  { name: 'wide-light', width: 1280, colorScheme: 'light', search: { lang: 'en' } },
  { name: 'wide-dark', width: 1280, colorScheme: 'dark', search: { lang: 'en' } },
  { name: 'narrow-light', width: 390, colorScheme: 'light', search: { lang: 'en' } },
  { name: 'narrow-dark', width: 390, colorScheme: 'dark', search: { lang: 'en' } },
  { name: 'narrow-mirror', width: 390, colorScheme: 'light', search: { lang: 'x-mirror' } },
  { name: 'wide-mirror', width: 1280, colorScheme: 'light', search: { lang: 'x-mirror' } },
] as const

const [base, folder, ...parts] = process.argv.slice(2)
if (!base || !folder) {
  console.error('Say where the product runs and where the pictures go: node tools/pictures.ts ADDRESS FOLDER')
  process.exit(1)
}
await mkdir(folder, { recursive: true })
const { path: executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args })
try {
  const context = await browser.newContext({ baseURL: base, reducedMotion: 'reduce', locale: 'en-GB' })
  const source = await sourceOf(context)
  const page = await context.newPage()
  for (const route of routes().filter((one) => parts.length === 0 || parts.some((part) => one.includes(part)))) {
    await takeAll(page, source, route, folder)
  }
} finally {
  await browser.close()
}

async function takeAll(page: Page, source: ExampleSource, route: string, folder: string): Promise<void> {
  const example = await exampleOf(source, route)
  for (const { name, width, colorScheme, search } of looks) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 800 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`${example.path}?${new URLSearchParams({ ...example.search, ...search }).toString()}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    const file = `${route.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'}.${name}.png`
    await page.screenshot({ path: path.join(folder, file), fullPage: true })
    console.log(file)
  }
}

/** Signs the browser in as the demo's steward, and asks the demo for its things. */
async function sourceOf({ request }: BrowserContext): Promise<ExampleSource> {
  const session = await request.post('/api/v1/demo/session', { data: { role: 'steward' } })
  if (!session.ok()) throw new Error(`${session.status()}: is the demo there?`)
  const { accessToken } = (await session.json()) as { accessToken: string }
  const headers = { authorization: `Bearer ${accessToken}` }
  const me = (await (await request.get('/api/v1/me', { headers })).json()) as {
    communities: { id: string; slug: string }[]
  }
  const [community] = me.communities
  if (!community) throw new Error('the steward of the demo is in no community')
  return {
    slug: community.slug,
    ask: async <Answer>(path: string) => {
      const answer = await request.get(`/api/v1/communities/${community.id}/${path}`, { headers })
      if (!answer.ok()) throw new Error(`${answer.status()} ${path}`)
      return (await answer.json()) as Answer
    },
  }
}
