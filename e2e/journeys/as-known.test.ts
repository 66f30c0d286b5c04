import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { linkInMailTo } from '../support/outbox.ts'
import { inTwoParts } from '../support/package-in-two-parts.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

/** So long joint work seems to have stopped, until what happened is recorded. */
const silentMonths = 9

test('a month shows what was said of it then and what is known now, when facts are recorded late', async ({
  page,
  visit,
}) => {
  const { month, from, words } = monthsOf(new Date())
  const { slug, ask } = await foundedBySomebodyNew(page)
  const demo = await exported((await visit()).page)
  const { untilThen, withLateFacts } = inTwoParts(demo, slug, from, new Date().toISOString())

  await bringIn(page, slug, untilThen)
  const { assessed } = await ask<{ assessed: string[] }>('POST', 'risks/assess')
  expect(assessed.at(-1)).toBe(month)
  const then = await levelOf(ask, month)
  expect(then).not.toBe('none')

  await bringIn(page, slug, withLateFacts)
  const now = await levelOf(ask, month)
  expect(now).toBe('none')
  const yesterday = new Date(Date.now() - 36e5 * 24).toISOString().slice(0, 10)
  expect(await levelOf(ask, month, `&knownOn=${yesterday}`)).toBe(then)

  await page.goto(`/c/${slug}/vital-signs?month=${month}`)
  await page.getByRole('heading', { level: 2, name: `Readings of ${words}` }).waitFor()
  const said = page.getByText(/^When this month was assessed, with what was known to .+, it read “/).first()
  await said.waitFor()
  expect(await said.textContent()).toContain(`it read “${title(then)}”. With what is known now it reads “Clear”.`)
  await page.getByText('Revised: it reads otherwise now than was said then').waitFor()

  await page.getByText('Read as it was known on a day').click()
  await page.getByLabel('Known until the end of').fill(yesterday)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('What is known now may say otherwise.').waitFor()
  const card = page.getByRole('article', { name: 'Network stagnation' }).first()
  await card.getByText(title(then), { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Read what is known now' }).click()
  await card.getByText('Clear', { exact: true }).waitFor()
})

type Ask = <Answer>(method: 'GET' | 'POST', path: string) => Promise<Answer>

const title = (level: string) => level.slice(0, 1).toUpperCase() + level.slice(1)

async function levelOf(ask: Ask, month: string, more = ''): Promise<string> {
  const { months } = await ask<{ months: { stagnation: { heldLevel: string } }[] }>(
    'GET',
    `risks/timeline?from=${month}&to=${month}${more}`,
  )
  return months[0]?.stagnation.heldLevel ?? ''
}

function monthsOf(now: Date): { month: string; from: string; words: string } {
  const month = now.toISOString().slice(0, 7)
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - silentMonths, 1))
  const words = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(now)
  return { month, from: from.toISOString().slice(0, 10), words }
}

/** The demo as its steward takes it out. */
async function exported(page: Page): Promise<Uint8Array> {
  await beginAs(page, 'steward')
  const session = await page.request.post('/api/v1/session/refresh')
  const { accessToken } = (await session.json()) as { accessToken: string }
  const headers = { authorization: `Bearer ${accessToken}` }
  const { communities } = (await (await page.request.get('/api/v1/me', { headers })).json()) as {
    communities: { id: string }[]
  }
  const answer = await page.request.get(`/api/v1/communities/${communities[0]?.id}/export`, { headers })
  expect(answer.status()).toBe(200)
  return new Uint8Array(await answer.body())
}

/** Somebody signs up, opens the account by the link in the mail, and founds a community. */
async function foundedBySomebodyNew(page: Page): Promise<{ slug: string; ask: Ask }> {
  const name = randomBytes(3).toString('hex')
  const email = `founder-${name}@example.org`
  const signedUp = await page.request.post('/api/v1/accounts', {
    data: { email, displayName: 'Nora Founder', password: 'a long walk by the river' },
  })
  expect(signedUp.status()).toBe(202)
  const token = new URL(await linkInMailTo(email)).hash.slice(1)
  const confirmed = await page.request.post('/api/v1/accounts/confirm', { data: { token } })
  const { accessToken } = (await confirmed.json()) as { accessToken: string }
  const headers = { authorization: `Bearer ${accessToken}` }
  const slug = `late-${name}`
  const founded = await page.request.post('/api/v1/communities', {
    headers: { ...headers, 'idempotency-key': randomUUID() },
    data: { name: 'Late Records', slug, country: 'AT', timezone: 'Europe/Vienna', currency: 'EUR' },
  })
  expect(founded.status()).toBe(201)
  const { id } = (await founded.json()) as { id: string }
  const ask: Ask = async <Answer>(method: 'GET' | 'POST', path: string) => {
    const answer = await page.request.fetch(`/api/v1/communities/${id}/${path}`, { method, headers })
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as Answer
  }
  return { slug, ask }
}

async function bringIn(page: Page, slug: string, zip: Uint8Array): Promise<void> {
  await page.goto(`/c/${slug}/exchange`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a zip' }).click(),
  ])
  await chooser.setFiles({ name: `${slug}.zip`, mimeType: 'application/zip', buffer: Buffer.from(zip) })
  await page.getByRole('button', { name: 'Check without changing anything' }).click()
  await page.getByRole('button', { name: 'Import now' }).click({ timeout: 60_000 })
  await page.getByText(/^Imported: .+\.$/).waitFor({ timeout: 60_000 })
}
