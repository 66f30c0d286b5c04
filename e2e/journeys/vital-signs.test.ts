import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

const address = '/c/lindenmark/vital-signs'

test('a month is chosen by keyboard; the address keeps it over a reload', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(`${address}?month=2024-06`)
  const slider = page.getByRole('slider', { name: 'Chosen month' })
  await readingsOf(page, 'June 2024').waitFor()
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await readingsOf(page, 'May 2024').waitFor()
  await page.keyboard.press('PageDown')
  await readingsOf(page, 'May 2023').waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?month=2023-05')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^May 2023\. Network stagnation: .+ Funding dependency: /)

  await page.reload()
  await readingsOf(page, 'May 2023').waitFor()
})

test('the table says what the bars show, month by month, and chooses a month as well', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(`${address}?month=2024-06`)
  await page.getByRole('button', { name: 'Show the table' }).click()
  const table = page.getByRole('region', { name: 'Table of all months; scrolls sideways' }).getByRole('table')
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'March 2024' }) })
  expect(await row.getByRole('cell').count()).toBeGreaterThan(3)
  await row.getByRole('button', { name: 'March 2024' }).click()
  await readingsOf(page, 'March 2024').waitFor()
})

const readingsOf = (page: Page, month: string): Locator =>
  page.getByRole('heading', { level: 2, name: `Readings of ${month}` })
