import type { History } from '../../packages/domain/src/risks/history.ts'
import { addDays } from '../../packages/domain/src/values/day.ts'
import { addMonths } from '../../packages/domain/src/values/month.ts'
import { emptyHistory } from './package-history.ts'
import { type Random, seeded } from './random.ts'

/** One way of drawing networks. */
export interface Cell {
  /** Initiatives started a month, in the mean. */
  readonly rate: number
  readonly pool: number
  readonly isSeasonal: boolean
  readonly hasDrop: boolean
}

export const MONTHS = 96
/** Readings before this month are not judged: the engine has no two years to look back on. */
export const READ_FROM = 24
export const DROP_AT = 60
const DROP_TO = 0.15
const CHURN = 0.02
const FIRST_MONTH = '2000-01'
/** Factors January to December of a year with a strong season. */
const SEASON = [1.7, 1.07, 1.07, 1.07, 1.07, 1.07, 0.3, 0.1, 2, 1.07, 1.07, 0.4]

/** First and last reading of a drawn network: each sees the months before it. */
export const readings = { from: addMonths(FIRST_MONTH, 1), to: addMonths(FIRST_MONTH, MONTHS) }

/**
 * Draws a network: initiatives a month Poisson, start days uniform, 2 + Poisson(1.5) partners without replacement from a pool of whom
 * each is replaced with probability 0.02 a month, planned for 120 to 480 days. With a drop, the rate falls to 0.15 of itself at
 * month 60 and nobody is replaced any more.
 */
export function drawNetwork(cell: Cell, seed: number): History {
  const random = seeded(seed)
  const pool = Array.from({ length: cell.pool }, (_, index) => `partner ${index}`)
  let arrived = cell.pool
  const initiatives: History['initiatives'][number][] = []
  const participations: History['participations'][number][] = []
  for (let month = 0; month < MONTHS; month += 1) {
    const hasDropped = cell.hasDrop && month >= DROP_AT
    if (!hasDropped) {
      pool.forEach((_, place) => {
        if (random.next() < CHURN) pool[place] = `partner ${arrived++}`
      })
    }
    const season = cell.isSeasonal ? (SEASON[month % 12] ?? 1) : 1
    const starts = random.poisson(cell.rate * season * (hasDropped ? DROP_TO : 1))
    for (let start = 0; start < starts; start += 1) {
      const id = `initiative ${initiatives.length}`
      const startedOn = addDays(`${addMonths(FIRST_MONTH, month)}-01`, random.below(daysIn(month)))
      initiatives.push({
        id,
        kind: 'joint',
        startedOn,
        plannedEndOn: addDays(startedOn, 120 + random.below(361)),
        endedOn: null,
        endState: null,
      })
      for (const organisationId of drawn(pool, 2 + random.poisson(1.5), random))
        participations.push({ initiativeId: id, organisationId, role: 'contributor', from: null, to: null })
    }
  }
  return { ...emptyHistory, initiatives, participations }
}

function daysIn(month: number): number {
  const [year, ofYear] = addMonths(FIRST_MONTH, month).split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, ofYear, 0)).getUTCDate()
}

function drawn(pool: readonly string[], count: number, random: Random): string[] {
  const left = [...pool]
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    const place = random.below(left.length)
    return left.splice(place, 1)[0] as string
  })
}
