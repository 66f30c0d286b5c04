import { expect } from 'vitest'
import { demoApiAs } from '../support/demo-api.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

const address = '/c/lindenmark/funding-resilience'

interface Reading {
  readonly funding: {
    readonly score: number | null
    readonly sublevels: {
      readonly runway: { readonly months: number | null; readonly severeMonths: number | null }
    }
  }
}

test('the money lasts as long as the vital signs say, and a strain shortens it', async ({ page }) => {
  const api = await demoApiAs('steward')
  const { months } = await api.ask<{ months: readonly Reading[] }>('risks/timeline')
  const runway = months.findLast((one) => one.funding.score !== null)?.funding.sublevels.runway
  const say = (value: number | null | undefined) =>
    new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value ?? 0)
  await beginAs(page, 'steward')
  await page.goto(address)
  const coverage = page.getByRole('region', { name: 'Coverage of the next 18 months' })
  await coverage.getByText(`after ${say(runway?.months)} months`).waitFor()
  await coverage.getByRole('button', { name: /^Severe/ }).click()
  await coverage.getByText(`after ${say(runway?.severeMonths)} months`).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('arrives')).toBe('78')

  const largest = coverage.getByRole('slider', { name: /pays, of its promise/ })
  await largest.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => new URL(page.url()).searchParams.get('largest')).toBe('0')
  await page.reload()
  expect(await largest.getAttribute('aria-valuetext')).toBe('0%')
})

test('the way from the largest funder leads on to the question what would follow', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(address)
  await page.getByText('rests on costs and reserves, which your role does not see').first().waitFor()
  await page.getByRole('link', { name: 'Ask what if' }).click()
  await page.getByRole('heading', { level: 1, name: 'What if they leave?' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /^Without / }).waitFor()
})
