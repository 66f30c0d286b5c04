import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { routes } from '../../tools/testing/example-addresses.ts'
import type { DemoApi } from '../support/demo-api.ts'
import { isOutside, openExample } from '../support/example-pages.ts'
import { drawn, unfold } from '../support/settled.ts'
import { sidewaysOf } from '../support/sideways.ts'
import { test } from '../support/tours.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is looked at: the structure changes with the width, the colours with the appearance, so two looks see it all. */
const looks = [
  { width: 1280, appearance: 'light', isColoursOnly: false },
  { width: 1280, appearance: 'dark', isColoursOnly: true },
  { width: 320, appearance: 'dark', isColoursOnly: false },
  { width: 320, appearance: 'light', isColoursOnly: true },
] as const

/** Widths of small laptops and tablets, where only the room is looked at. */
const between = [1240, 1024, 768]

for (const route of routes()) {
  const title = `${route} has no fault of WCAG 2.2 AA, light or dark, wide or narrow, and never scrolls sideways`
  if (isOutside(route))
    test(title, async ({ outside, steward, expect }) => expect(await faultsOn(outside, steward, route)).toEqual([]))
  else
    test.concurrent(title, async ({ view, steward, expect }) =>
      expect(await faultsOn(view, steward, route)).toEqual([]),
    )
}

async function faultsOn(page: Page, steward: DemoApi, route: string): Promise<string[]> {
  if ((await openExample(page, steward, route)) === 'leads on') return []
  const faults: string[] = []
  for (const { width, appearance, isColoursOnly } of looks) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: appearance })
    await drawn(page)
    const found = [...(await faultsOf(page, isColoursOnly)), ...(await sidewaysOf(page))]
    faults.push(...found.map((fault) => `${width} px, ${appearance}: ${fault}`))
  }
  if (await unfold(page)) {
    faults.push(...(await faultsOf(page, false)).map((fault) => `unfolded: ${fault}`))
    faults.push(...(await sidewaysOf(page)).map((fault) => `unfolded: ${fault}`))
  }
  for (const width of between) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await sidewaysOf(page)).map((fault) => `${width} px: ${fault}`))
  }
  return faults
}

async function faultsOf(page: Page, isColoursOnly: boolean): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      runOnly: isColoursOnly ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: rules },
      // What passes is found all the same; not describing it halves the time.
      resultTypes: ['violations'],
    })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
