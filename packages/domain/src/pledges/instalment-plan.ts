import { allow, refuse, type Ruling } from '../ruling.ts'
import type { Day } from '../values/day.ts'
import { hundredthsOf, splitEvenly } from '../values/money.ts'
import { addMonthsToDay } from '../values/month.ts'
import { measuredOf, measures, partsOf, type Measure, type Measured } from './measured.ts'
import { isEditable, type PledgeStatus } from './pledge.ts'

/** A part of a pledge and the day it falls due, in one measure. */
export interface PlannedInstalment extends Measured {
  readonly dueOn: Day
}

export const planRhythms = ['month', 'quarter', 'year'] as const
export type PlanRhythm = (typeof planRhythms)[number]

const monthsOf: Record<PlanRhythm, number> = { month: 1, quarter: 3, year: 12 }

export interface RegularPlan {
  readonly count: number
  readonly firstDueOn: Day
  readonly every: PlanRhythm
}

/**
 * Equal instalments of an amount, in minor units; the last carries the remainder, so they sum to the amount. Due on the
 * same day of each month, quarter or year, or on the last day of a month that is shorter (31 January, 28 February, 31 March).
 * amountMinor ≥ count ≥ 1, both whole; throws RangeError otherwise.
 */
export function planInstalments({
  amountMinor,
  ...plan
}: RegularPlan & { readonly amountMinor: number }): { dueOn: Day; amountMinor: number }[] {
  if (amountMinor < plan.count) throw new RangeError(`no ${plan.count} instalments of ${amountMinor}`)
  return spread(amountMinor, plan).map(({ dueOn, parts }) => ({ dueOn, amountMinor: parts }))
}

function spread(total: number, { count, firstDueOn, every }: RegularPlan): { dueOn: Day; parts: number }[] {
  return splitEvenly(total, count).map((parts, index) => ({
    dueOn: addMonthsToDay(firstDueOn, index * monthsOf[every]),
    parts,
  }))
}

export type PlanProblem = 'pledge-not-editable' | 'plan-not-possible' | 'plan-does-not-sum' | 'quantity-too-fine'

interface PlannedPledge extends Measured {
  readonly status: PledgeStatus
}

/** Equal instalments of all that a pledge promises: of a freedom grant in hours and money, of each. */
export function planRegularly(pledge: PlannedPledge, plan: RegularPlan): Ruling<PlannedInstalment[], PlanProblem> {
  if (!isEditable(pledge.status)) return refuse('pledge-not-editable', { status: pledge.status })
  const instalments: PlannedInstalment[] = []
  for (const measure of measures) {
    const total = partsOf(pledge, measure)
    if (total === null) continue
    if (total < plan.count) return refuse('plan-not-possible', { count: plan.count, parts: total })
    for (const { dueOn, parts } of spread(total, plan)) instalments.push({ dueOn, ...measuredOf(measure, parts) })
  }
  return allow(instalments)
}

/**
 * Judges instalments given one by one: each counts one measure of the pledge and is more than nothing; those of a measure
 * sum exactly to what is pledged of it. No instalments at all take the plan away.
 */
export function planFreely(
  pledge: PlannedPledge,
  instalments: readonly PlannedInstalment[],
): Ruling<PlannedInstalment[], PlanProblem> {
  if (!isEditable(pledge.status)) return refuse('pledge-not-editable', { status: pledge.status })
  for (const { amountMinor, quantity } of instalments) {
    if ((amountMinor === null) === (quantity === null)) return refuse('plan-not-possible', { amountMinor, quantity })
    if ((amountMinor ?? quantity ?? 0) <= 0) return refuse('plan-not-possible', { amountMinor, quantity })
    if (quantity !== null && hundredthsOf(quantity) === null) return refuse('quantity-too-fine', { quantity })
  }
  for (const measure of measures) {
    const parts = instalments.flatMap((instalment) => partsOf(instalment, measure) ?? [])
    if (parts.length === 0) continue
    const pledged = partsOf(pledge, measure)
    if (pledged === null) return refuse('plan-not-possible', { measure })
    // A sum beyond the exact range stays above every pledge, so it is refused as well.
    const planned = parts.reduce((sum, each) => sum + each, 0)
    if (planned !== pledged) {
      return refuse('plan-does-not-sum', { measure, planned: said(measure, planned), pledged: said(measure, pledged) })
    }
  }
  return allow([...instalments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))))
}

/** Minor units, or the quantity, as the person gave them. */
function said(measure: Measure, parts: number): number {
  const { amountMinor, quantity } = measuredOf(measure, parts)
  return amountMinor ?? quantity ?? 0
}
