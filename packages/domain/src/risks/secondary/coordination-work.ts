import { firstDayNumber } from '../../values/month.ts'
import type { CoordinationSpan, RepresentationSpan, SecondaryMonth } from './secondary-facts.ts'
import { slidingSums } from './sliding-sums.ts'
import type { VolunteeringInputs } from './volunteering.ts'

type Engagement = 'volunteer' | 'paid' | 'unknown'

/** A span with the day it stopped on, where that is before its end. */
interface StoppedSpan extends CoordinationSpan {
  readonly stopsOn?: number
}

/** Hours of coordination and how those who give them are engaged; and who acts for which partner. */
export interface CoordinationWork {
  readonly absorb: (month: number, facts: SecondaryMonth, coordinating: Iterable<string>) => void
  readonly slideTo: (month: number) => void
  readonly hours: (running: number) => VolunteeringInputs
  readonly hasHours: () => boolean
  /** Of these partners: those with a person known to act for them, and those with exactly one. */
  readonly contacts: (partnerIds: Iterable<string>) => { readonly partners: number; readonly sole: number }
}

/**
 * The hours of a coordination lie evenly over its days, whole minutes a month; without an end of its own it goes on to the planned end
 * of the initiative, without either its hours are left out. A person is paid while any organisation pays for what they do there, a
 * volunteer while none does and one says so. Source: docs/adr/0071.
 */
export function coordinationWork(windowMonths: number): CoordinationWork {
  const acting = new Map<string, Map<string, number>>()
  const paid = new Map<string, number>()
  const unpaid = new Map<string, number>()
  const minutes = slidingSums(windowMonths)
  const volunteers = slidingSums(windowMonths)
  const volunteersBefore = slidingSums(windowMonths, windowMonths)
  let spans: StoppedSpan[] = []
  let withoutPaid = 0
  let sinceUnknown = Infinity

  const engagement = (personId: string): Engagement =>
    paid.has(personId) ? 'paid' : unpaid.has(personId) ? 'volunteer' : 'unknown'
  const begin = (known: readonly RepresentationSpan[]) => {
    for (const { personId, organisationId, isPaid } of known) {
      const people = acting.get(organisationId) ?? new Map<string, number>()
      acting.set(organisationId, people)
      count(people, personId, 1)
      if (isPaid !== null) count(isPaid ? paid : unpaid, personId, 1)
    }
  }
  const end = (known: readonly RepresentationSpan[]) => {
    for (const { personId, organisationId, isPaid } of known) {
      count(acting.get(organisationId) ?? new Map<string, number>(), personId, -1)
      if (isPaid !== null) count(isPaid ? paid : unpaid, personId, -1)
    }
  }

  return {
    absorb(month, facts, coordinating) {
      // Who leaves in this month gave their hours before they left, unless they were there on no day of it.
      const [from, to] = [firstDayNumber(month), firstDayNumber(month + 1)]
      begin(facts.representationsBegun)
      end(facts.representationsEnded.filter((one) => one.on <= from))
      spans.push(...facts.coordinationsBegun)
      spans = endedEarlier(spans, facts.coordinationsEnded)
      const kinds = new Set<Engagement>()
      for (const personId of coordinating) {
        const kind = engagement(personId)
        kinds.add(kind)
        if (kind !== 'volunteer') continue
        volunteers.add(personId, 1)
        volunteersBefore.add(personId, 1)
      }
      withoutPaid = kinds.has('paid') ? 0 : withoutPaid + 1
      sinceUnknown = kinds.has('unknown') ? 0 : sinceUnknown + 1
      for (const span of spans) {
        const given = minutesIn(span, from, to)
        if (given > 0) minutes.add(engagement(span.personId), given)
      }
      end(facts.representationsEnded.filter((one) => one.on > from))
      spans = spans.filter((span) => span.to !== null && (span.stopsOn ?? span.to) > to)
    },
    slideTo(month) {
      for (const one of [minutes, volunteers, volunteersBefore]) one.slideTo(month)
    },
    hasHours: () => minutes.entries().length > 0,
    hours: (running) => {
      const before = volunteersBefore.entries()
      return {
        volunteerMinutes: minutes.of('volunteer'),
        paidMinutes: minutes.of('paid'),
        unknownMinutes: minutes.of('unknown'),
        running,
        monthsWithoutPaid: sinceUnknown < withoutPaid ? null : withoutPaid,
        byVolunteer: new Map(volunteers.entries()),
        volunteersBefore: before.length,
        volunteersKept: before.filter(([personId]) => volunteers.has(personId)).length,
      }
    },
    contacts(partnerIds) {
      let partners = 0
      let sole = 0
      for (const id of partnerIds) {
        const people = acting.get(id)?.size ?? 0
        if (people > 0) partners += 1
        if (people === 1) sole += 1
      }
      return { partners, sole }
    },
  }
}

/** In a question a span may end before the day it was told to end: what it gave until then stays, and nothing comes after. */
function endedEarlier(spans: StoppedSpan[], ended: readonly CoordinationSpan[]): StoppedSpan[] {
  if (ended.length === 0) return spans
  const of = ({ initiativeId, personId, from }: CoordinationSpan) => JSON.stringify([initiativeId, personId, from])
  const told = new Set(spans.map((span) => `${of(span)} ${span.to}`))
  const earlier = new Map(ended.filter((one) => !told.has(`${of(one)} ${one.to}`)).map((one) => [of(one), one.to]))
  return spans.map((span) => {
    const stopsOn = earlier.get(of(span)) ?? null
    return stopsOn === null || span.to === null || span.to <= stopsOn ? span : { ...span, stopsOn }
  })
}

/** Whole minutes of a span before `to`, less those before `from`: over all months they add up to the span exactly. */
export function minutesIn(span: StoppedSpan, from: number, to: number): number {
  if (span.minutes === null || span.to === null) return 0
  const { minutes, from: begun } = span
  const days = span.to - begun
  const given = Math.min(days, (span.stopsOn ?? span.to) - begun)
  const until = (day: number) => Math.floor((minutes * Math.min(Math.max(0, day - begun), given)) / days)
  return until(to) - until(from)
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by
  if (next <= 0) counts.delete(key)
  else counts.set(key, next)
}
