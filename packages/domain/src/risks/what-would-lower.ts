import { type Day, dayFromNumber } from '../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../values/month.ts'
import type { History } from './history.ts'
import { type Parameters, parameters as parametersInForce } from './parameters.ts'
import { openStagnation, type ReadMonth } from './explain/opened-month.ts'
import type { StagnationFamilies } from './stagnation/stagnation-reader.ts'

/** The fewest new initiatives that would lower the stagnation score. */
export interface EnoughInitiatives {
  readonly initiatives: number
  /** Partners in each of them who have not taken part for three years, beside one who has. */
  readonly newPartnersEach: 0 | 1
  /** Last day before the reading that would be lower. */
  readonly by: Day
  readonly score: number
}

const MOST_INITIATIVES = 8
const MONTHS_AHEAD = [1, 3]
const NEWCOMER = 'hypothetical partner'

/**
 * The smallest set of events that would lower one month's stagnation score: up to eight initiatives, each planned for nine months,
 * started in the following month or three, first between partners of today, then each with a newcomer. Found by reading the history
 * again with them. Null where the score is zero or unknown, or where none of these would do. Source: docs/indicators.md §7 rule 5.
 */
export function initiativesThatWouldLower(
  history: History,
  month: Month,
  parameters: Parameters = parametersInForce,
  read: ReadMonth<StagnationFamilies> = openStagnation(history, month, parameters),
): EnoughInitiatives | null {
  const score = read(history, month).score
  if (score === null || score === 0) return null
  for (const ahead of MONTHS_AHEAD) {
    const reading = addMonths(month, ahead)
    for (let initiatives = 1; initiatives <= MOST_INITIATIVES; initiatives += 1) {
      for (const newPartnersEach of [0, 1] as const) {
        const hypothetical = withInitiatives(history, month, ahead, initiatives, newPartnersEach)
        const then = read(hypothetical, reading).score
        if (then !== null && then < score)
          return { initiatives, newPartnersEach, by: lastDayBefore(reading), score: then }
      }
    }
  }
  return null
}

function withInitiatives(
  history: History,
  month: Month,
  ahead: number,
  count: number,
  newPartnersEach: 0 | 1,
): History {
  const known = [...new Set(history.participations.map((one) => one.organisationId))].sort()
  const drafts = Array.from({ length: count }, (_, index) => {
    const startsIn = addMonths(month, Math.floor((index * ahead) / count))
    const dayOfMonth = String(2 + ((index * 5) % 26)).padStart(2, '0')
    const partner = (step: number) => known[(index + step) % Math.max(1, known.length)] ?? NEWCOMER
    const second = newPartnersEach === 1 ? `${NEWCOMER} ${index + 1}` : partner(Math.ceil(known.length / 2) + 1)
    return {
      id: `hypothetical ${index + 1}`,
      startedOn: `${startsIn}-${dayOfMonth}`,
      partners: [partner(0), second],
      startsIn,
    }
  })
  return {
    ...complete(history),
    initiatives: [
      ...history.initiatives,
      ...drafts.map(({ id, startedOn, startsIn }) => ({
        id,
        kind: 'joint',
        startedOn,
        plannedEndOn: `${addMonths(startsIn, 9)}-15`,
        endedOn: null,
        endState: null,
      })),
    ],
    participations: [
      ...history.participations,
      ...drafts.flatMap(({ id, partners }) =>
        partners.map((organisationId) => ({
          initiativeId: id,
          organisationId,
          role: 'contributor',
          from: null,
          to: null,
        })),
      ),
    ],
  }
}

/** A question about the months ahead is asked as if they had been kept. */
function complete(history: History): History {
  return { ...history, dataCompleteThrough: null }
}

function lastDayBefore(month: Month): Day {
  return dayFromNumber(firstDayNumber(monthIndex(month)) - 1)
}
