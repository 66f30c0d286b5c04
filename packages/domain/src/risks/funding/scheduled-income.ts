import { monthIndexOfDay } from '../../values/month.ts'
import type { DatedFacts, DatedPledge, MonthFacts } from '../dated-facts.ts'
import { type MonthSums, monthSums } from '../month-sums.ts'
import { count, type Numbered, numbered } from '../numbered.ts'
import type { FundingParameters } from '../parameters.ts'
import { straightLine } from './straight-line.ts'

/** Income that confirmed pledges schedule, as known at the reading. */
export interface ScheduledIncome {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** Instalments due in a month: from funders whose word is proven, and from private ones who have not yet paid twice. */
  readonly dueIn: (month: number) => { readonly proven: number; readonly unproven: number }
  /** Straight-line income of a month over the pledges' periods. */
  readonly spreadOver: (month: number) => number
  readonly firstSpreadMonth: () => number | null
  /** Known confirmed cash pledges with an end date. */
  readonly pledgesWithEnd: () => number
  readonly state: () => ScheduleState
}

interface ScheduleState {
  readonly proven: MonthSums
  readonly unproven: MonthSums
  readonly spread: MonthSums
  readonly payers: Numbered
  /** How often each paid, by its number. */
  readonly payments: readonly number[]
  /** Pledges of private pledgers not yet proven; lists are replaced, never changed. */
  readonly waiting: ReadonlyMap<string, readonly DatedPledge[]>
  readonly pledgesWithEnd: number
  readonly firstSpreadMonth: number | null
}

/**
 * Adds each pledge once, when it becomes known; a private pledger's instalments move to the proven ones at the second payment.
 * Only confirmed cash of the community's currency is scheduled. Source: docs/indicators.md §4B (runway, cliff).
 */
export function scheduledIncome(facts: DatedFacts, lines: FundingParameters, from?: ScheduleState): ScheduledIncome {
  const proven = from?.proven.copy() ?? monthSums()
  const unproven = from?.unproven.copy() ?? monthSums()
  const spread = from?.spread.copy() ?? monthSums()
  const payers = from?.payers ?? numbered()
  const payments = from?.payments.slice() ?? []
  const waiting = new Map(from?.waiting)
  let pledgesWithEnd = from?.pledgesWithEnd ?? 0
  let firstSpreadMonth = from?.firstSpreadMonth ?? null

  const isProven = (organisationId: string) =>
    !facts.privateOrganisations.has(organisationId) ||
    (payments[payers.known(organisationId) ?? -1] ?? 0) >= lines.runway.provenPayments
  const addDues = (sums: MonthSums, pledge: DatedPledge, by: 1 | -1, fromMonth = -Infinity) => {
    for (const { dueOn, amountMinor } of pledge.instalments) {
      const month = monthIndexOfDay(dueOn)
      if (amountMinor !== null && month >= fromMonth) sums.add(month, by * amountMinor)
    }
  }
  const stop = (pledge: DatedPledge, fromMonth: number) => {
    const { from, confirmedOn, to, amountMinor, organisationId, status } = pledge.fact
    if (status !== 'confirmed' || !pledge.isOwnCash) return
    const others = waiting.get(organisationId)
    const isWaiting = others?.some((one) => one.id === pledge.id) ?? false
    addDues(isWaiting ? unproven : proven, pledge, -1, fromMonth)
    if (others !== undefined)
      waiting.set(
        organisationId,
        others.filter((one) => one.id !== pledge.id),
      )
    const firstDay = from ?? confirmedOn
    if (firstDay === null || to === null || amountMinor === null) return
    for (const part of straightLine(firstDay, to, amountMinor))
      if (part.month >= fromMonth) spread.add(part.month, -part.amountMinor)
  }

  return {
    moveTo(month, monthFacts) {
      for (const pledge of monthFacts.pledgesKnown) {
        const { fact } = pledge
        if (fact.status !== 'confirmed' || !pledge.isOwnCash) continue
        if (isProven(fact.organisationId)) addDues(proven, pledge, 1)
        else {
          addDues(unproven, pledge, 1)
          waiting.set(fact.organisationId, [...(waiting.get(fact.organisationId) ?? []), pledge])
        }
        const spreadFrom = fact.from ?? fact.confirmedOn
        if (spreadFrom === null || fact.to === null || fact.amountMinor === null) continue
        pledgesWithEnd += 1
        for (const { month, amountMinor } of straightLine(spreadFrom, fact.to, fact.amountMinor)) {
          spread.add(month, amountMinor)
          firstSpreadMonth = Math.min(firstSpreadMonth ?? month, month)
        }
      }
      for (const { pledge, amountMinor } of monthFacts.payments) {
        // Money handed back is no payment: who pays once and takes it back has not paid twice.
        if (amountMinor <= 0) continue
        const organisationId = pledge.fact.organisationId
        count(payments, payers.numberOf(organisationId), 1)
        if (!isProven(organisationId)) continue
        for (const one of waiting.get(organisationId) ?? []) {
          addDues(unproven, one, -1)
          addDues(proven, one, 1)
        }
        waiting.delete(organisationId)
      }
      for (const pledge of monthFacts.pledgesStopped ?? []) stop(pledge, month - 1)
    },
    dueIn: (month) => ({ proven: proven.at(month), unproven: unproven.at(month) }),
    spreadOver: spread.at,
    firstSpreadMonth: () => firstSpreadMonth,
    pledgesWithEnd: () => pledgesWithEnd,
    state: () => ({ proven, unproven, spread, payers, payments, waiting, pledgesWithEnd, firstSpreadMonth }),
  }
}
