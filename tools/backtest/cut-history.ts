import type { History } from '../../packages/domain/src/risks/history.ts'
import { timeline } from '../../packages/domain/src/risks/timeline.ts'
import { type Month, monthIndex } from '../../packages/domain/src/values/month.ts'

export interface CutReading {
  /** Months up to the day read bit for bit as with everything known, whether the later facts are told or not. */
  readonly isSame: boolean
  readonly isUnknownAfter: boolean
  readonly monthsBefore: number
  readonly monthsAfter: number
}

/** How a history reads that is complete to a day only, against the whole of it. */
export function cutReading(history: History, through: string, span: { from: Month; to: Month }): CutReading {
  const lastKnown = monthIndex(through.slice(0, 7)) + 1
  const isBefore = ({ month }: { month: Month }) => monthIndex(month) <= lastKnown
  const readings = (facts: History) => timeline(facts, span.from, span.to).months
  const whole = readings(history).filter(isBefore).map(withoutDay)
  const told = readings({ ...history, dataCompleteThrough: through })
  const untold = readings({ ...factsThrough(history, through), dataCompleteThrough: through })
  const after = [...told, ...untold].filter((reading) => !isBefore(reading))
  return {
    isSame: [told, untold].every((cut) => cut.filter(isBefore).map(withoutDay).join() === whole.join()),
    isUnknownAfter: after.every(
      ({ stagnation, funding }) => stagnation.level === 'insufficient-data' && funding.level === 'insufficient-data',
    ),
    monthsBefore: whole.length,
    monthsAfter: after.length / 2,
  }
}

/** What was known on a day: initiatives begun and pledges confirmed by then, with the plans they were made with. */
function factsThrough(history: History, through: string): History {
  const isBy = (day: string | null) => day === null || day <= through
  const initiatives = history.initiatives.filter(({ startedOn }) => isBy(startedOn))
  const begun = new Set(initiatives.map(({ id }) => id))
  const pledges = history.pledges?.filter(({ confirmedOn, from }) => isBy(confirmedOn ?? from)) ?? null
  const known = new Set(pledges?.map(({ id }) => id))
  return {
    ...history,
    memberships: history.memberships?.filter(({ from }) => isBy(from)) ?? null,
    initiatives,
    participations: history.participations.filter(({ initiativeId, from }) => begun.has(initiativeId) && isBy(from)),
    pledges,
    instalments: history.instalments?.filter(({ pledgeId }) => known.has(pledgeId)) ?? null,
    receipts: history.receipts?.filter(({ pledgeId, receivedOn }) => known.has(pledgeId) && isBy(receivedOn)) ?? null,
  }
}

function withoutDay(reading: unknown): string {
  return JSON.stringify(reading, (key, value: unknown) => (key === 'dataCompleteThrough' ? undefined : value))
}
