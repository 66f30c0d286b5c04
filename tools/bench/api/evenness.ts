import { tokenOf } from './cases.ts'
import type { Tenant } from './generate.ts'
import { ask, medianOf, type Ask } from './load.ts'
import type { Verdict } from './main.ts'

const ROUNDS = 3
const LARGEST_OVER_MEDIAN = 1.5
const LATE_OVER_FIRST = 1.2
const LATE_PAGE = 100
const lists = ['partners', 'initiatives', 'pledges', 'bookings']

/** The largest tenant is as quick as the median one, and a late page as the first, in every list people leaf through. */
export async function evenness(
  product: string,
  { largest, median }: { largest: Tenant; median: Tenant },
  seconds: number,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const list of lists) {
    const page =
      (tenant: Tenant, cursor = '') =>
      (): Ask => ({ method: 'GET', path: pathOf(tenant, list, cursor), token: tokenOf(tenant) })
    const late = await latePage(product, largest, list)
    const asked = [page(largest), page(largest, late.cursor), page(median)]
    const times: number[][] = asked.map(() => [])
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, next] of asked.entries())
        times[index]?.push(1 / (await ask(product, seconds / 2, 4, next)).perSecond)
    const [first = Number.NaN, last = Number.NaN, small = Number.NaN] = times.map(medianOf)
    verdicts.push(
      {
        text: `${list}, largest tenant over the median: ${(first / small).toFixed(2)}, at most ${LARGEST_OVER_MEDIAN}`,
        isMet: first / small <= LARGEST_OVER_MEDIAN,
      },
      {
        text: `${list}, page ${late.page} over page 1: ${(last / first).toFixed(2)}, at most ${LATE_OVER_FIRST}`,
        isMet: last / first <= LATE_OVER_FIRST,
      },
    )
  }
  return verdicts
}

function pathOf(tenant: Tenant, list: string, cursor: string): string {
  return `/api/v1/communities/${tenant.communityId}/${list}?limit=50${cursor ? `&cursor=${cursor}` : ''}`
}

/** The cursor of page 100, or of the last full page where the list is shorter. */
async function latePage(product: string, tenant: Tenant, list: string): Promise<{ cursor: string; page: number }> {
  const cursors = ['']
  while (cursors.length < LATE_PAGE) {
    const answer = await fetch(`${product}${pathOf(tenant, list, cursors.at(-1) ?? '')}`, {
      headers: { authorization: `Bearer ${tokenOf(tenant)}` },
    })
    const { nextCursor } = (await answer.json()) as { nextCursor: string | null }
    if (nextCursor === null) {
      // The last page may be all but empty, which would be quick for no merit.
      cursors.pop()
      break
    }
    cursors.push(nextCursor)
  }
  return { cursor: cursors.at(-1) ?? '', page: cursors.length }
}
