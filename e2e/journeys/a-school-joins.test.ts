import { randomBytes } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { keyboardHand, touchHand, type Hand } from '../support/hands.ts'
import { linkInMailTo } from '../support/outbox.ts'
import { atHome, personOf } from '../support/people.ts'
import { test } from '../support/visits.ts'

const bank = 'Lindenmark Savings Bank'
const youth = 'Youth Council of Lindenmark'
const library = 'Town Library'
const lateDays = 20

let api: DemoApi

beforeAll(async () => {
  api = await demoApiAs('steward')
})

const title = 'a school joins, starts an initiative, books the library hall and gets three pledges, one of them late'

test.concurrent(`${title}: by keyboard alone`, async ({ visit }) => {
  const steward = keyboardHand((await visit()).page)
  const teacher = keyboardHand((await visit()).page)
  await tell(steward, teacher)
}, 240_000)

test.concurrent(`${title}: on a phone, by touch`, async ({ visit }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const steward = touchHand((await visit(phone)).page)
  const teacher = touchHand((await visit(phone)).page)
  await tell(steward, teacher)
}, 240_000)

async function tell(steward: Hand, teacher: Hand): Promise<void> {
  const mark = randomBytes(3).toString('hex')
  const school = `Riverside School ${mark}`
  const hall = await aHallOfTheLibrary(mark)
  await signIn(steward)
  await addSchool(steward, school)
  await joinByInvitation(steward, teacher, school, mark)

  const initiative = `Reading night ${mark}`
  await startInitiative(teacher, initiative)
  await bookHall(steward, teacher, hall, initiative, mark)
  await offerPledges(steward, teacher, school, initiative)

  const [partner] = (await api.ask<{ items: { id: string; engagement: string }[] }>(`partners?q=${mark}`)).items
  expect(partner?.engagement).toBe('active')
  const pledges = await api.ask<{ items: { organisation: string; standing: string }[] }>(`pledges?q=${mark}`)
  expect(pledges.items.map((one) => `${one.organisation}: ${one.standing}`).toSorted()).toEqual([
    `${bank}: fulfilled`,
    `${school}: unconfirmed`,
    `${youth}: unconfirmed`,
  ])
}

async function aHallOfTheLibrary(mark: string): Promise<string> {
  const { items } = await api.ask<{ items: { id: string }[] }>(`partners?q=${encodeURIComponent(library)}`)
  const name = `Library hall ${mark}`
  const body = { name, kind: 'physical', address: 'Market Square 2', hostId: items[0]?.id, needsApproval: true }
  await api.ask('spaces', { method: 'POST', headers: { 'idempotency-key': crypto.randomUUID() }, body })
  return name
}

async function signIn({ page, write, press }: Hand): Promise<void> {
  const { email, password } = personOf('steward')
  await page.goto('/sign-in')
  await write(page.getByLabel('E-mail'), email)
  await write(page.getByRole('textbox', { name: 'Password' }), password)
  await press(page.getByRole('button', { name: 'Sign in', exact: true }))
  await atHome(page)
}

async function addSchool({ page, goTo, press, write, choose }: Hand, school: string): Promise<void> {
  await goTo('Partners')
  await press(page.getByRole('link', { name: 'Add a partner' }))
  await write(page.getByRole('textbox', { name: 'Name', exact: true }), school)
  await choose(page.getByRole('combobox', { name: 'Sector' }), 'Education')
  await choose(page.getByRole('combobox', { name: 'Legal status' }), 'Public')
  const submit = page.getByRole('button', { name: 'Add partner' })
  await press(submit)
  await page.getByText(`${school} has been added.`).waitFor()
  await leaves(submit)
}

/** The teacher is invited, opens an account, applies for the school; the steward lets it in. */
async function joinByInvitation(steward: Hand, teacher: Hand, school: string, mark: string): Promise<void> {
  const email = `nora-${mark}@riverside.example`
  {
    const { page, goTo, press, write, pick } = steward
    await goTo('People')
    await press(page.getByRole('link', { name: 'Invitations' }))
    await press(page.getByRole('button', { name: 'Invite somebody' }).first())
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
    await write(dialog.getByRole('textbox', { name: 'Name' }), 'Nora Weiss')
    await write(dialog.getByRole('textbox', { name: 'E-mail' }), email)
    await pick(dialog.getByRole('textbox', { name: 'Acts for' }), school)
    await press(dialog.getByRole('button', { name: 'Send the invitation' }))
    await page.getByText('The invitation to Nora Weiss is on its way.').waitFor()
  }
  {
    const { page, write, press, find } = teacher
    await page.goto((await linkInMailTo(email)).replace(/^https?:\/\/[^/]+/, inject('baseUrl')))
    await write(page.getByRole('textbox', { name: 'Password' }), `riverside reads by lamplight ${mark}`)
    await press(page.getByRole('button', { name: 'Open account and join' }))
    await atHome(page)
    await find(school)
    await press(page.getByRole('region', { name: 'Membership' }).getByRole('button', { name: 'Apply' }))
    await press(page.getByRole('dialog').getByRole('button', { name: 'Apply' }))
    await page.getByText(`The membership of ${school} is now: Applied.`).waitFor()
  }
  const { page, goTo, press } = steward
  await goTo('Today')
  await press(page.getByRole('region', { name: 'Applications for membership' }).getByRole('link', { name: school }))
  for (const [step, state] of [
    ['Accept', 'Accepted'],
    ['Make active', 'Active'],
  ] as const) {
    await press(page.getByRole('region', { name: 'Membership' }).getByRole('button', { name: step }))
    await press(page.getByRole('dialog').getByRole('button', { name: step }))
    await page.getByText(`The membership of ${school} is now: ${state}.`).waitFor()
  }
}

