import type { StressQuestion } from '@commonweal/contracts/stress-tests'
import type { History } from '@commonweal/domain/risks/history'
import { nobodyLeaves, nothingAdded, recordedUntil } from '@commonweal/domain/risks/what-if/question'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import type { SignsAnswer } from '@commonweal/domain/risks/what-if/signs-ahead'
import { openWhatIf } from '@commonweal/domain/risks/what-if/stress-test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ProblemError } from '../http/problem-error.ts'
import type { HistoryFor } from './history-for.ts'

const USUAL_HORIZON_MONTHS = 18
const EARLIEST_MONTH = '1900-01'

/**
 * Answers a question on the history as its caller may see it, by the thresholds in force: the same function the browser calls on the same
 * facts. Without a month it is asked from the first month that is not wholly recorded.
 */
export async function runStressTest(
  { history, withheld, thresholds }: HistoryFor,
  body: StressQuestion,
  today: string,
): Promise<StressAnswer & Pick<HistoryFor, 'withheld'> & { readonly signs?: SignsAnswer }> {
  const until = recordedUntil(history.dataCompleteThrough, today)
  const month = body.month ?? until
  if (month > until || month < EARLIEST_MONTH)
    throw new ProblemError('month-range-not-valid', { from: month, to: until, longest: USUAL_HORIZON_MONTHS })
  const leaving = { ...nobodyLeaves, ...body.leaving }
  const adding = { ...nothingAdded, ...body.adding }
  refuseUnknown(history, leaving, adding)
  const { horizonMonths = USUAL_HORIZON_MONTHS, goesOn = 'as-last-year' } = body
  const whatIf = openWhatIf(history, month, { goesOn, recordedUntil: until }, thresholds)
  const answer = { ...whatIf.ask(leaving, adding, horizonMonths), withheld }
  if (body.withSigns !== true) return answer
  return { ...answer, signs: await unhurried(whatIf.signs(leaving, adding)(horizonMonths)) }
}

/** A long reading that lets other requests in after each of its months. */
async function unhurried<Value>(reading: Generator<undefined, Value>): Promise<Value> {
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
    await nextTurn()
  }
}

function refuseUnknown(history: History, leaving: typeof nobodyLeaves, adding: typeof nothingAdded): void {
  const organisations = new Set(history.organisations.map((one) => one.id))
  const initiatives = new Set(history.initiatives.map((one) => one.id))
  const spaces = new Set([
    ...(history.spaces ?? []).map((one) => one.id),
    ...(history.bookings ?? []).map((one) => one.spaceId),
  ])
  const organisationIds = [
    ...leaving.organisationIds,
    ...adding.pledges.flatMap((one) => one.organisationId ?? []),
    ...adding.initiatives.flatMap((one) => one.organisationIds),
  ]
  const initiativeIds = adding.partners.flatMap((one) => one.initiativeId ?? [])
  const organisationId = organisationIds.find((id) => !organisations.has(id))
  if (organisationId !== undefined) throw new ProblemError('organisation-unknown', { organisationId })
  const initiativeId = initiativeIds.find((id) => !initiatives.has(id))
  if (initiativeId !== undefined) throw new ProblemError('initiative-unknown', { initiativeId })
  const spaceId = leaving.spaceIds.find((id) => !spaces.has(id))
  if (spaceId !== undefined) throw new ProblemError('space-unknown', { spaceId })
}
