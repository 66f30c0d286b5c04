import type { Page } from 'playwright-core'

const quietMs = 120

/** The page is there: its heading stands, nothing is loading any more, and nothing has changed for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quietMs)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quietMs)
        }).observe(document, { subtree: true, childList: true, attributes: true })
      }),
    quietMs,
  )
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}

/** What changed has been laid out and drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** Opens whatever the page keeps folded, so that it is looked at too; false when there is nothing of the kind. */
export async function unfold(page: Page): Promise<boolean> {
  const count = await page.evaluate(() => {
    const details = document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')
    const buttons = document.querySelectorAll<HTMLButtonElement>(
      'main button[aria-expanded="false"]:not([aria-haspopup])',
    )
    for (const one of details) one.open = true
    for (const button of buttons) button.click()
    return details.length + buttons.length
  })
  if (count > 0) await settled(page)
  return count > 0
}
