import { beforeAll, expect } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { anActivePartner, type GivenPartner } from '../support/given.ts'
import { beginAs, personOf, signInAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

const list = '/c/lindenmark/partners'
let steward: DemoApi

beforeAll(async () => {
  steward = await demoApiAs('steward')
})

const addressOf = ({ id }: GivenPartner) => `${list}/${id}`

test('a partner is found by word and filter; the address keeps both over a reload, back and forward', async ({
  page,
}) => {
  const partner = await anActivePartner(steward, 'Brass Band')
  await signInAs(page, 'member')
  await page.getByRole('link', { name: 'Partners', exact: true }).click()
  const table = page.getByRole('table', { name: 'Partners' })
  await table.waitFor()

  await page.getByLabel('Search by name').fill(partner.name)
  await page.getByLabel('Sector').selectOption('Culture')
  await page.getByRole('status').getByText('1 shown').waitFor()
  const search = new URL(page.url()).searchParams
  expect([search.get('q'), search.get('sector')]).toEqual([partner.name, 'culture'])

  await page.reload()
  await page.getByRole('status').getByText('1 shown').waitFor()
  expect(await page.getByLabel('Search by name').inputValue()).toBe(partner.name)

  await table.getByRole('link', { name: partner.name }).click()
  await page.getByRole('heading', { level: 1, name: partner.name }).waitFor()
  await page.goBack()
  await page.getByRole('status').getByText('1 shown').waitFor()
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: partner.name }).waitFor()
})

test('an edit is announced, shown, and found in the history with who made it', async ({ page }) => {
  const partner = await anActivePartner(steward, 'Garden Club')
  await signInAs(page, 'steward')
  await page.goto(addressOf(partner))
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('We bring').fill('Twelve raised beds and a shed')
  await page.getByRole('button', { name: 'Save changes' }).click()

  await page.getByText(`The changes to ${partner.name} are saved.`).waitFor()
  await page.getByText('Twelve raised beds and a shed').waitFor()
  const history = page.getByRole('region', { name: 'History' })
  await history.getByText(personOf('steward').name).first().waitFor()
})

test('who saves second is told, keeps what was typed, and can save', async ({ visit }) => {
  const partner = await anActivePartner(steward, 'Repair Café')
  const { page: first } = await visit()
  const { page: second } = await visit()
  await beginAs(first, 'steward')
  await beginAs(second, 'coordinator')
  for (const page of [first, second]) {
    await page.goto(`${addressOf(partner)}/edit`)
    await page.getByLabel('We seek').waitFor()
  }
  await first.getByLabel('We seek').fill('A dry cellar')
  await first.getByLabel('We bring').fill('Soldering irons')
  await first.getByRole('button', { name: 'Save changes' }).click()
  await first.getByRole('heading', { level: 1, name: partner.name, exact: true }).waitFor()

  await second.getByLabel('We seek').fill('A workshop with light')
  await second.getByRole('button', { name: 'Save changes' }).click()
  const told = second.getByRole('alert')
  await told.getByText('Somebody changed this while you were writing').waitFor()
  await told.getByText('Taken over from the other change: We bring.').waitFor()
  await told.getByRole('radio', { name: /^Theirs: A dry cellar/ }).waitFor()
  expect(await second.getByLabel('We seek').inputValue()).toBe('A workshop with light')

  await second.getByRole('button', { name: 'Save changes' }).click()
  await second.getByText(`The changes to ${partner.name} are saved.`).waitFor()
  expect(await steward.ask(`partners/${partner.id}`)).toMatchObject({
    seeks: 'A workshop with light',
    brings: 'Soldering irons',
  })
})

test('a membership is paused with a reason that others read', async ({ page }) => {
  const partner = await anActivePartner(steward, 'Rowing Club')
  await beginAs(page, 'steward')
  await page.goto(addressOf(partner))
  const membership = page.getByRole('region', { name: 'Membership' })
  await membership.getByRole('button', { name: 'Pause' }).click()
  const dialog = page.getByRole('dialog', { name: `Pause the membership of ${partner.name}` })
  await dialog.getByRole('button', { name: 'Pause' }).click()
  await dialog.getByText('Please give a reason.').waitFor()

  await dialog.getByLabel('Reason').fill('The boathouse is being rebuilt.')
  await dialog.getByRole('button', { name: 'Pause' }).click()
  await page.getByText(`The membership of ${partner.name} is now: Paused.`).waitFor()
  await dialog.waitFor({ state: 'hidden' })
  await membership.getByText('The boathouse is being rebuilt.').waitFor()
})

test('leaving a form with typed text asks first, and staying keeps it', async ({ page }) => {
  await beginAs(page, 'steward')
  await page.goto(`${list}/new`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Not yet a partner')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('dialog', { name: 'You have not saved yet' }).getByRole('button', { name: 'Stay here' }).click()
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Not yet a partner')
})

test('a viewer is offered no change, and the server refuses the one they try all the same', async ({ page }) => {
  const partner = await anActivePartner(steward, 'Chess Circle')
  await signInAs(page, 'viewer')
  await page.goto(addressOf(partner))
  await page.getByRole('heading', { level: 1, name: partner.name }).waitFor()
  expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  expect(await page.getByRole('region', { name: 'Membership' }).getByRole('button').count()).toBe(0)

  await page.goto(`${addressOf(partner)}/edit`)
  await page.getByRole('heading', { level: 1, name: 'This page is for other roles' }).waitFor()
  expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0)
  const viewer = await demoApiAs('viewer')
  const change = {
    method: 'PUT',
    headers: { 'if-match': `"${partner.revision}"` },
    body: { name: partner.name, sector: 'culture', legalStatus: 'civic', seeks: 'Whatever I like' },
  } as const
  expect(await viewer.refusalOf(`partners/${partner.id}`, change)).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await steward.ask(`partners/${partner.id}`)).toMatchObject({ seeks: null, revision: partner.revision })
})

test('what is not known is a dash to the eye, and words to a screen reader alone', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(list)
  const cell = page.getByRole('cell', { name: 'Not known' }).first()
  expect(await cell.textContent()).toBe('–Not known')
  const words = await cell.getByText('Not known').boundingBox()
  expect(words?.width).toBeLessThanOrEqual(1)
  expect(words?.height).toBeLessThanOrEqual(1)
})

test('the choice of an appearance has signs to the eye, and words to a screen reader alone', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(list)
  const choices = page
    .getByRole('radiogroup')
    .or(page.getByRole('group'))
    .filter({ has: page.getByRole('radio') })
  const word = await choices.first().getByText('Dark', { exact: true }).boundingBox()
  expect(word?.width).toBeLessThanOrEqual(1)
})
