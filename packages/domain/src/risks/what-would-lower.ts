import { type Day, dayFromNumber } from '../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../values/month.ts'
import type { History } from './history.ts'
import { type Parameters, parameters as parametersInForce } from './parameters.ts'
import { fundingOf, stagnationOf } from './explain/one-month.ts'
import { evaluate } from './timeline.ts'

/** The fewest new initiatives that would lower the stagnation score. */
export interface EnoughInitiatives {
  readonly initiatives: number
  /** Partners in each of them who have not taken part for three years, beside one who has. */
  readonly newPartnersEach: 0 | 1
  /** Last day before the reading that would be lower. */
  readonly by: Day
  readonly score: number
}

/** The smallest income from one more funder that would lower the funding score, of the sizes tried. */
export interface EnoughMoney {
  /** Paid at once, or promised for a year and paid as it falls due. */
  readonly as: 'payment' | 'pledge'
  readonly amountMinor: number
  readonly by: Day
  readonly score: number
}

const MOST_INITIATIVES = 8
const MONTHS_AHEAD = [1, 3]
const INCOME_PARTS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1]
const NEWCOMER = 'hypothetical partner'
const PLEDGE = 'hypothetical pledge'

/**
 * The smallest set of events that would lower one month's stagnation score: up to eight initiatives, each planned for nine months,
 * started in the following month or three, first between partners of today, then each with a newcomer. Found by reading the history
 * again with them. Null where the score is zero or unknown, or where none of these would do. Source: docs/indicators.md §7 rule 5.
 */
export function initiativesThatWouldLower(
  history: History,
  month: Month,
  parameters: Parameters = parametersInForce,
): EnoughInitiatives | null {
  const score = stagnationOf(history, month, parameters).score
  if (score === null || score === 0) return null
  for (const ahead of MONTHS_AHEAD) {
    const reading = addMonths(month, ahead)
    for (let initiatives = 1; initiatives <= MOST_INITIATIVES; initiatives += 1) {
      for (const newPartnersEach of [0, 1] as const) {
        const hypothetical = withInitiatives(history, month, ahead, initiatives, newPartnersEach)
        const then = stagnationOf(hypothetical, reading, parameters).score
        if (then !== null && then < score)
          return { initiatives, newPartnersEach, by: lastDayBefore(reading), score: then }
      }
    }
  }
  return null
}

/**
 * The smallest of ten sizes of new income, as parts of the present year's income, that would lower one month's funding score when one
 * more funder pays it in the following month, or pledges it for a year. Null where the score is zero or unknown, or where none would do.
 * Amount in whole minor units. Source: docs/indicators.md §7 rule 5.
 */
export function moneyThatWouldLower(
  history: History,
  month: Month,
  parameters: Parameters = parametersInForce,
): EnoughMoney | null {
  const { score, readings } = evaluate(history, month, parameters).funding
  if (score === null || score === 0 || readings.income === null) return null
  const next = addMonths(month, 1)
  for (const part of INCOME_PARTS) {
    const amountMinor = Math.ceil(readings.income * part)
    for (const as of ['payment', 'pledge'] as const) {
      const hypothetical = withMoney(history, month, amountMinor, as === 'payment' ? 1 : 12)
      const then = fundingOf(hypothetical, next, parameters).score
      if (then !== null && then < score) return { as, amountMinor, by: lastDayBefore(next), score: then }
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

function withMoney(history: History, month: Month, amountMinor: number, parts: number): History {
  const dues = Array.from({ length: parts }, (_, index) => ({
    pledgeId: PLEDGE,
    dueOn: `${addMonths(month, index)}-05`,
    amountMinor: Math.ceil(amountMinor / parts),
    quantity: null,
  }))
  const pledge = {
    id: PLEDGE,
    initiativeId: null,
    organisationId: NEWCOMER,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor,
    currency: history.currency,
    quantity: null,
    unit: null,
    confirmedOn: `${month}-01`,
    from: `${month}-01`,
    to: lastDayBefore(addMonths(month, parts)),
    status: 'confirmed',
  }
  return {
    ...complete(history),
    pledges: history.pledges && [...history.pledges, pledge],
    instalments: history.instalments && [...history.instalments, ...dues],
    receipts: history.receipts && [
      ...history.receipts,
      ...dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
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
