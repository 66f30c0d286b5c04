import { beforeAll } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { anActivePartner } from '../support/given.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

let steward: DemoApi

beforeAll(async () => {
  steward = await demoApiAs('steward')
})

test('a pledge is offered for a partner, once its amount is said', async ({ page }) => {
  const partner = await anActivePartner(steward, 'Mill Trust')
  await beginAs(page, 'steward')
  await page.goto('/c/lindenmark/pledges/new')
  const whose = page.getByRole('group', { name: 'Whose and what for' })
  await whose.getByRole('textbox', { name: 'From' }).fill(partner.name)
  await page.getByRole('option', { name: partner.name }).click()
  await page.getByRole('button', { name: 'Offer the pledge' }).click()
  await page.getByText('Please give an amount, for example 1250.00').waitFor()

  await page.getByRole('textbox', { name: 'Amount' }).fill('1250.00')
  await page.getByRole('button', { name: 'Offer the pledge' }).click()
  await page.getByText(`The pledge of ${partner.name} is offered.`).waitFor()
  await page.getByText('€1,250').first().waitFor()
})
