import { expect } from 'vitest'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

test('from the vital signs to a flag, to the fact that drives it most', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto('/c/lindenmark/vital-signs')
  await page.getByRole('link', { name: 'Funding dependency: read why, and what helps' }).click()
  await page.getByRole('heading', { level: 1, name: 'Funding dependency' }).waitFor()
  const drivers = page.getByRole('region', { name: 'What drives it most' })
  const fact = drivers.getByRole('listitem').first().getByRole('link')
  const name = await fact.innerText()
  expect(await page.getByRole('region', { name: 'What usually helps' }).getByRole('listitem').count()).toBeGreaterThan(
    2,
  )
  await fact.click()
  await page.waitForURL(/\/c\/lindenmark\/(partners|pledges|initiatives)\//)
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: name.split(' · ')[0] ?? name })
    .waitFor()
})

test('the month of a flag page is in its address and moves with the keyboard', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto('/c/lindenmark/vital-signs/network-stagnation?month=2024-06')
  await page.getByRole('heading', { level: 2, name: 'June 2024' }).waitFor()
  await page.getByRole('slider', { name: 'Chosen month' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('heading', { level: 2, name: 'May 2024' }).waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?month=2024-05')
})

test('the report of a month is one page of A4 that states its problems', async ({ page }) => {
  await beginAs(page, 'viewer')
  for (const search of ['', '?month=2024-06']) {
    await page.goto(`/c/lindenmark/report${search}`)
    const sheet = page.getByRole('article', { name: 'The page as it is printed' })
    const problems = sheet.getByRole('region', { name: 'Problems we state openly' })
    await problems.waitFor()
    expect(await problems.getByRole('listitem').count()).toBeGreaterThan(0)
    await problems.getByText('Other signs that are up:').waitFor()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  }
})
