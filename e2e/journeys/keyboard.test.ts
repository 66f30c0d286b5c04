import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { atHome, personOf } from '../support/people.ts'
import { test } from '../support/visits.ts'

test('without a mouse one signs in, skips to the content, reaches a partner and opens its form', async ({ page }) => {
  await page.goto('/sign-in')
  await tabTo(page, page.getByRole('button', { name: personOf('steward').name }))
  await page.keyboard.press('Enter')
  await atHome(page)

  await tabTo(page, page.getByRole('link', { name: 'Partners', exact: true }))
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'Partners' }))

  const firstPartner = page.getByRole('table', { name: 'Partners' }).getByRole('rowheader').first().getByRole('link')
  await firstPartner.waitFor()
  const name = await firstPartner.innerText()
  await tabTo(page, firstPartner)
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name }))

  await tabTo(page, page.getByRole('link', { name: 'Edit' }))
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name: `Edit ${name}` }))
  await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }))
})

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: personOf('viewer').name }).click()
  await atHome(page)
  await page.reload()
  await atHome(page)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expectFocusOn(skip)
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('main'))
})

test('a dialog keeps the focus, closes by Escape, and gives the focus back', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: personOf('steward').name }).click()
  await atHome(page)
  await page.goto('/c/lindenmark/partners?state=active')
  await page.getByRole('table', { name: 'Partners' }).getByRole('rowheader').first().getByRole('link').click()
  const pause = page.getByRole('region', { name: 'Membership' }).getByRole('button', { name: 'Pause' })
  await pause.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expectFocusOn(dialog.getByLabel('From which day'))
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expectFocusOn(pause)
})

/** Presses Tab until the focus is there; every stop on the way must be visible to the eye. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    const unmarked = await page.evaluate(unmarkedFocus)
    expect(unmarked, 'an element has the focus and does not show it').toBeNull()
    if (await hasFocus(target)) return
  }
  throw new Error('sixty presses of Tab do not lead there')
}

const hasFocus = (target: Locator) => target.evaluate((node) => node === document.activeElement)

async function expectFocusOn(target: Locator): Promise<void> {
  await target.waitFor()
  await expect.poll(() => hasFocus(target)).toBe(true)
}

/** The element with the focus when neither it nor what wraps or follows it changes its look by having the focus. */
function unmarkedFocus(): string | null {
  const stop = document.activeElement
  if (!(stop instanceof HTMLElement) || stop === document.body) return null
  const around = [stop, stop.parentElement, stop.nextElementSibling].filter((one) => one !== null)
  const look = () => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish()
    return around.map((one) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one)
      return [outline, boxShadow, borderColor, backgroundColor].join()
    })
  }
  const marked = look().join()
  stop.blur()
  const plain = look().join()
  stop.focus({ preventScroll: true })
  return marked === plain ? stop.outerHTML.slice(0, 200) : null
}
