import { expect } from 'vitest'
import { expectFocusOn, walkTo } from '../support/hands.ts'
import { atHome, personOf } from '../support/people.ts'
import { test } from '../support/visits.ts'

test('without a mouse one signs in, skips to the content, reaches a partner and opens its form', async ({ page }) => {
  await page.goto('/sign-in')
  await walkTo(page, page.getByRole('button', { name: personOf('steward').name }))
  await page.keyboard.press('Enter')
  await atHome(page)

  await walkTo(page, page.getByRole('link', { name: 'Partners', exact: true }))
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'Partners' }))

  const firstPartner = page.getByRole('table', { name: 'Partners' }).getByRole('rowheader').first().getByRole('link')
  await firstPartner.waitFor()
  const name = await firstPartner.innerText()
  await walkTo(page, firstPartner)
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name }))

  await walkTo(page, page.getByRole('link', { name: 'Edit' }))
  await page.keyboard.press('Enter')
  await expectFocusOn(page.getByRole('heading', { level: 1, name: `Edit ${name}` }))
  await walkTo(page, page.getByRole('textbox', { name: 'Name', exact: true }))
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
