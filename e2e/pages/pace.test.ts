import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { beginAs } from '../support/people.ts'
import { settled } from '../support/settled.ts'
import { test } from '../support/visits.ts'

const rounds = 5

// A ratio to print, never a verdict: how loaded a machine is says nothing about the product.
test('arriving at the partners is timed against loading a bare file of the same server', async ({ page }) => {
  await beginAs(page, 'steward')
  await page.goto('/c/lindenmark/partners')
  await settled(page)
  const bare: number[] = []
  const full: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await secondsOf(() => page.goto('/icon.svg')))
    full.push(await secondsOf(() => arriveAtPartners(page)))
  }
  console.log(`partners on screen: ${(median(full) / median(bare)).toFixed(1)} times a bare file of the same server`)
  expect(full).toHaveLength(rounds)
})

async function arriveAtPartners(page: Page): Promise<void> {
  await page.goto('/c/lindenmark/partners')
  await page.getByRole('table', { name: 'Partners' }).getByRole('link').first().waitFor()
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
