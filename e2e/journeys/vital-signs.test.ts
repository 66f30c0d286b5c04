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

test('on paper is what stands on the page and what somebody has opened, and no heading of what is folded away', async ({
  page,
}) => {
  await beginAs(page, 'viewer')
  await page.goto(address)
  const signs = page.getByRole('region', { name: 'Other signs' })
  const signOf = (name: string) =>
    signs.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
  const opened = signOf('Public bodies lead')
  await opened.getByText('How it is worked out, and what helps').click()
  await opened.getByText(/^Tried \d+ of \d+ facts/).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await opened.getByText(/^Tried \d+ of \d+ facts/).isVisible()).toBe(true)
  expect(await opened.getByText('How it is worked out, and what helps').isVisible()).toBe(false)
  expect(await opened.getByRole('button').count()).toBe(0)
  const closed = signOf('Places to meet')
  expect(await closed.getByRole('heading', { level: 3 }).isVisible()).toBe(true)
  expect(await closed.getByText('How it is worked out, and what helps').isVisible()).toBe(false)
  const folded = page.getByRole('heading', { level: 2, name: 'All months as a table', includeHidden: true })
  expect(await folded.count()).toBe(1)
  expect(await folded.isVisible()).toBe(false)
})

const readingsOf = (page: Page, month: string): Locator =>
  page.getByRole('heading', { level: 2, name: `Readings of ${month}` })
