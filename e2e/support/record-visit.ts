import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const folder = path.join(tmpdir(), 'commonweal-e2e-failures')

/** Traces a visit; the returned function closes it and, of a failed test, keeps the trace and a picture of each page. */
export async function recordVisit(
  context: BrowserContext,
  title: string,
): Promise<(isFailed: boolean) => Promise<void>> {
  await context.tracing.start({ snapshots: true, screenshots: false })
  return async (isFailed) => {
    if (isFailed) await keep(context, fileOf(title))
    await context.close()
  }
}

/** Keeps a picture of what a failed test saw. */
export async function keepPicture(page: Page, title: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${fileOf(title)}.png`, fullPage: true })
  console.error(`What the failed test saw: ${fileOf(title)}.png`)
}

const fileOf = (title: string) => path.join(folder, title.replace(/[^a-z0-9]+/gi, '-').slice(0, 120))

async function keep(context: BrowserContext, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: `${name}-${index + 1}.png`, fullPage: true })
  }
  await context.tracing.stop({ path: `${name}.zip` })
  console.error(`What the failed test saw: ${name}-1.png; npx playwright-core show-trace ${name}.zip`)
}
