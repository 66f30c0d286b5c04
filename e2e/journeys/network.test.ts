import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { History } from '../../packages/domain/src/risks/history.ts'
import { networkAt } from '../../packages/domain/src/risks/network/network-at.ts'
import { demoApiAs } from '../support/demo-api.ts'
import { beginAs } from '../support/people.ts'
import { settled } from '../support/settled.ts'
import { sidewaysOf } from '../support/sideways.ts'
import { test } from '../support/visits.ts'

const address = '/c/lindenmark/network'
const month = '2022-03'

interface Seen {
  readonly history: History
}

async function open(page: Page, search: string): Promise<void> {
  await beginAs(page, 'viewer')
  await page.goto(`${address}?${search}`)
  await settled(page)
}

test('the table says of every partner what the history of the api says', async ({ page }) => {
  const { history } = await (await demoApiAs('viewer')).ask<Seen>('risks/history')
  const network = networkAt(history, month)
  const nameOf = new Map(history.organisations.map(({ id, name }) => [id, name ?? '']))
  await open(page, `view=table&month=${month}&sort=name`)
  const expected = network.partners
    .map(({ organisationId, initiatives, ties, strength, part, cutsOff }) => [
      nameOf.get(organisationId) ?? '',
      ...[initiatives, ties, strength, part + 1].map(String),
      cutsOff === 0 ? 'No' : `Cuts off ${cutsOff}`,
    ])
    .toSorted(([a = ''], [b = '']) => new Intl.Collator('en').compare(a, b))
  expect(expected.length).toBeGreaterThan(5)
  expect(expected.some(([, , , , , bridge]) => bridge !== 'No')).toBe(true)
  expect(await rowsOf(page)).toEqual(expected)
})

test('the picture is drawn, a partner in it can be chosen, and leads to its page', async ({ page }) => {
  await open(page, `view=picture&month=${month}`)
  const picture = page.getByRole('img', { name: /^Network in March 2022: 10 partners/ })
  // Finance stands for one partner in this month: a pixel of its colour is that partner.
  await expect.poll(() => pixelOf(page, picture, '#034747'), { timeout: 15_000 }).not.toBeNull()
  const place = await pixelOf(page, picture, '#034747')
  await picture.click({ position: place ?? { x: 0, y: 0 } })
  const chosen = page.getByRole('region', { name: 'Chosen partner' })
  await chosen.getByRole('heading', { name: 'Lindenmark Savings Bank' }).waitFor()
  await chosen.getByText('A bridge: without it 1 other would be cut off.').waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('partner')).not.toBeNull()
  await chosen.getByRole('link', { name: 'Open the page of this partner' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lindenmark Savings Bank' }).waitFor()
})

test('by keyboard a partner is chosen from the list, and a month by the slider', async ({ page }) => {
  await open(page, `view=picture&month=${month}`)
  await page.getByLabel('Look at a partner').selectOption({ label: 'Town Library' })
  await page.getByRole('region', { name: 'Chosen partner' }).getByRole('heading', { name: 'Town Library' }).waitFor()
  const slider = page.getByRole('slider', { name: 'Chosen month' })
  await slider.focus()
  await page.keyboard.press('PageUp')
  await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('2023-03')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^March 2023\. \d+ partners · /)
})

describe('the months', () => {
  test('move by themselves for whoever wants that, and stop', async ({ visit }) => {
    const { page } = await visit({ reducedMotion: 'no-preference' })
    await open(page, `view=table&month=${month}`)
    await page.getByRole('button', { name: 'Play the months' }).click()
    await page.locator('output').filter({ hasText: 'May 2022' }).waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Play the months' }).waitFor()
    const stopped = await page.locator('output').textContent()
    await page.waitForTimeout(900)
    expect(await page.locator('output').textContent()).toBe(stopped)
  })

  test('stand still for whoever asked for less motion', async ({ page }) => {
    await open(page, `view=table&month=${month}`)
    expect(await page.getByRole('button', { name: 'Play the months' }).count()).toBe(0)
  })
})

test('what is shown can be taken along: partners and ties of the sector', async ({ page }) => {
  await open(page, `view=matrix&month=${month}&sector=finance`)
  const [partners, ties] = [await saved(page, 'Partners as CSV'), await saved(page, 'Ties as CSV')]
  expect(partners.split('\r\n')[0]).toBe('\ufeffPartner,Sector,Running initiatives,Ties,Strength,Part,Bridge')
  expect(partners).toContain('\r\nLindenmark Savings Bank,Finance,')
  const tied = ties.trim().split('\r\n').slice(1)
  expect(tied.length).toBeGreaterThan(3)
  for (const line of tied) expect(line).toContain('Lindenmark Savings Bank')
})

for (const view of ['picture', 'matrix', 'table']) {
  test(`as ${view} it has no fault of WCAG 2.2 AA in either appearance and never scrolls sideways`, async ({
    page,
  }) => {
    await open(page, `view=${view}&month=${month}`)
    if (view === 'picture') await page.getByLabel('Look at a partner').selectOption({ index: 1 })
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([])
      expect(await sidewaysOf(page)).toEqual([])
    }
  })
}

async function rowsOf(page: Page): Promise<string[][]> {
  const table = page.getByRole('table', { name: 'Partners of the network in March 2022' })
  return table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (cell: Element | null | undefined) => cell?.textContent?.trim() ?? ''
      const cells = [...row.querySelectorAll('td')].map(text)
      // The sector is a name of the catalogue: the matrix test of the page looks at those.
      return [text(row.querySelector('th')), ...cells.slice(1)]
    }),
  )
}

/** Middle of what has exactly this colour in a part of the page, in its own pixels; null where nothing has. */
async function pixelOf(page: Page, part: Locator, colour: string): Promise<{ x: number; y: number } | null> {
  const shot = (await part.screenshot()).toString('base64')
  return page.evaluate(
    async ([shot, colour]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${shot}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      if (!context) return null
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        if (wanted.every((value, channel) => Math.abs((data[pixel + channel] ?? 0) - value) < 3))
          return { x: (pixel / 4) % image.width, y: Math.floor(pixel / 4 / image.width) + 5 }
      }
      return null
    },
    [shot, colour] as const,
  )
}

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
