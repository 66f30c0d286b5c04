import type { History } from '../../packages/domain/src/risks/history.ts'
import { parameters, type Parameters } from '../../packages/domain/src/risks/parameters.ts'
import { type MonthReading, timeline } from '../../packages/domain/src/risks/timeline.ts'
import { dayNumber } from '../../packages/domain/src/values/day.ts'
import { firstDayNumber, type Month, monthFromIndex, monthIndex } from '../../packages/domain/src/values/month.ts'

/** What the simple rules and the labels read of a network, month by month, counted apart from the engine. */
export interface NetworkSeries {
  readonly from: Month
  readonly starts: readonly number[]
  readonly daysSinceStart: readonly (number | null)[]
  readonly running: readonly number[]
  readonly activePartners: readonly number[]
}

/** The engine's parameters with ties of every initiative, however many partners it has. */
export const plainPairs: Parameters = {
  ...parameters,
  version: `${parameters.version}, plain pairs`,
  stagnation: {
    ...parameters.stagnation,
    novelty: { ...parameters.stagnation.novelty, mostPartnersForPairs: null },
  },
}

/** First and last month a history can be read in: the month after its first start, and the last its facts are complete for. */
export function readableMonths(history: History): { from: Month; to: Month } | null {
  const starts = history.initiatives.flatMap(({ startedOn }) => startedOn ?? []).sort()
  const [first, last] = [starts[0], history.dataCompleteThrough ?? starts.at(-1)]
  if (first === undefined || last === undefined) return null
  const from = monthIndex(first.slice(0, 7)) + 1
  // The month after the day is the first that sees the whole month of that day; the day itself may end earlier.
  const to = dayNumber(last) === firstDayNumber(monthIndex(last.slice(0, 7)) + 1) - 1 ? 1 : 0
  const until = monthIndex(last.slice(0, 7)) + to
  return until < from ? null : { from: monthFromIndex(from), to: monthFromIndex(until) }
}

export function engineReadings(
  history: History,
  span: { from: Month; to: Month },
  lines = parameters,
): readonly MonthReading[] {
  return timeline(history, span.from, span.to, lines).months
}

/** Counts of each month of a span, each as seen on its first day. Without a planned end an initiative runs on. */
export function networkSeries(history: History, span: { from: Month; to: Month }): NetworkSeries {
  const initiatives = history.initiatives.flatMap((one) =>
    one.startedOn === null
      ? []
      : [
          {
            id: one.id,
            start: dayNumber(one.startedOn),
            end: [one.endedOn, one.plannedEndOn].map((day) => (day === null ? Infinity : dayNumber(day))),
          },
        ],
  )
  const partners = new Map<string, string[]>()
  for (const { initiativeId, organisationId } of history.participations)
    partners.set(initiativeId, [...(partners.get(initiativeId) ?? []), organisationId])
  const [from, to] = [monthIndex(span.from), monthIndex(span.to)]
  const months = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const runningAt = (month: number) => {
    const today = firstDayNumber(month)
    return initiatives.filter(({ start, end }) => start < today && Math.min(...end) >= today)
  }
  return {
    from: span.from,
    starts: months.map(
      (month) =>
        initiatives.filter(({ start }) => start >= firstDayNumber(month - 1) && start < firstDayNumber(month)).length,
    ),
    daysSinceStart: months.map((month) => {
      const before = initiatives.filter(({ start }) => start < firstDayNumber(month)).map(({ start }) => start)
      return before.length === 0 ? null : firstDayNumber(month) - Math.max(...before)
    }),
    running: months.map((month) => runningAt(month).length),
    activePartners: months.map((month) => new Set(runningAt(month).flatMap(({ id }) => partners.get(id) ?? [])).size),
  }
}
