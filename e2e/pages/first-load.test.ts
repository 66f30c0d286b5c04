import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { beginAs } from '../support/people.ts'
import { settled } from '../support/settled.ts'
import { test } from '../support/visits.ts'

const mostBytes = 200_000

test.for([
  ['the home', '/'],
  ['the list of partners', '/c/lindenmark/partners'],
  ['the sign-in', '/sign-in'],
] as const)('%s loads at most 200 kB of JavaScript the first time', async ([name, address], { page }) => {
  if (address !== '/sign-in') await beginAs(page, 'steward')
  const scripts = await scriptsOf(page, address)
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0)
  console.log(`${name}: ${scripts.size} scripts, ${Math.round(bytes / 1000)} kB gzipped`)
  expect(scripts.size).toBeGreaterThan(1)
  expect(bytes, largestOf(scripts)).toBeLessThanOrEqual(mostBytes)
})

/** Every script a first visit fetches, with its size as gzip makes it, whichever way the server sent it. */
async function scriptsOf(page: Page, address: string): Promise<Map<string, number>> {
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('javascript'))
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      )
  })
  await page.goto(address)
  await settled(page)
  return new Map(await Promise.all([...sizes].map(async ([url, size]) => [url, await size] as const)))
}

function largestOf(scripts: ReadonlyMap<string, number>): string {
  const largest = [...scripts].toSorted(([, one], [, other]) => other - one).slice(0, 12)
  return largest.map(([url, bytes]) => `${bytes} ${new URL(url).pathname}`).join('\n')
}
