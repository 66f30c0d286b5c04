import { type Day, dayFromNumber, dayNumber } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import type { DatedFacts, DatedPledge } from '../dated-facts.ts'
import type { FundingParameters } from '../parameters.ts'
import { incomeBasis, incomeWindows } from './income-windows.ts'
import { promisedDues } from './promised-dues.ts'

export interface FunderFacts {
  readonly organisationId: string
  readonly amountMinor: number
  readonly pledgeIds: readonly string[]
  /** Last day of the latest period the funder has confirmed by now; null where none has an end. */
  readonly lastPledgedOn: Day | null
}

export interface FundingFacts {
  /** Funders of the window, the largest first; amounts are net, in minor units. */
  readonly concentration: { readonly funders: readonly FunderFacts[] }
  readonly incomeFall: { readonly organisationIds: readonly string[]; readonly goneOrganisationIds: readonly string[] }
  /** Confirmed pledges that still bring income. */
  readonly runway: { readonly pledgeIds: readonly string[]; readonly reservesOn: Day | null }
  /** Confirmed pledges still open, in the order in which they end. */
  readonly cliff: { readonly pledges: readonly { readonly pledgeId: string; readonly endsOn: Day }[] }
  /** Pledges with amounts due at least graceDays ago, and those of them not settled in full. */
  readonly fulfilment: { readonly pledgeIds: readonly string[]; readonly overduePledgeIds: readonly string[] }
  readonly retention: {
    readonly keptOrganisationIds: readonly string[]
    readonly lostOrganisationIds: readonly string[]
  }
  readonly publicShare: {
    readonly organisationIds: readonly string[]
    readonly localOrganisationIds: readonly string[]
  }
}

/** The facts behind the seven funding sub-levels at the first day of a month. */
export function fundingFactsBehind(facts: DatedFacts, now: number, lines: FundingParameters): FundingFacts {
  const income = incomeWindows(incomeBasis(facts), lines)
  const dues = promisedDues(lines)
  const known: DatedPledge[] = []
  const beforeThisYear = new Set<string>()
  let reservesOn: number | null = null
  for (let month = (facts.firstMonth ?? now) + 1; month <= now; month += 1) {
    const monthFacts = facts.at(month - 1)
    income.moveTo(month, monthFacts)
    dues.moveTo(month, monthFacts)
    known.push(...monthFacts.pledgesKnown.filter((pledge) => pledge.isOwnCash))
    for (const { on } of monthFacts.reserves) reservesOn = Math.max(reservesOn ?? on, on)
    if (month === now - lines.windowMonths)
      for (const funderId of income.byFunder().keys()) beforeThisYear.add(funderId)
  }
  const byFunder = income.byFunder()
  const renewals = income.renewals(now, lines.retention.renewalMonths)
  const confirmed = known.filter((pledge) => pledge.fact.status === 'confirmed')
  const today = dayFromNumber(firstDayNumber(now))
  const idsWhere = (group: ReadonlySet<string>) => [...byFunder.keys()].filter((id) => group.has(id))
  return {
    concentration: { funders: funderFacts(byFunder, confirmed) },
    incomeFall: {
      organisationIds: [...byFunder.keys()],
      goneOrganisationIds: [...beforeThisYear].filter((id) => !byFunder.has(id)).sort(),
    },
    runway: {
      pledgeIds: sortedIds(confirmed.filter((pledge) => pledge.instalments.some((one) => one.dueOn >= today))),
      reservesOn: reservesOn === null ? null : dayFromNumber(reservesOn),
    },
    cliff: {
      pledges: confirmed
        .flatMap(({ id, fact }) => (fact.to !== null && fact.to >= today ? [{ pledgeId: id, endsOn: fact.to }] : []))
        .sort((a, b) => (`${a.endsOn} ${a.pledgeId}` < `${b.endsOn} ${b.pledgeId}` ? -1 : 1)),
    },
    fulfilment: {
      pledgeIds: sortedIds(known.filter((pledge) => hasRipeDue(pledge, now, lines))),
      overduePledgeIds: facts.history.receipts === null ? [] : dues.unpaidPledgeIds(now),
    },
    retention: {
      keptOrganisationIds: renewals.filter((one) => one.hasPaidAgain).map((one) => one.funderId),
      lostOrganisationIds: renewals.filter((one) => !one.hasPaidAgain).map((one) => one.funderId),
    },
    publicShare: {
      organisationIds: idsWhere(facts.publicFunders),
      localOrganisationIds: idsWhere(facts.localPublicFunders),
    },
  }
}

function funderFacts(byFunder: ReadonlyMap<string, number>, confirmed: readonly DatedPledge[]): FunderFacts[] {
  return [...byFunder]
    .sort(([a, amountA], [b, amountB]) => amountB - amountA || (a < b ? -1 : 1))
    .map(([organisationId, amountMinor]) => {
      const own = confirmed.filter((pledge) => pledge.funderId === organisationId)
      const ends = own.flatMap((pledge) => (pledge.fact.to === null ? [] : [pledge.fact.to])).sort()
      return { organisationId, amountMinor, pledgeIds: sortedIds(own), lastPledgedOn: ends.at(-1) ?? null }
    })
}

function hasRipeDue(pledge: DatedPledge, now: number, lines: FundingParameters): boolean {
  const from = firstDayNumber(now - lines.windowMonths) - lines.fulfilment.graceDays
  const to = firstDayNumber(now) - lines.fulfilment.graceDays
  return pledge.instalments.some(({ dueOn }) => dayNumber(dueOn) > from && dayNumber(dueOn) <= to)
}

function sortedIds(pledges: readonly DatedPledge[]): string[] {
  return pledges.map((pledge) => pledge.id).sort()
}
