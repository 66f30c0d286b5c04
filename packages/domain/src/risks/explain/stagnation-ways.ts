import { dayFromNumber } from '../../values/day.ts'
import { addMonths, addMonthsToDay, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import { participationFacts, pipelineFacts } from '../facts-behind.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { runningOn } from '../stagnation/running-initiatives.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { initiativesThatWouldLower } from '../what-would-lower.ts'
import { fewEnough } from './few-enough.ts'
import { openStagnation, type ReadMonth } from './opened-month.ts'
import type { Way } from './way.ts'

const MOST_AT_ONCE = 12
const PROLONGED_MONTHS = 12

/**
 * What would lower the stagnation score by the next reading, each way as small as it gets: doing nothing, new initiatives, running ones
 * prolonged by a year, partners of the last years back in running initiatives. Empty where the score is zero or unknown, or where none
 * of these would do. Every way is found by reading the history again. Source: docs/indicators.md §7 rule 5, docs/adr/0091.
 */
export function stagnationWays(
  history: History,
  month: Month,
  score: number | null,
  parameters: Parameters,
  read: ReadMonth<StagnationFamilies> = openStagnation(history, month, parameters),
): Way[] {
  if (score === null || score === 0) return []
  const next = addMonths(month, 1)
  const by = dayFromNumber(firstDayNumber(monthIndex(next)) - 1)
  const open: History = { ...history, dataCompleteThrough: null }
  const scoreWith = (hypothetical: History) => read(hypothetical, next).score
  const isLower = (then: number | null): then is number => then !== null && then < score

  const waiting = scoreWith(open)
  if (isLower(waiting)) return [{ steps: [{ kind: 'wait' }], by, score: waiting }]

  const ways: Way[] = []
  const started = initiativesThatWouldLower(history, month, parameters, read)
  if (started !== null) {
    const { initiatives, newPartnersEach } = started
    ways.push({ steps: [{ kind: 'start', initiatives, newPartnersEach }], by: started.by, score: started.score })
  }

  const now = monthIndex(month)
  const running = runningOn(datedFacts(history), now, parameters.stagnation.quietDays)
  const { horizonMonths } = read(history, month).readings.pipeline
  const ending = pipelineFacts(running, now, horizonMonths).endingInitiativeIds.slice(0, MOST_AT_ONCE)
  const prolonged = fewEnough(ending, (ids) => isLower(scoreWith(withProlonged(open, ids))))
  if (prolonged !== null)
    ways.push({
      steps: [{ kind: 'prolong', initiativeIds: prolonged, months: PROLONGED_MONTHS }],
      by,
      score: scoreWith(withProlonged(open, prolonged)) as number,
    })

  const participation = participationFacts(running)
  if (running.length > 0) {
    const away = partnersAway(history, month, participation.organisationIds).slice(0, MOST_AT_ONCE)
    const returning = (ids: readonly string[]) => withReturned(open, month, participation.initiativeIds, ids)
    const returned = fewEnough(away, (ids) => isLower(scoreWith(returning(ids))))
    if (returned !== null)
      ways.push({
        steps: [{ kind: 'return', organisationIds: returned }],
        by,
        score: scoreWith(returning(returned)) as number,
      })
  }
  return ways
}

/** Partners of earlier initiatives who are in none that runs, those of most initiatives first. */
function partnersAway(history: History, month: Month, present: readonly string[]): string[] {
  const today = `${month}-01`
  const here = new Set(present)
  const initiatives = new Map<string, Set<string>>()
  for (const { initiativeId, organisationId, from } of history.participations) {
    if (here.has(organisationId) || (from !== null && from >= today)) continue
    initiatives.set(organisationId, (initiatives.get(organisationId) ?? new Set()).add(initiativeId))
  }
  return [...initiatives].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1)).map(([id]) => id)
}

function withProlonged(history: History, initiativeIds: readonly string[]): History {
  return {
    ...history,
    initiatives: history.initiatives.map((one) =>
      initiativeIds.includes(one.id) && one.plannedEndOn !== null
        ? { ...one, plannedEndOn: addMonthsToDay(one.plannedEndOn, PROLONGED_MONTHS) }
        : one,
    ),
  }
}

/** Each joins one of the running initiatives in turn, on the second day of the month. */
function withReturned(
  history: History,
  month: Month,
  running: readonly string[],
  organisationIds: readonly string[],
): History {
  return {
    ...history,
    participations: [
      ...history.participations,
      ...organisationIds.map((organisationId, index) => ({
        initiativeId: running[index % running.length] as string,
        organisationId,
        role: 'contributor',
        from: `${month}-02`,
        to: null,
      })),
    ],
  }
}
