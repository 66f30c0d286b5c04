import { expect } from 'vitest'
import { signInAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

test('on a phone the menu opens, leads to a page, and folds away again', async ({ visit }) => {
  const { page } = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await signInAs(page, 'steward')
  const partners = page.getByRole('link', { name: 'Partners', exact: true })
  expect(await partners.isVisible()).toBe(false)

  await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  const entries = [
    partners,
    page.getByRole('link', { name: 'My account' }),
    page.getByRole('button', { name: 'Sign out' }),
  ]
  const signs = await Promise.all(entries.map(async (entry) => (await entry.locator('svg').boundingBox())?.x))
  expect(new Set(signs.map((x) => Math.round(x ?? 0))).size, 'the signs of all entries stand in one line').toBe(1)
  await partners.tap()
  await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor()
  await partners.waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: /^Filter and sort/ }).tap()
  await page.getByLabel('Sector').selectOption('Education')
  await page.getByRole('button', { name: 'Filter and sort (1 active)' }).waitFor()
  // Until its answer is here, the rows of before still stand there.
  await page.getByRole('link', { name: 'Annelie Hollerbach Foundation' }).waitFor({ state: 'detached' })
  await page.getByRole('table', { name: 'Partners' }).getByRole('link').first().tap()
  await page.getByRole('region', { name: 'Facts' }).getByText('Education').waitFor()
})
