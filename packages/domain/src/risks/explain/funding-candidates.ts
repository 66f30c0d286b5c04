import { type Day, dayFromNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { datedFacts, uniqueBy } from '../dated-facts.ts'
import { funderOf, isOwnCash } from '../funders.ts'
import { type FunderFacts, fundingFactsBehind } from '../funding/funding-facts.ts'
import type { History, PledgeFact } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import type { Candidate, DrivingFact, DrivingSentence } from './driver.ts'
import { owedBefore } from './owed.ts'
import { dayOf, moneyOf, type Sentence, shareOf } from './value.ts'

/** Most facts of each kind that are left out; the largest come first. Source: docs/adr/0090. */
const MOST = { funders: 20, pledges: 20 }
const PROMISED = ['confirmed', 'written-off']

/** Facts that may drive funding dependency: funders with all they pledged, and single pledges of funders with several. */
export function fundingCandidates(
  history: History,
  month: Month,
  parameters: Parameters,
  paying = fundersOf(history, month, parameters),
): { readonly candidates: readonly Candidate[]; readonly of: number } {
  const now = monthIndex(month)
  const today = dayFromNumber(firstDayNumber(now))
  const lines = parameters.funding
  const yearFrom = dayFromNumber(firstDayNumber(now - lines.windowMonths))
  const seenFrom = dayFromNumber(firstDayNumber(now - 2 * lines.windowMonths))
  const funder = funderOf(history)
  const income = incomeOf(history)
  const owed = owedBefore(history, today)

  const pledges = uniqueBy(history.pledges ?? [], (one) => one.id).filter(
    (one) => PROMISED.includes(one.status) && isOwnCash(one, history.currency) && isSeen(one, seenFrom, today),
  )
  const byFunder = Map.groupBy(pledges, (one) => funder(one.organisationId))
  const amountsOf = (own: readonly PledgeFact[]) => {
    const ids = own.map((one) => one.id)
    return {
      year: income(ids, yearFrom, today),
      before: income(ids, seenFrom, yearFrom),
      promised: sum(own.map((one) => one.amountMinor ?? 0)),
    }
  }
  const yearMinor = paying.reduce((all, one) => all + one.amountMinor, 0)

  const funders = [...byFunder]
    .map(([id, own]) => ({ id, own, amounts: amountsOf(own) }))
    .toSorted((a, b) => weight(b.amounts) - weight(a.amounts) || (a.id < b.id ? -1 : 1))
  const single = pledges
    .filter((one) => (byFunder.get(funder(one.organisationId))?.length ?? 0) > 1)
    .map((one) => ({ one, amounts: amountsOf([one]), owedMinor: owed(one.id) }))
    .toSorted(
      (a, b) => b.owedMinor - a.owedMinor || weight(b.amounts) - weight(a.amounts) || (a.one.id < b.one.id ? -1 : 1),
    )

  return {
    candidates: [
      ...funders.slice(0, MOST.funders).map(({ id, own, amounts }): Candidate => ({
        fact: { kind: 'funder', id, said: sayFunder(amounts, yearMinor) },
        without: () => withoutPledges(history, new Set(own.map((one) => one.id))),
      })),
      ...single.slice(0, MOST.pledges).map(({ one, owedMinor }): Candidate => ({
        fact: sayPledge(one, owedMinor, today),
        without: () => withoutPledges(history, new Set([one.id])),
      })),
    ],
    of: funders.length + single.length,
  }
}

/** Who paid in the year, the largest first. */
function fundersOf(history: History, month: Month, { funding }: Parameters): readonly FunderFacts[] {
  return fundingFactsBehind(datedFacts(history), monthIndex(month), funding).concentration.funders
}

interface Amounts {
  readonly year: number
  readonly before: number
  readonly promised: number
}

function sayFunder({ year, before, promised }: Amounts, yearMinor: number): Sentence<DrivingSentence> {
  if (year > 0 && yearMinor > 0)
    return { code: 'gave', values: { amount: moneyOf(year), share: shareOf(year / yearMinor) } }
  if (before > 0) return { code: 'gave-before', values: { amount: moneyOf(before) } }
  return { code: 'promised', values: { amount: moneyOf(promised) } }
}

function sayPledge({ id, amountMinor, to }: PledgeFact, owedMinor: number, today: Day): DrivingFact {
  const amount = moneyOf(amountMinor ?? 0)
  if (owedMinor > 0) return { kind: 'pledge', id, said: { code: 'owed', values: { owed: moneyOf(owedMinor), amount } } }
  if (to !== null && to >= today)
    return { kind: 'pledge', id, said: { code: 'ends', values: { amount, day: dayOf(to) } } }
  return { kind: 'pledge', id, said: { code: 'promised', values: { amount } } }
}

/** Known by the reading, and still paying or due within the two years the readings compare. */
function isSeen({ confirmedOn, from, to }: PledgeFact, seenFrom: Day, today: Day): boolean {
  const knownOn = confirmedOn ?? from
  return (knownOn === null || knownOn < today) && (to === null || to >= seenFrom)
}

/** Income of some pledges in [from, to): receipts where they are kept, else instalments due. */
function incomeOf(history: History): (pledgeIds: readonly string[], from: Day, to: Day) => number {
  const rows =
    history.receipts?.map(({ pledgeId, receivedOn, amountMinor }) => ({ pledgeId, on: receivedOn, amountMinor })) ??
    (history.instalments ?? []).map(({ pledgeId, dueOn, amountMinor }) => ({ pledgeId, on: dueOn, amountMinor }))
  const byPledge = Map.groupBy(rows, (one) => one.pledgeId)
  return (pledgeIds, from, to) =>
    sum(
      pledgeIds.flatMap((id) =>
        (byPledge.get(id) ?? []).flatMap((one) => (one.on >= from && one.on < to ? [one.amountMinor ?? 0] : [])),
      ),
    )
}

function weight({ year, before, promised }: Amounts): number {
  return Math.max(year, before, promised)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}

function withoutPledges(history: History, ids: ReadonlySet<string>): History {
  const others = <Fact extends { readonly pledgeId: string }>(facts: readonly Fact[] | null) =>
    facts === null ? null : facts.filter((one) => !ids.has(one.pledgeId))
  return {
    ...history,
    pledges: history.pledges === null ? null : history.pledges.filter((one) => !ids.has(one.id)),
    instalments: others(history.instalments),
    receipts: others(history.receipts),
  }
}
