import { type Month, monthFromIndex, monthIndexOfDay } from '../../values/month.ts'
import type { DatedFacts, DatedPledge } from '../dated-facts.ts'
import { fundingCliff } from '../funding/cliff.ts'
import { committedCost } from '../funding/committed-cost.ts'
import { runwayMonths } from '../funding/runway.ts'
import { straightLine } from '../funding/straight-line.ts'
import type { FundingParameters } from '../parameters.ts'

/** What one confirmed pledge schedules, by month index, minor units; isProven as the runway reads it. */
export interface PledgeAhead {
  readonly pledge: DatedPledge
  readonly isProven: boolean
  readonly due: ReadonlyMap<number, number>
  readonly spread: ReadonlyMap<number, number>
}

/** The money of a community as known at the first day of a month. */
export interface MoneyAt {
  readonly now: number
  readonly pledges: readonly PledgeAhead[]
  /** Null where reserves or costs are not known (or not shown to who asks). */
  readonly reservesMinor: number | null
  readonly isCostKnown: boolean
  /** Committed cost of the months ahead, from `now` on. */
  readonly costAhead: readonly number[]
  readonly isScheduleKnown: boolean
}

export interface MoneyMonth {
  readonly month: Month
  /** Confirmed income scheduled for the month, before any haircut. */
  readonly incomeMinor: number
  readonly costMinor: number | null
  /** Reserves and expected income less committed cost at the end of the month; null where they are not known. */
  readonly balanceMinor: number | null
}

export interface MoneyCourse {
  readonly months: readonly MoneyMonth[]
  /** Months until the balance falls below zero, as the runway of the funding flag; null where it holds or is not known. */
  readonly lastsMonths: number | null
  /** The month in which it falls below zero; null where it holds over the horizon or is not known. */
  readonly negativeIn: Month | null
  /** The first month from which half a year of scheduled income is at most half of the half year before. */
  readonly cliffIn: Month | null
}

/** Folds what the money ahead rests on: pledges known by `now`, who has proven their word, costs and reserves. */
export function moneyAt(facts: DatedFacts, now: number, lines: FundingParameters): MoneyAt {
  const cost = committedCost(lines)
  const known: DatedPledge[] = []
  const payments = new Map<string, number>()
  for (let month = (facts.firstMonth ?? now) + 1; month <= now; month += 1) {
    const monthFacts = facts.at(month - 1)
    cost.moveTo(month, monthFacts)
    for (const one of monthFacts.pledgesKnown) if (one.fact.status === 'confirmed' && one.isOwnCash) known.push(one)
    for (const { pledge, amountMinor } of monthFacts.payments)
      if (amountMinor > 0) payments.set(pledge.fact.organisationId, (payments.get(pledge.fact.organisationId) ?? 0) + 1)
  }
  const isProven = (organisationId: string) =>
    !facts.privateOrganisations.has(organisationId) ||
    (payments.get(organisationId) ?? 0) >= lines.runway.provenPayments
  return {
    now,
    pledges: known.map((pledge) => pledgeAhead(pledge, isProven(pledge.fact.organisationId))),
    reservesMinor: cost.reservesMinor(),
    isCostKnown: cost.isKnown(),
    costAhead: cost.ahead(now, lines.runway.furthestMonths),
    isScheduleKnown: facts.history.pledges !== null && facts.history.instalments !== null,
  }
}

export function pledgeAhead(pledge: DatedPledge, isProven: boolean): PledgeAhead {
  const due = new Map<number, number>()
  for (const { dueOn, amountMinor } of pledge.instalments)
    if (amountMinor !== null) add(due, monthIndexOfDay(dueOn), amountMinor)
  const spread = new Map<number, number>()
  const { from, confirmedOn, to, amountMinor } = pledge.fact
  const first = from ?? confirmedOn
  if (first !== null && to !== null && amountMinor !== null)
    for (const part of straightLine(first, to, amountMinor)) add(spread, part.month, part.amountMinor)
  return { pledge, isProven, due, spread }
}

