import type { Day } from '../../values/day.ts'
import { type Month, monthFromIndex, monthIndexOfDay } from '../../values/month.ts'
import { isOwnCash } from '../funders.ts'
import type { History, InitiativeFact, ParticipationFact } from '../history.ts'
import { isKnownBy } from './losses.ts'
import type { Gone } from './who-leaves.ts'

export const belowReasons = ['no-lead', 'fewer-than-two-partners', 'no-coordinator', 'money-halved'] as const
export type BelowReason = (typeof belowReasons)[number]

/** An initiative that falls below what it needs, each reason with the first month in which it does. */
export interface InitiativeBelow {
  readonly initiativeId: string
  readonly reasons: readonly { readonly reason: BelowReason; readonly month: Month }[]
  /** Confirmed money of the horizon for the initiative, and the part of it that is lost; minor units; null where pledges are not kept. */
  readonly promisedMinor: number | null
  readonly lostMinor: number | null
}

/** A joint initiative needs a lead, two partners and somebody to coordinate; losing half of its money ahead is a loss of footing. Source: docs/adr/0085. */
const LEAST_PARTNERS = 2
const LARGEST_LOSS_SHARE = 0.5
const LEADS = ['lead', 'co-lead']

/** What is known of each initiative, sorted once for many questions. */
export interface InitiativeIndex {
  readonly initiatives: ReadonlyMap<string, InitiativeFact>
  readonly parts: ReadonlyMap<string, readonly ParticipationFact[]>
  readonly initiativesOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Persons known to coordinate on a day, with the organisations each is known to act for. */
  readonly coordinators: (initiativeId: string, day: Day) => readonly (readonly string[])[]
  readonly cash: ReadonlyMap<
    string,
    readonly { readonly organisationId: string; readonly month: number; readonly amountMinor: number }[]
  >
  readonly isMoneyKnown: boolean
}

export function initiativeIndex(history: History, now: number): InitiativeIndex {
  const parts = Map.groupBy(history.participations, (one) => one.initiativeId)
  const initiativesOf = new Map<string, Set<string>>()
  const tie = (organisationId: string, initiativeId: string) => {
    const known = initiativesOf.get(organisationId)
    if (known === undefined) initiativesOf.set(organisationId, new Set([initiativeId]))
    else known.add(initiativeId)
  }
  for (const one of history.participations) tie(one.organisationId, one.initiativeId)
  const pledges = new Map<string, { readonly initiativeId: string; readonly organisationId: string }>()
  for (const one of history.pledges ?? []) {
    const { id, initiativeId, organisationId } = one
    if (initiativeId === null || one.status !== 'confirmed') continue
    if (!isOwnCash(one, history.currency) || !isKnownBy(one, now)) continue
    pledges.set(id, { initiativeId, organisationId })
    tie(organisationId, initiativeId)
  }
  const cash = (history.instalments ?? []).flatMap(({ pledgeId, dueOn, amountMinor }) => {
    const pledge = pledges.get(pledgeId)
    if (pledge === undefined || amountMinor === null) return []
    return [{ ...pledge, month: monthIndexOfDay(dueOn), amountMinor }]
  })
  const coordinations = Map.groupBy(history.coordinations ?? [], (one) => one.initiativeId)
  const representations = Map.groupBy(history.representations ?? [], (one) => one.personId)
  for (const one of history.coordinations ?? [])
    for (const other of representations.get(one.personId) ?? []) tie(other.organisationId, one.initiativeId)
  return {
    initiatives: new Map(history.initiatives.map((one) => [one.id, one])),
    parts,
    initiativesOf,
    coordinators: (initiativeId, day) =>
      (coordinations.get(initiativeId) ?? [])
        .filter((one) => isOn(one, day))
        .map((one) =>
          (representations.get(one.personId) ?? [])
            .filter((each) => isOn(each, day))
            .map((each) => each.organisationId),
        ),
    cash: Map.groupBy(cash, (one) => one.initiativeId),
    isMoneyKnown: history.pledges !== null && history.instalments !== null,
  }
}

/**
 * Initiatives running on the first day of `now`, or beginning before month `end`, that fall below what they need because of those who
 * go. Each is looked at on that day and on every later day on which one of its partners comes or goes; a shortfall it would have had
 * anyway is not counted. `joining` are supposed partners by initiative. Worst first: most reasons, then the most money lost.
 */
