import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { demoApiAs, type DemoApi } from '../support/demo-api.ts'
import { openExample, routes } from '../support/example-pages.ts'
import { drawn, unfold } from '../support/settled.ts'
import { sidewaysOf } from '../support/sideways.ts'
import { test } from '../support/visits.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const widths = [1280, 320]
const appearances = ['light', 'dark'] as const

let steward: DemoApi

beforeAll(async () => {
  steward = await demoApiAs('steward')
})

for (const route of routes()) {
  test(`${route} has no fault of WCAG 2.2 AA, light or dark, wide or narrow, and never scrolls sideways`, async ({
    page,
  }) => {
    if ((await openExample(page, steward, route)) === 'leads on') return
    const faults: string[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      for (const appearance of appearances) {
        await page.emulateMedia({ colorScheme: appearance })
        await drawn(page)
        faults.push(...(await faultsOf(page)).map((fault) => `${width} px, ${appearance}: ${fault}`))
      }
      faults.push(...(await sidewaysOf(page)).map((fault) => `${width} px: ${fault}`))
    }
    if (await unfold(page)) {
      faults.push(...(await faultsOf(page)).map((fault) => `unfolded: ${fault}`))
      faults.push(...(await sidewaysOf(page)).map((fault) => `unfolded: ${fault}`))
    }
    expect(faults).toEqual([])
  })
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
