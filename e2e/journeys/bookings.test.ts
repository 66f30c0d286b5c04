import { beforeAll, expect } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { anActivePartner, aRoom } from '../support/given.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

let steward: DemoApi

beforeAll(async () => {
  steward = await demoApiAs('steward')
})

test('an hour of next week is booked by keyboard in the week of a space, and the week shows it', async ({ page }) => {
  const host = await anActivePartner(steward, 'Parish Hall')
  const room = await aRoom(steward, host)
  await beginAs(page, 'steward')
  await page.goto(`/c/lindenmark/spaces/${room.id}`)
  await page.getByRole('button', { name: 'Next week' }).click()
  const grid = page.getByRole('grid', { name: `Week of ${room.name}` })
  const field = grid.getByRole('gridcell', { name: /, 10:00.*, free$/ }).first()
  await field.waitFor()
  await field.click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')

  const dialog = page.getByRole('dialog', { name: `Book ${room.name}` })
  await dialog.getByRole('textbox', { name: 'For', exact: true }).fill(host.name)
  await page.getByRole('option', { name: host.name }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Choir rehearsal')
  await dialog.getByRole('button', { name: 'Book', exact: true }).click()
  await page.getByText('Choir rehearsal is booked.').waitFor()

  const { items } = await steward.ask<{ items: { title: string; startsAt: string; endsAt: string }[] }>(
    `bookings?spaceId=${room.id}`,
  )
  expect(items.map(({ title }) => title)).toEqual(['Choir rehearsal'])
  expect(items.map(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt))).toEqual([3_600_000])
})