export function initiativesBelow(
  index: InitiativeIndex,
  runningIds: ReadonlySet<string>,
  gone: Gone,
  now: number,
  end: number,
  joining: ReadonlyMap<string, number> = new Map(),
): InitiativeBelow[] {
  const touched = new Set<string>()
  for (const id of gone.organisationIds) for (const one of index.initiativesOf.get(id) ?? []) touched.add(one)
  const first = `${monthFromIndex(now)}-01`
  const last = `${monthFromIndex(end)}-01`
  return [...touched]
    .flatMap((id): InitiativeBelow[] => {
      const initiative = index.initiatives.get(id)
      if (initiative === undefined || initiative.startedOn === null) return []
      const isAhead = initiative.startedOn >= first && initiative.startedOn < last
      if (!runningIds.has(id) && !isAhead) return []
      const begins = isAhead ? initiative.startedOn : first
      const until = [initiative.endedOn, initiative.plannedEndOn].reduce(
        (least: Day, day) => (day !== null && day > begins && day < least ? day : least),
        last,
      )
      const days = daysToLookAt(index.parts.get(id) ?? [], begins, until)
      const money = index.isMoneyKnown ? moneyOf(index, id, gone, now, end) : null
      const reasons = [
        ...shortfalls(index, id, gone, days, joining.get(id) ?? 0),
        ...(money === null ? [] : moneyShortfall(money)),
      ]
      if (reasons.length === 0) return []
      return [
        {
          initiativeId: id,
          reasons,
          promisedMinor: money?.promisedMinor ?? null,
          lostMinor: money?.lostMinor ?? null,
        },
      ]
    })
    .sort(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        (b.lostMinor ?? 0) - (a.lostMinor ?? 0) ||
        (a.initiativeId < b.initiativeId ? -1 : 1),
    )
}

function daysToLookAt(parts: readonly ParticipationFact[], begins: Day, until: Day): Day[] {
  const days = new Set([begins])
  for (const { from, to } of parts)
    for (const day of [from, to]) if (day !== null && day > begins && day < until) days.add(day)
  return [...days].sort()
}

function shortfalls(
  index: InitiativeIndex,
  id: string,
  gone: Gone,
  days: readonly Day[],
  joining: number,
): InitiativeBelow['reasons'][number][] {
  const parts = index.parts.get(id) ?? []
  const found: { reason: BelowReason; month: Month }[] = []
  const note = (reason: BelowReason, day: Day) => {
    if (!found.some((one) => one.reason === reason)) found.push({ reason, month: day.slice(0, 7) })
  }
  for (const day of days) {
    const present = parts.filter((one) => isOn(one, day))
    const staying = present.filter((one) => !gone.organisationIds.has(one.organisationId))
    const hasLead = (list: readonly ParticipationFact[]) => list.some((one) => LEADS.includes(one.role))
    if (hasLead(present) && !hasLead(staying)) note('no-lead', day)
    const count = (list: readonly ParticipationFact[]) => new Set(list.map((one) => one.organisationId)).size
    if (count(present) >= LEAST_PARTNERS && count(staying) + joining < LEAST_PARTNERS)
      note('fewer-than-two-partners', day)
    const people = index.coordinators(id, day)
    const stays = (organisationIds: readonly string[]) =>
      organisationIds.length === 0 || organisationIds.some((one) => !gone.organisationIds.has(one))
    if (people.length > 0 && !people.some(stays)) note('no-coordinator', day)
  }
  return found
}

interface MoneyOfInitiative {
  readonly promisedMinor: number
  readonly lostMinor: number
  /** The first month in which any of it is lost; Infinity where none is. */
  readonly lostFrom: number
}

function moneyOf(index: InitiativeIndex, id: string, gone: Gone, now: number, end: number): MoneyOfInitiative {
  let [promisedMinor, lostMinor, lostFrom] = [0, 0, Infinity]
  for (const { organisationId, month, amountMinor } of index.cash.get(id) ?? []) {
    if (month < now || month >= end) continue
    promisedMinor += amountMinor
    if (!gone.organisationIds.has(organisationId)) continue
    lostMinor += amountMinor
    lostFrom = Math.min(lostFrom, month)
  }
  return { promisedMinor, lostMinor, lostFrom }
}

function moneyShortfall({ promisedMinor, lostMinor, lostFrom }: MoneyOfInitiative): InitiativeBelow['reasons'] {
  if (lostMinor === 0 || lostMinor < promisedMinor * LARGEST_LOSS_SHARE) return []
  return [{ reason: 'money-halved', month: monthFromIndex(lostFrom) }]
}

function isOn(span: { readonly from: Day | null; readonly to: Day | null }, day: Day): boolean {
  return (span.from === null || span.from <= day) && (span.to === null || span.to > day)
}
