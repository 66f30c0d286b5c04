import { type Day, dayFromNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'

/**
 * The facts on which a sign's reading of one month can rest. What was over before the window, with nothing told of it since, moves
 * nothing in it; nor does an act so long before that not even an initiative past its planned end still runs by it. Unpaid coordination
 * looks back without end at who coordinated: there only those who took part in what has ended are left out. Read with the month the
 * records begin with, it comes to what the whole history comes to. Source: docs/adr/0114.
 */
export function factsOfWindow(
  history: History,
  sign: SecondaryFlagName,
  month: Month,
  { secondary, stagnation }: Parameters,
): History {
  const begins = firstDayNumber(monthIndex(month) - secondary.windowMonths)
  const from = dayFromNumber(begins)
  const actsFrom = dayFromNumber(begins - stagnation.quietDays)
  const looksBack = sign === 'volunteering'
  // A meeting counts the partners of its initiative, also after its end.
  const since = lastTold(history, sign === 'places')
  const over = new Set(
    history.initiatives
      .filter(({ id, plannedEndOn, endedOn }) => {
        const { told = '', acted = '' } = since.get(id) ?? {}
        if (endedOn !== null) return told < from
        return !looksBack && plannedEndOn !== null && plannedEndOn < from && told < actsFrom && acted < actsFrom
      })
      .map((one) => one.id),
  )
  const isSeen = ({ initiativeId }: { readonly initiativeId: string }) => !over.has(initiativeId)
  return {
    ...history,
    participations: history.participations.filter(isSeen),
    ...(looksBack
      ? {}
      : {
          initiatives: history.initiatives.filter((one) => !over.has(one.id)),
          coordinations: history.coordinations?.filter(isSeen) ?? null,
          bookings: history.bookings?.filter((one) => one.startsOn >= actsFrom) ?? null,
          ...(sign === 'public-dominance' ? {} : paymentsSince(history, actsFrom)),
        }),
  }
}

/** Where income is not read, a payment is an act and no more, and an instalment may tell when a pledge became known. */
function paymentsSince({ pledges, instalments, receipts }: History, from: Day) {
  const undated = new Set(pledges?.filter((one) => one.confirmedOn === null && one.from === null).map((one) => one.id))
  return {
    instalments: instalments?.filter((one) => undated.has(one.pledgeId)) ?? null,
    receipts: receipts?.filter((one) => one.receivedOn >= from) ?? null,
  }
}

interface LastTold {
  /** Of itself, who took part and who coordinated; its planned end apart. */
  readonly told: Day
  /** What was booked and paid for it. */
  readonly acted: Day
}

/** The last days that anything is told of initiatives. */
function lastTold(history: History, meetingsAreTold: boolean): Map<string, LastTold> {
  const last = new Map<string, { told: Day; acted: Day }>()
  const tell = (what: keyof LastTold, id: string | null, ...days: readonly (Day | null)[]) => {
    if (id === null) return
    const known = last.get(id) ?? { told: '', acted: '' }
    last.set(id, known)
    for (const day of days) if (day !== null && day > known[what]) known[what] = day
  }
  for (const { id, startedOn, endedOn } of history.initiatives) tell('told', id, startedOn, endedOn)
  for (const { initiativeId, from, to } of history.participations) tell('told', initiativeId, from, to)
  for (const { initiativeId, from, to } of history.coordinations ?? []) tell('told', initiativeId, from, to)
  for (const { initiativeId, startsOn } of history.bookings ?? [])
    tell(meetingsAreTold ? 'told' : 'acted', initiativeId, startsOn)
  const initiativeOf = new Map((history.pledges ?? []).map((one) => [one.id, one.initiativeId]))
  for (const { initiativeId, confirmedOn, from, to } of history.pledges ?? [])
    tell('acted', initiativeId, confirmedOn, from, to)
  for (const { pledgeId, dueOn } of history.instalments ?? []) tell('acted', initiativeOf.get(pledgeId) ?? null, dueOn)
  for (const { pledgeId, receivedOn } of history.receipts ?? [])
    tell('acted', initiativeOf.get(pledgeId) ?? null, receivedOn)
  return last
}