async function startInitiative({ page, goTo, press, write, date, pick }: Hand, title: string): Promise<void> {
  await goTo('Initiatives')
  await press(page.getByRole('link', { name: 'Start an initiative' }).first())
  await write(page.getByRole('textbox', { name: 'Title' }), title)
  await date(page.getByLabel('Start', { exact: true }), dayFrom(0))
  for (const [line, name] of [bank, youth].entries()) {
    await press(page.getByRole('button', { name: 'Add another partner' }))
    const group = page.getByRole('group', { name: `Partner ${line + 2}` })
    await pick(group.getByRole('textbox', { name: 'Partner' }), name)
  }
  await press(page.getByRole('button', { name: 'Start initiative' }))
  await page.getByText(`${title} is put down.`).waitFor()
  await page.getByRole('region', { name: 'Partners' }).getByRole('link', { name: bank }).waitFor()
}

/** The teacher asks for an hour of next week; the steward answers for the host. */
async function bookHall(steward: Hand, teacher: Hand, hall: string, initiative: string, mark: string): Promise<void> {
  {
    const { page, find, press, pick, write, chooseHour } = teacher
    await find(hall)
    const isWide = (page.viewportSize()?.width ?? 0) > 600
    await press(page.getByRole('button', { name: isWide ? 'Next week' : 'Next day' }))
    const grid = page.getByRole('grid', { name: `Week of ${hall}` })
    const field = (time: string) => grid.getByRole('gridcell', { name: new RegExp(`, ${time}.*, free$`) }).first()
    await field('10:00').waitFor()
    await chooseHour(grid, field('10:00'), field('10:30'))
    const dialog = page.getByRole('dialog', { name: `Book ${hall}` })
    await pick(dialog.getByRole('textbox', { name: 'Initiative (optional)' }), initiative)
    await write(dialog.getByRole('textbox', { name: 'Title' }), `Story hour ${mark}`)
    await press(dialog.getByRole('button', { name: 'Ask the host' }))
    await page.getByText(`The host has been asked for Story hour ${mark}.`).waitFor()
  }
  const { page, goTo, press } = steward
  await goTo('Today')
  const requests = page.getByRole('region', { name: 'Booking requests' })
  await press(requests.getByRole('link', { name: hall }))
  await press(page.getByRole('button', { name: 'Approve' }))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Approve' }))
  await page.getByText(`Story hour ${mark}: Confirmed.`).waitFor()
}

/** The school gives time, the youth group too; the bank gives money, late. */
async function offerPledges(steward: Hand, teacher: Hand, school: string, initiative: string): Promise<void> {
  await offer(teacher, { from: school, isOwn: true, to: initiative, kind: 'Staff time', field: 'Quantity', much: '12' })
  await offer(steward, { from: youth, to: initiative, kind: 'Volunteer time', field: 'Quantity', much: '40' })
  await offer(steward, { from: bank, to: initiative, kind: 'Money', field: 'Amount', much: '1500.00' })

  const { page, press, write, date } = steward
  await press(page.getByRole('link', { name: 'Plan the instalments' }))
  await write(page.getByRole('textbox', { name: 'How many' }), '1')
  await date(page.getByLabel('First due on'), dayFrom(-lateDays))
  await press(page.getByRole('button', { name: 'Save the plan' }))
  await page.getByText('The plan is saved.').waitFor()
  for (const [step, state] of [
    ['Accept', 'Accepted'],
    ['Confirm', 'Confirmed'],
  ] as const) {
    await press(page.getByRole('main').getByRole('button', { name: step, exact: true }))
    await press(page.getByRole('dialog').getByRole('button', { name: step, exact: true }))
    await page.getByText(`The pledge is now: ${state}.`).waitFor()
  }
  await page.getByText(`for ${lateDays} days`).first().waitFor()

  await press(page.getByRole('button', { name: 'Record a receipt' }))
  await write(page.getByRole('dialog').getByRole('textbox', { name: /^Amount/ }), '1500.00')
  await press(page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }))
  await page.getByText('The receipt is recorded.').waitFor()
  await page.getByText('Fulfilled', { exact: true }).first().waitFor()
}

interface Offer {
  readonly from: string
  /** Of the one organisation somebody acts for: there is nothing to choose. */
  readonly isOwn?: boolean
  readonly to: string
  readonly kind: string
  readonly field: string
  readonly much: string
}

async function offer(hand: Hand, { from, isOwn = false, to, kind, field, much }: Offer) {
  const { page, goTo, press, choose, pick, write } = hand
  await goTo('Pledges')
  await press(page.getByRole('link', { name: 'Offer a pledge' }).first())
  const list = (name: string): Locator => page.getByRole('combobox', { name, exact: true })
  if (isOwn) expect(await list('From').locator('option:checked').textContent()).toBe(from)
  else await pick(page.getByRole('group', { name: 'Whose and what for' }).getByRole('textbox', { name: 'From' }), from)
  await pick(page.getByRole('textbox', { name: 'For (optional)' }), to)
  await choose(list('Kind'), kind)
  await write(page.getByRole('textbox', { name: field }), much)
  const submit = page.getByRole('button', { name: 'Offer the pledge' })
  await press(submit)
  await page.getByText(`The pledge of ${from} is offered.`).waitFor()
  await leaves(submit)
}

/** What is done is said while its form is still there: one goes on when the next page has come. */
const leaves = (form: Locator) => form.waitFor({ state: 'detached' })

/** A day so many days from today, where the demo lies. */
function dayFrom(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' }).format(at)
}
