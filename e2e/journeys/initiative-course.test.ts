import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeAll, expect } from 'vitest'
import { samplePdf, samplePng } from '../../tools/testing/sample-files.ts'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

let coordinator: DemoApi

beforeAll(async () => {
  coordinator = await demoApiAs('coordinator')
})

/** An initiative of the coordinator's own organisation that no other test touches. */
async function anInitiative(): Promise<{ id: string; title: string }> {
  const { items } = await coordinator.ask<{ items: { id: string }[] }>('partners?q=Open%20Door&limit=1')
  return coordinator.ask('initiatives', {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      title: `Night of stories ${randomBytes(3).toString('hex')}`,
      kind: 'joint',
      startedOn: '2025-01-10',
      reviewOn: '2025-02-01',
      participations: [{ organisationId: items[0]?.id, role: 'lead' }],
    },
  })
}

test('a coordinator agrees on a milestone, reaches it, and tells with a picture and a document; a member reads and saves them', async ({
  page,
  visit,
}) => {
  const { id, title } = await anInitiative()
  const address = `/c/lindenmark/initiatives/${id}`
  await beginAs(page, 'coordinator')
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()

  await page.getByRole('button', { name: 'Add a milestone' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^What is done then/).fill('Forty listeners')
  await dialog.getByLabel('By which day').fill('2025-03-01')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const milestones = page.getByRole('region', { name: 'Milestones' })
  await milestones.getByText('Overdue').waitFor()

  await milestones.getByRole('button', { name: 'Mark as reached: Forty listeners' }).click()
  await dialog.getByLabel(/^What is worth saying/).fill('Forty-three, and a dog')
  await dialog.getByRole('button', { name: 'Mark as reached' }).click()
  await milestones.getByText('1 of 1 reached').waitFor()
  await milestones.getByText('Forty-three, and a dog').waitFor()

  await page.getByRole('button', { name: 'Post an update' }).click()
  await dialog.getByLabel(/^Title/).fill('The first night')
  await dialog.getByLabel(/^Text/).fill('It was **full**.\n\n- soup\n- stories\n\n<script>alert(1)</script>')
  await dialog.getByLabel('Choose files').setInputFiles([
    { name: 'hall.png', mimeType: 'image/png', buffer: samplePng(40) },
    { name: 'programme.pdf', mimeType: 'application/pdf', buffer: samplePdf },
  ])
  await dialog.getByRole('button', { name: 'Post', exact: true }).click()
  await dialog.getByText('Say in a few words what this picture shows.').waitFor()
  await dialog.getByLabel('What hall.png shows').fill('A hall full of people')
  await dialog.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText('The update is posted.').waitFor()

  const { page: reading } = await visit()
  await beginAs(reading, 'member')
  await reading.goto(address)
  const update = reading.getByRole('article', { name: 'The first night' })
  await update.getByText('full', { exact: true }).waitFor()
  expect(await update.locator('strong').textContent()).toBe('full')
  expect(
    await update
      .locator('li')
      .filter({ hasText: /^(soup|stories)$/ })
      .count(),
  ).toBe(2)
  expect(await update.locator('script').count()).toBe(0)
  const picture = update.getByRole('img', { name: 'A hall full of people' })
  await picture.waitFor()
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(40)
  const [download] = await Promise.all([
    reading.waitForEvent('download'),
    update.getByRole('button', { name: /^Download programme\.pdf/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('programme.pdf')
  expect((await readFile(await download.path())).equals(samplePdf)).toBe(true)
  expect(await reading.getByRole('button', { name: 'Edit The first night' }).count()).toBe(0)
})

test('what was due for review was looked at, goes on, and who coordinates it is named', async ({ page }) => {
  const { id, title } = await anInitiative()
  await beginAs(page, 'coordinator')
  await page.goto(`/c/lindenmark/initiatives/${id}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('button', { name: 'Reviewed, goes on' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^What was found/).fill('More readers wanted')
  await dialog.getByRole('button', { name: 'It goes on' }).click()
  await page.getByText(`${title} goes on.`).waitFor()
  expect(await page.getByText('Review due').count()).toBe(0)
  await page.getByRole('region', { name: 'History' }).getByText('More readers wanted').waitFor()

  await page.getByRole('button', { name: 'Name a coordinator' }).click()
  await dialog.getByRole('combobox', { name: 'Who' }).or(dialog.getByLabel('Who')).first().fill('Lucia')
  await page.getByRole('option', { name: 'Lucia Varga' }).click()
  await dialog.getByRole('button', { name: 'Name a coordinator' }).click()
  const coordinators = page.getByRole('region', { name: 'Coordinated by' })
  await coordinators.getByText('Lucia Varga').waitFor()
  await coordinators.getByRole('button', { name: 'End the coordination of Lucia Varga' }).click()
  await dialog.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('Lucia Varga coordinates it no more.').waitFor()
})
