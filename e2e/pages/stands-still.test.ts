import { randomBytes, randomUUID } from 'node:crypto'
import type { Page, Route } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { aRoom, anActivePartner } from '../support/given.ts'
import { beginAs } from '../support/people.ts'
import { settled } from '../support/settled.ts'
import { test } from '../support/visits.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let api: DemoApi

beforeAll(async () => {
  api = await demoApiAs('steward')
})

interface Booked {
  readonly id: string
}

/** A booking that waits for its host. */
async function aRequest(): Promise<Booked> {
  const host = await anActivePartner(api, 'Host')
  const guest = await anActivePartner(api, 'Guest')
  const room = await aRoom(api, host, true)
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  return api.ask<Booked>(`spaces/${room.id}/bookings`, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      organisationId: guest.id,
      startsAt: `${day}T10:00:00Z`,
      endsAt: `${day}T11:00:00Z`,
      title: `Story hour ${randomBytes(3).toString('hex')}`,
    },
  })
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight)

test('a tap is a click also where an answer that moves the button comes while the finger is down', async ({
  visit,
}) => {
  const { page } = await visit(phone)
  const { id } = await aRequest()
  await beginAs(page, 'steward')
  await page.goto(`/c/${api.slug}/bookings/${id}`)
  const approve = page.getByRole('main').getByRole('button', { name: 'Approve' })
  await approve.scrollIntoViewIfNeeded()
  await settled(page)

  // Somebody has written in the meantime: what they wrote will stand above the button.
  const message = 'We would like to come a little earlier. '.repeat(12)
  const asked = Promise.withResolvers<Route>()
  await page.route(`**/bookings/${id}`, (route) => asked.resolve(route))
  // The page is asked for again, as after a look at another tab, once its answer is no longer fresh.
  await page.waitForTimeout(1100)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  const route = await asked.promise

  const box = await approve.boundingBox()
  if (!box) throw new Error('the button is not drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const finger = await page.context().newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  const answered = page.waitForResponse(`**/bookings/${id}`)
  const response = await route.fetch()
  await route.fulfill({ response, json: { ...((await response.json()) as object), message } })
  await (await answered).finished()
  await page.waitForTimeout(150)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })

  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).waitFor()
  await page.getByText(message.trim()).waitFor()
  const moved = await approve.evaluate((node) => node.getBoundingClientRect().top)
  expect(Math.abs(moved - box.y), 'the answer must have moved the button').toBeGreaterThan(box.height)
})

test('a page gets no shorter when its history comes, which would move what is about to be tapped', async ({
  visit,
}) => {
  const { page } = await visit(phone)
  const { id } = await aRequest()
  await beginAs(page, 'steward')
  const asked = Promise.withResolvers<Route>()
  await page.route('**/activity?*', (route) => asked.resolve(route))
  await page.goto(`/c/${api.slug}/bookings/${id}`)
  const route = await asked.promise
  await page.getByRole('region', { name: 'History' }).locator('[aria-busy="true"]').waitFor()
  const before = await heightOf(page)
  await route.continue()
  await page.getByRole('region', { name: 'History' }).getByRole('listitem').waitFor()
  expect(await heightOf(page)).toBeGreaterThanOrEqual(before)
})
