import { funderOf } from '../../packages/domain/src/risks/funders.ts'
import { type FlagLevel, quietFlag, stepFlag } from '../../packages/domain/src/risks/flag-level.ts'
import type { FundingReading } from '../../packages/domain/src/risks/funding/funding-fold.ts'
import type { History } from '../../packages/domain/src/risks/history.ts'
import { parameters } from '../../packages/domain/src/risks/parameters.ts'
import { dayNumber } from '../../packages/domain/src/values/day.ts'
import { firstDayNumber, type Month, monthFromIndex, monthIndex } from '../../packages/domain/src/values/month.ts'
import { alwaysGreen, concentrated, fallingTrend, floorOf, gapAbove, halved } from './baselines.ts'
import { levelSignals } from './detector.ts'
import { type Fall, incomeHalvings } from './labels.ts'
import { type Tally, tallyOfFalls } from './metrics.ts'
import { engineReadings } from './network-series.ts'
import type { Signals } from './signals.ts'

/** Months of income before a year can be compared with the one before. */
const READ_FROM = 24
const YEAR = 12

interface Income {
  readonly on: number
  readonly funder: string
  readonly amountMinor: number
}

export interface MoneyResult {
  readonly halvings: readonly Fall[]
  readonly tallies: Map<string, Tally>
  readonly span: { readonly from: Month; readonly to: Month }
}

/** A history with money and all detectors of dependency, judged against the halvings of its income; null without income. */
export function moneyOf(history: History): MoneyResult | null {
  const income = incomeOf(history)
  const first = income[0]
  const until = history.dataCompleteThrough
  if (first === undefined || until === null) return null
  const from = monthIndex(monthOfDayNumber(first.on)) + 1
  const to = monthIndex(until.slice(0, 7)) + (dayNumber(until) === lastDayNumber(until) ? 1 : 0)
  if (to < from) return null
  const span = { from: monthFromIndex(from), to: monthFromIndex(to) }
  const months = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const within = (low: number, high: number) =>
    income.filter(({ on }) => on >= firstDayNumber(low) && on < firstDayNumber(high))
  const sum = (ofThem: readonly Income[]) => ofThem.reduce((total, one) => total + one.amountMinor, 0)
  const monthly = months.map((month) => sum(within(month - 1, month)))
  const ratios = months.map((month) => {
    const before = sum(within(month - 2 * YEAR, month - YEAR))
    return month - from + 1 < 2 * YEAR || before <= 0 ? null : sum(within(month - YEAR, month)) / before
  })
  const readings = engineReadings(history, span).map((reading) => reading.funding)
  const halvings = incomeHalvings(ratios)
  const detectors: [string, Signals][] = [
    ['engine, warning', levelSignals(readings, 'warning')],
    ['engine, watch', levelSignals(readings, 'watch')],
    ['engine, critical', levelSignals(readings, 'critical')],
    ['engine by its measured sub-levels, warning', levelSignals(measuredReadings(readings), 'warning')],
    ['always green', alwaysGreen(months.length)],
    ['gap > 90 days', gapAbove(90, daysSince(income, months))],
    ['gap > 180 days', gapAbove(180, daysSince(income, months))],
    ['year halved (the label itself)', halved(monthly, YEAR)],
    [
      'floor of 5 active',
      floorOf(
        5,
        months.map((month) => new Set(within(month - YEAR, month).map((one) => one.funder)).size),
        1,
      ),
    ],
    ['MK-12', fallingTrend(monthly)],
    ['HHI > 0.25 alone', concentrated(readings.map(({ readings }) => readings.hhi))],
  ]
  return {
    halvings,
    tallies: new Map(detectors.map(([name, signals]) => [name, tallyOfFalls(signals, halvings, READ_FROM)])),
    span,
  }
}

/**
 * The flag as it stands on concentration, fall of income and runway alone: the sub-levels that were ever held against a real ledger.
 * The other four are set by judgement.
 */
export function measuredReadings(
  readings: readonly FundingReading[],
): { heldLevel: FlagLevel; score: number | null }[] {
  let state = quietFlag
  return readings.map(({ sublevels, level }, month) => {
    const levels = [sublevels.concentration.level, sublevels.incomeFall.level, sublevels.runway.level]
    const known = levels.filter((one) => one !== null)
    const score = level === 'insufficient-data' || known.length === 0 ? null : Math.max(...known)
    state = stepFlag(state, month, score, parameters.flags.funding, parameters.flags).state
    return { heldLevel: state.level, score }
  })
}

/** Receipts where they are kept, else instalments of confirmed pledges, in the order of days. */
function incomeOf(history: History): Income[] {
  const funder = funderOf(history)
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  const paid =
    history.receipts?.map((one) => ({ ...one, on: one.receivedOn })) ??
    history.instalments?.map((one) => ({ ...one, on: one.dueOn })) ??
    []
  return paid
    .flatMap(({ pledgeId, on, amountMinor }) => {
      const pledge = pledges.get(pledgeId)
      if (pledge === undefined || pledge.kind !== 'cash' || pledge.status !== 'confirmed' || amountMinor === null)
        return []
      return [{ on: dayNumber(on), funder: funder(pledge.organisationId), amountMinor }]
    })
    .sort((a, b) => a.on - b.on)
}

function daysSince(income: readonly Income[], months: readonly number[]): (number | null)[] {
  const days = income.filter(({ amountMinor }) => amountMinor > 0).map(({ on }) => on)
  return months.map((month) => {
    const before = days.filter((on) => on < firstDayNumber(month))
    return before.length === 0 ? null : firstDayNumber(month) - (before.at(-1) as number)
  })
}

function monthOfDayNumber(number: number): Month {
  return new Date(number * 86_400_000).toISOString().slice(0, 7)
}

function lastDayNumber(day: string): number {
  return firstDayNumber(monthIndex(day.slice(0, 7)) + 1) - 1
}
