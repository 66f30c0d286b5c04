import type { Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { beginAs } from '../support/people.ts'
import { settled } from '../support/settled.ts'
import { contextOptions, test as base } from '../support/visits.ts'

const files = '**/assets/search-dialog-*'

/** A visitor at a form who has typed and not saved; what the browser reports of files that are kept away on purpose is no fault. */
const test = base.extend<{ typing: Page }>({
  typing: async ({ browser }, lend) => {
    const context = await browser.newContext({ baseURL: inject('baseUrl'), ...contextOptions })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await beginAs(page, 'steward')
    await page.goto('/c/lindenmark/initiatives/new')
    await settled(page)
    await titleOf(page).fill('Half a sentence')
    await lend(page)
    await context.close()
  },
})

const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Title' })
const opener = (page: Page) => page.getByRole('button', { name: 'Search', exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const hasFocus = (one: Locator) => one.evaluate((element) => element.contains(document.activeElement))

/** The search works, gives the focus back when it is closed, and the page is the one on which somebody typed. */
async function expectSearch(page: Page): Promise<void> {
  const field = dialog(page, 'Search').getByRole('combobox')
  await field.waitFor()
  await expect.poll(() => hasFocus(field)).toBe(true)
  expect(await page.getByRole('dialog').count()).toBe(1)
  await page.keyboard.press('Escape')
  await dialog(page, 'Search').waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus(opener(page))).toBe(true)
  expect(await titleOf(page).inputValue()).toBe('Half a sentence')
}

test('a dialog that is slow to come says so, can be left, and takes over when it is there', async ({
  typing: page,
}) => {
  const held = Promise.withResolvers<void>()
  await page.route(files, async (route) => {
    await held.promise
    await route.continue()
  })
  await opener(page).click()
  const face = dialog(page, 'Loading …')
  await face.waitFor()
  expect(await hasFocus(face)).toBe(true)
  await page.keyboard.press('Escape')
  await face.waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus(opener(page))).toBe(true)

  await page.keyboard.press('Enter')
  await face.waitFor()
  held.resolve()
  await expectSearch(page)
})

test('a dialog whose files are out of reach says so, and trying again fetches them', async ({ typing: page }) => {
  await page.route('**/assets/**', (route) => route.abort('internetdisconnected'))
  await opener(page).click()
  const face = dialog(page, 'This did not load')
  await face.getByRole('alert').getByText('The server does not answer.').waitFor()
  expect(await hasFocus(face)).toBe(true)
  await face.getByRole('button', { name: 'Try again' }).click()
  await face.getByRole('button', { name: 'Try again' }).waitFor()
  await page.unroute('**/assets/**')
  await face.getByRole('button', { name: 'Try again' }).click()
  await expectSearch(page)
})

test('a dialog whose files went with an older version asks to load the page again', async ({ typing: page }) => {
  await page.route(files, (route) => route.fulfill({ status: 404, body: '' }))
  await opener(page).click()
  const face = dialog(page, 'This did not load')
  await face.getByText('then load the page again').waitFor()
  expect(await face.getByRole('button', { name: 'Try again' }).count()).toBe(0)
  expect(await titleOf(page).inputValue()).toBe('Half a sentence')
  await page.unroute(files)
  page.on('dialog', (asked) => void asked.accept())
  await face.getByRole('button', { name: 'Load the page again' }).click()
  await face.waitFor({ state: 'detached' })
  await settled(page)
  await opener(page).click()
  await dialog(page, 'Search').getByRole('combobox').waitFor()
})