/** What confirmed pledges bring by month index: as scheduled, as expected in thousandths, and spread over their periods. */
export interface Scheduled {
  readonly income: ReadonlyMap<number, number>
  readonly expected: ReadonlyMap<number, number>
  readonly spread: ReadonlyMap<number, number>
  readonly pledgesWithEnd: number
}

/** Adds up all pledges, where `isStopped` ones bring nothing from `money.now` on and `more` come in; with the expected haircut. */
export function scheduled(
  money: MoneyAt,
  lines: FundingParameters,
  isStopped: (pledge: DatedPledge) => boolean,
  more: readonly PledgeAhead[] = [],
): Scheduled {
  const { now } = money
  const confidence = lines.runway.haircut.expected
  const proven = Math.round(confidence * 1000)
  const unproven = Math.round(confidence * lines.runway.unprovenFactor * 1000)
  const [income, expected, spread] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  let pledgesWithEnd = 0
  const enter = (one: PledgeAhead, stopped: boolean) => {
    if (one.spread.size > 0) pledgesWithEnd += 1
    for (const [month, amount] of one.due) {
      if (stopped && month >= now) continue
      add(income, month, amount)
      add(expected, month, amount * (one.isProven ? proven : unproven))
    }
    for (const [month, amount] of one.spread) if (!stopped || month < now) add(spread, month, amount)
  }
  for (const one of money.pledges) enter(one, isStopped(one.pledge))
  for (const one of more) enter(one, false)
  return { income, expected, spread, pledgesWithEnd }
}

/**
 * The course of the money over `horizon` months from `money.now`, where `isStopped` pledges bring nothing from then on, with the
 * expected haircut of the income. Source: docs/indicators.md §4B (runway, cliff), docs/adr/0085.
 */
export function moneyCourse(
  money: MoneyAt,
  horizon: number,
  lines: FundingParameters,
  isStopped: (pledge: DatedPledge) => boolean,
): MoneyCourse {
  return courseOver(money, scheduled(money, lines, isStopped), horizon, lines)
}

/** The course of what is scheduled over one horizon; the balance is kept in thousandths, as the runway is. */
export function courseOver(
  money: MoneyAt,
  { income, expected, spread, pledgesWithEnd }: Scheduled,
  horizon: number,
  lines: FundingParameters,
): MoneyCourse {
  const { now, reservesMinor } = money
  const isBalanceKnown = reservesMinor !== null && money.isCostKnown && money.isScheduleKnown
  let balance = (reservesMinor ?? 0) * 1000
  const months = Array.from({ length: horizon }, (_, ahead): MoneyMonth => {
    const costMinor = money.costAhead[ahead] ?? 0
    balance += (expected.get(now + ahead) ?? 0) - costMinor * 1000
    return {
      month: monthFromIndex(now + ahead),
      incomeMinor: income.get(now + ahead) ?? 0,
      costMinor: money.isCostKnown ? costMinor : null,
      balanceMinor: isBalanceKnown ? Math.floor(balance / 1000) : null,
    }
  })
  const lastsMonths = isBalanceKnown
    ? runwayMonths(
        reservesMinor * 1000,
        (ahead) => expected.get(now + ahead) ?? 0,
        (ahead) => (money.costAhead[ahead] ?? 0) * 1000,
        lines.runway.furthestMonths,
      )
    : null
  const cliff =
    pledgesWithEnd < lines.cliff.leastPledges
      ? null
      : fundingCliff((ahead) => spread.get(now + ahead) ?? 0, {
          look: lines.cliff.lookMonths,
          ratio: lines.cliff.ratio,
          earliest: Math.min(...spread.keys()) - now,
          furthest: Math.min(horizon, lines.cliff.furthestMonths),
        })
  return {
    months,
    lastsMonths,
    negativeIn: months.find((one) => one.balanceMinor !== null && one.balanceMinor < 0)?.month ?? null,
    cliffIn: cliff === null ? null : monthFromIndex(now + cliff.month),
  }
}

function add(sums: Map<number, number>, month: number, by: number): void {
  sums.set(month, (sums.get(month) ?? 0) + by)
}
