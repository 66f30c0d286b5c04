import { dayNumber } from '../../values/day.ts'
import { monthIndexOfDay } from '../../values/month.ts'
import { type DatedFacts, type MonthFacts, uniqueBy } from '../dated-facts.ts'
import type { BookingFact, History } from '../history.ts'

export interface CoordinationSpan {
  readonly initiativeId: string
  readonly personId: string
  /** Day numbers, [from, to); to null: with the initiative. */
  readonly from: number
  readonly to: number | null
  readonly minutes: number | null
}

export interface RepresentationSpan {
  readonly personId: string
  readonly organisationId: string
  readonly isPaid: boolean | null
}

export interface EndedRepresentation extends RepresentationSpan {
  /** The first day somebody no longer acted for it. */
  readonly on: number
}

export interface Meeting {
  readonly initiativeId: string | null
  readonly organisationId: string
  readonly hostId: string | null
  readonly kind: string | null
  readonly minutes: number
  readonly attendance: number | null
}

/** Income that is not money of the community's own currency, in its own unit. */
export interface OtherIncome {
  /** `currency EUR`, `in-kind EUR` or a unit such as `space-hours hour`. */
  readonly unit: string
  /** Minor units, or thousandths of the unit. */
  readonly amount: number
}

/** The facts of one calendar month that only the secondary flags read. */
export interface SecondaryMonth {
  readonly leadJoins: { readonly initiativeId: string; readonly organisationId: string }[]
  readonly leadLeaves: MonthFacts['leaves']
  readonly coordinationsBegun: CoordinationSpan[]
  readonly coordinationsEnded: CoordinationSpan[]
  readonly representationsBegun: RepresentationSpan[]
  readonly representationsEnded: EndedRepresentation[]
  /** Spaces with a door, physical or hybrid. */
  readonly doorsOpened: string[]
  /** `on` is the first day it was no longer offered. */
  readonly doorsClosed: { readonly id: string; readonly on: number }[]
  readonly meetings: Meeting[]
  readonly bookingsLost: number[]
  readonly otherIncome: OtherIncome[]
}

export interface SecondaryFacts {
  /** Month of the earliest fact of either kind; null without any. */
  readonly firstMonth: number | null
  readonly at: (month: number) => SecondaryMonth
}

const HELD_PLACE = ['confirmed', 'attended']
const LOST = ['released', 'cancelled']
const WITH_A_DOOR = ['physical', 'hybrid']
const LEADS = ['lead', 'co-lead']
const THOUSANDTHS = 1000
const MINUTES_PER_HOUR = 60
const NOTHING = noFacts()

/**
 * Sorts into calendar months what the secondary flags read beside the facts of the main flags; each fact once. `since` is the month the
 * records begin with, where the facts are only a part of them; not after any of these.
 */
export function secondaryFacts(facts: DatedFacts, since: number | null = null): SecondaryFacts {
  const { history } = facts
  const months = new Map<number, SecondaryMonth>()
  const monthOf = (index: number): SecondaryMonth => {
    const known = months.get(index)
    if (known !== undefined) return known
    const empty = noFacts()
    months.set(index, empty)
    return empty
  }
  sortLeads(history, monthOf)
  sortCoordinations(history, monthOf)
  sortBookings(history, monthOf)
  sortOtherIncome(history, monthOf)
  const dated = [...months.keys(), ...(facts.firstMonth === null ? [] : [facts.firstMonth])]
  const firstMonth = since ?? (dated.length === 0 ? null : Math.min(...dated))
  // What has no beginning, or one before anything happened, was there from the first month on.
  if (firstMonth !== null) sortStanding(history, monthOf, firstMonth)
  return { firstMonth, at: (month) => months.get(month) ?? NOTHING }
}

type MonthOf = (index: number) => SecondaryMonth

function sortLeads(history: History, monthOf: MonthOf): void {
  const startedOn = new Map(history.initiatives.map((one) => [one.id, one.startedOn]))
  const leads = uniqueBy(
    history.participations.filter((one) => LEADS.includes(one.role)),
    (one) => JSON.stringify([one.initiativeId, one.organisationId, one.from, one.to]),
  )
  for (const { initiativeId, organisationId, from, to } of leads) {
    const start = startedOn.get(initiativeId) ?? null
    if (start === null) continue
    const on = later(from ?? start, start)
    if (to !== null && to < on) continue
    monthOf(monthIndexOfDay(on)).leadJoins.push({ initiativeId, organisationId })
    if (to !== null) monthOf(monthIndexOfDay(to)).leadLeaves.push({ initiativeId, organisationId, on: dayNumber(to) })
  }
}

