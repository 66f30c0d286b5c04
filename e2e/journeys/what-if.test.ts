import { expect } from 'vitest'
import { demoApiAs } from '../support/demo-api.ts'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

type Level = 'none' | 'watch' | 'warning' | 'critical'

interface FlagsOfMonth {
  readonly stagnation: { readonly level: Level }
  readonly funding: { readonly level: Level }
}

interface SignsOfMonth {
  readonly signs: Readonly<Record<string, { readonly level: Level; readonly score: number | null }>>
}

/** The part of the answer that the page is compared with. */
interface StressAnswer {
  readonly losses: { readonly money: { readonly amountMinor: number } | null }
  readonly money: { readonly without: { readonly negativeIn: string | null; readonly cliffIn: string | null } }
  readonly initiatives: { readonly below: readonly object[] }
  readonly spaces: readonly object[]
  readonly flags: { readonly with: readonly FlagsOfMonth[]; readonly without: readonly FlagsOfMonth[] }
  readonly signs: Readonly<Record<'with' | 'without', readonly SignsOfMonth[]>> & {
    readonly raised: readonly { readonly month: string }[]
  }
}

const levels = { none: 'Clear', watch: 'Watch', warning: 'Warning', critical: 'Critical' }
const ranked = ['none', 'watch', 'warning', 'critical'] as const

const address = '/c/lindenmark/what-if'

const money = (minor: number) =>
  new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(minor / 100)
const month = (name: string) =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${name}-01T00:00:00Z`),
  )

test('the council leaves: the page says what the interface for programs answers', async ({ page }) => {
  const api = await demoApiAs('steward')
  const answer = await api.ask<StressAnswer>('risks/stress-tests', {
    method: 'POST',
    body: { leaving: { isLocalGovernment: true }, horizonMonths: 18, withSigns: true },
  })
  await beginAs(page, 'steward')
  await page.goto(address)
  await page.getByRole('button', { name: 'What if the local government leaves?' }).click()
  const said = page.getByRole('region', { name: 'Without the local government' })
  await said.waitFor()
  // The button is gone with its list: reading and the keyboard go on at the beginning of the answer.
  expect(await said.evaluate((region) => region.parentElement === document.activeElement)).toBe(true)
  expect((await said.boundingBox())?.y).toBeGreaterThanOrEqual(0)
  const text = await said.innerText()

  expect(text).toContain('These are: Town of Lindenmark and Upper Valley Region.')
  expect(answer.losses.money?.amountMinor).toBeGreaterThan(0)
  expect(text).toContain(`${money(answer.losses.money?.amountMinor ?? 0)} of confirmed money would be lost`)
  const lasts = answer.money.without.negativeIn
  expect(lasts).not.toBeNull()
  expect(text).toContain(`would last until ${month(lasts ?? '')}`)
  expect(text).toContain(`break off in ${month(answer.money.without.cliffIn ?? '')}`)
  expect(text).toContain(`${answer.initiatives.below.length} initiatives would fall below`)
  expect(text).toContain(`${answer.spaces.length} spaces would close`)
  const below = page.getByRole('table', { name: 'Initiatives that would fall below what they need' })
  expect(await below.getByRole('row').count()).toBe(answer.initiatives.below.length + 1)

  const signs = page.getByRole('region', { name: 'The other signs over the months ahead' })
  await signs.getByRole('button', { name: 'Show the table: The highest level of each of the other signs' }).click()
  expect(await signs.getByRole('listitem').allInnerTexts()).toEqual(
    answer.signs.raised.map((one) => expect.stringContaining(`from ${month(one.month)} on`)),
  )
  const highest = (lane: 'with' | 'without', name: string) => {
    const stands = answer.signs[lane].flatMap((one) => one.signs[name] ?? [])
    if (stands.every((one) => one.score === null)) return 'Not enough data'
    return levels[ranked.findLast((level) => stands.some((one) => one.level === level)) ?? 'none']
  }
  const signRows = await signs.getByRole('row').allInnerTexts()
  expect(signRows.slice(1).map((row) => row.match(/Clear|Watch|Warning|Critical|Not enough data/g))).toEqual(
    Object.keys(answer.signs.with[0]?.signs ?? {}).map((name) => [highest('with', name), highest('without', name)]),
  )

  await page.getByRole('button', { name: 'Show the table: The flags month by month' }).click()
  const flags = page.getByRole('table', { name: 'The flags month by month' })
  const rows = await flags.getByRole('row').allInnerTexts()
  expect(rows.slice(1).map((row) => row.match(/Clear|Watch|Warning|Critical/g))).toEqual(
    answer.flags.with.map((one, index) =>
      [one.stagnation, answer.flags.without[index]?.stagnation, one.funding, answer.flags.without[index]?.funding].map(
        (flag) => levels[flag?.level ?? 'none'],
      ),
    ),
  )
})

test('a question is asked by keyboard, and its address holds it for somebody else', async ({ page }) => {
  await beginAs(page, 'viewer')
  await page.goto(address)
  const chooser = page.getByRole('combobox', { name: 'Who leaves' })
  await chooser.focus()
  await page.keyboard.type('Parish Social')
  const found = page.getByRole('listbox', { name: 'Who leaves' })
  await found.getByRole('option', { name: 'Parish Social Service' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Without Parish Social Service' }).waitFor()
  const slider = page.getByRole('slider', { name: 'Looking ahead' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => new URL(page.url()).searchParams.get('ahead')).toBe('17')
  expect(await slider.getAttribute('aria-valuetext')).toBe('17 months')

  await page.reload()
  await page.getByRole('region', { name: 'Without Parish Social Service' }).waitFor()
  expect(await slider.inputValue()).toBe('17')
  await page.getByText('Your role does not see costs, reserves').waitFor()
})

test('a supposed funder repairs the balance, and can be taken out again', async ({ page }) => {
  await beginAs(page, 'steward')
  await page.goto(`${address}?leave=council`)
  const said = page.getByRole('region', { name: 'Without the local government' })
  await said.getByText('Reserves and confirmed money would last until').waitFor()
  await page.getByText('And if somebody comes?').click()
  const pledge = page.getByRole('group', { name: 'A pledge' })
  await pledge.getByRole('button', { name: 'Add to the question: A pledge' }).click()
  await pledge.getByText('Write an amount above zero').waitFor()
  await pledge.getByLabel('Amount (EUR)').fill('90000')
  await pledge.getByRole('button', { name: 'Add to the question: A pledge' }).click()
  await said.getByText(/would hold for all/).waitFor()
  await page.getByRole('button', { name: /^Take out: €90,000/ }).click()
  await said.getByText('Reserves and confirmed money would last until').waitFor()
})