function sortCoordinations(history: History, monthOf: MonthOf): void {
  const initiatives = new Map(history.initiatives.map((one) => [one.id, one]))
  const known = uniqueBy(history.coordinations ?? [], (one) =>
    JSON.stringify([one.initiativeId, one.personId, one.from, one.to]),
  )
  for (const { initiativeId, personId, from, to, hours } of known) {
    const initiative = initiatives.get(initiativeId)
    const start = initiative?.startedOn ?? null
    if (initiative === undefined || start === null) continue
    const on = later(from ?? start, start)
    if (to !== null && to < on) continue
    const through = to ?? initiative.plannedEndOn
    const span = {
      initiativeId,
      personId,
      from: dayNumber(on),
      to: through === null ? null : Math.max(dayNumber(through), dayNumber(on) + 1),
      minutes: hours === null ? null : Math.round(hours * MINUTES_PER_HOUR),
    }
    monthOf(monthIndexOfDay(on)).coordinationsBegun.push(span)
    if (to !== null) monthOf(monthIndexOfDay(to)).coordinationsEnded.push(span)
  }
}

function sortBookings(history: History, monthOf: MonthOf): void {
  const kindOf = new Map((history.spaces ?? []).map((one) => [one.id, one.kind]))
  for (const booking of uniqueBy(history.bookings ?? [], (one) => one.id)) {
    const month = () => monthOf(monthIndexOfDay(booking.startsOn))
    if (LOST.includes(booking.status)) month().bookingsLost.push(1)
    if (HELD_PLACE.includes(booking.status)) month().meetings.push(meetingOf(booking, kindOf))
  }
}

function meetingOf(booking: BookingFact, kindOf: ReadonlyMap<string, string>): Meeting {
  return {
    initiativeId: booking.initiativeId,
    organisationId: booking.organisationId,
    hostId: booking.hostId,
    kind: kindOf.get(booking.spaceId) ?? null,
    minutes: Math.round(booking.hours * MINUTES_PER_HOUR),
    attendance: booking.attendance ?? null,
  }
}

/** Receipts where they are kept, else instalments as they fall due: of everything that is not money of the own currency. */
function sortOtherIncome(history: History, monthOf: MonthOf): void {
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  const arrivals =
    history.receipts?.map((one) => ({ ...one, on: one.receivedOn })) ??
    (history.instalments ?? []).map((one) => ({ ...one, on: one.dueOn }))
  for (const { pledgeId, on, amountMinor, quantity } of arrivals) {
    const pledge = pledges.get(pledgeId)
    if (pledge === undefined || (history.receipts === null && pledge.status !== 'confirmed')) continue
    const isCash = pledge.kind === 'cash' || pledge.kind === 'freedom-grant'
    const currency = pledge.currency ?? history.currency
    if (amountMinor !== null && !(isCash && currency === history.currency)) {
      const unit = `${isCash ? 'currency' : pledge.kind} ${currency}`
      monthOf(monthIndexOfDay(on)).otherIncome.push({ unit, amount: amountMinor })
    }
    if (quantity !== null) {
      const amount = Math.round(quantity * THOUSANDTHS)
      monthOf(monthIndexOfDay(on)).otherIncome.push({ unit: `${pledge.kind} ${pledge.unit ?? '-'}`, amount })
    }
  }
}

function sortStanding(history: History, monthOf: MonthOf, firstMonth: number): void {
  const begins = (from: string | null) => Math.max(firstMonth, from === null ? firstMonth : monthIndexOfDay(from))
  const representations = uniqueBy(history.representations ?? [], (one) =>
    JSON.stringify([one.personId, one.organisationId, one.capacity, one.from, one.to]),
  )
  for (const { personId, organisationId, isPaid, from, to } of representations) {
    if (to !== null && (monthIndexOfDay(to) < firstMonth || (from !== null && to < from))) continue
    monthOf(begins(from)).representationsBegun.push({ personId, organisationId, isPaid })
    if (to === null) continue
    const ended = { personId, organisationId, isPaid, on: dayNumber(to) }
    monthOf(monthIndexOfDay(to)).representationsEnded.push(ended)
  }
  for (const { id, kind, from, to } of uniqueBy(history.spaces ?? [], (one) => one.id)) {
    if (
      !WITH_A_DOOR.includes(kind) ||
      (to !== null && (monthIndexOfDay(to) < firstMonth || (from !== null && to < from)))
    )
      continue
    monthOf(begins(from)).doorsOpened.push(id)
    if (to !== null) monthOf(monthIndexOfDay(to)).doorsClosed.push({ id, on: dayNumber(to) })
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function noFacts(): SecondaryMonth {
  return {
    leadJoins: [],
    leadLeaves: [],
    coordinationsBegun: [],
    coordinationsEnded: [],
    representationsBegun: [],
    representationsEnded: [],
    doorsOpened: [],
    doorsClosed: [],
    meetings: [],
    bookingsLost: [],
    otherIncome: [],
  }
}
