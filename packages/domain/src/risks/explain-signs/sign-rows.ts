import { dayNumber } from '../../values/day.ts'
import { firstDayNumber, monthIndexOfDay } from '../../values/month.ts'
import { uniqueBy } from '../dated-facts.ts'
import { incomeBasis, paymentsOf } from '../funding/income-windows.ts'
import type { CrewPair } from '../secondary/crews.ts'
import { minutesIn } from '../secondary/coordination-work.ts'
import type { SignPart } from '../secondary/sign-parts.ts'
import type { OpenedMonth } from './sign-month.ts'
import type { LeftOut } from './without-fact.ts'

/** What a fact has a share in, of all that a sign is read from. */
export const shareKinds = [
  'participations',
  'wanted-sector',
  'youth',
  'leads',
  'cut-off',
  'income',
  'meetings',
  'rooms',
  'coordinations',
  'hours',
  'contacts',
] as const
export type ShareKind = (typeof shareKinds)[number]

/** One thing a sign is read from, and whose it is. */
export interface Row {
  readonly kind: ShareKind
  /** Rows are shares of those of the same kind and whole. */
  readonly whole: string
  readonly of: readonly (readonly [LeftOut, id: string])[]
  /** How many, hours, or minor units of money. */
  readonly size: number
}

const MINUTES_PER_HOUR = 60
const YOUTH = 'youth-group'
const WITH_A_DOOR = ['physical', 'hybrid']

/** What each part is read from. */
const kindsOf: Readonly<Record<SignPart, readonly ShareKind[]>> = {
  largestShare: ['participations'],
  missingCore: ['wanted-sector'],
  coordination: ['coordinations'],
  soleContacts: ['contacts'],
  elephant: ['leads'],
  bridge: ['cut-off', 'participations'],
  income: ['income'],
  leads: ['leads'],
  hostedMinutes: ['meetings'],
  physicalShare: ['meetings'],
  noDoor: ['rooms'],
  direct: ['youth', 'participations'],
  volunteerShare: ['hours'],
}

/** What parts of a sign were read from in a month, each with the initiative, the partners and the person it is of. */
export function signRows(opened: OpenedMonth, parts: readonly SignPart[]): Row[] {
  const kinds = new Set(parts.flatMap((part) => kindsOf[part]))
  return [...kinds].flatMap((kind) => rows[kind](opened).map((row) => ({ kind, whole: '', size: 1, ...row })))
}

type Part = Pick<Row, 'of'> & Partial<Pick<Row, 'whole' | 'size'>>
type Owner = Row['of'][number]

const initiative = (id: string | null): Owner[] => (id === null ? [] : [['initiative', id]])
const partner = (id: string | null): Owner[] => (id === null ? [] : [['partner', id]])
const person = (id: string): Owner => ['person', id]

const rows: Readonly<Record<ShareKind, (opened: OpenedMonth) => Part[]>> = {
  participations: ({ reader }) => reader.work.seen.participations().map(ofPartner),
  'wanted-sector': (opened) => {
    const sectorOf = sectors(opened)
    const wanted = new Set(opened.facts.history.coreSectors)
    return opened.reader.work.seen.participations().flatMap(({ name }) => {
      const whole = sectorOf.get(name)
      return whole !== undefined && wanted.has(whole) ? [{ whole, of: partner(name) }] : []
    })
  },
  youth: (opened) => {
    const sectorOf = sectors(opened)
    const seen = opened.reader.work.seen.participations()
    return seen.filter(({ name }) => sectorOf.get(name) === YOUTH).map(ofPartner)
  },
  leads: ({ reader }) => reader.work.seen.leads().map(ofPartner),
  'cut-off': ({ reader }) => reader.graph().bridges.map(({ name, cutsOff }) => ({ of: partner(name), size: cutsOff })),
  income: (opened) => {
    const basis = incomeBasis(opened.facts)
    return window(opened)
      .flatMap((month) => paymentsOf(opened.facts.at(month), basis))
      .map(({ pledge: { fact }, amountMinor }) => ({
        of: [...initiative(fact.initiativeId), ...partner(fact.organisationId)],
        size: amountMinor,
      }))
  },
  meetings: (opened) =>
    window(opened)
      .flatMap((month) => opened.own.at(month).meetings)
      .map(({ initiativeId, organisationId, hostId, minutes }) => ({
        of: [
          ...initiative(initiativeId),
          ...partner(organisationId),
          ...partner(hostId === organisationId ? null : hostId),
        ],
        size: minutes / MINUTES_PER_HOUR,
      })),
  rooms: ({ facts, now, parameters }) =>
    uniqueBy(facts.history.spaces ?? [], (one) => one.id)
      .filter((one) => WITH_A_DOOR.includes(one.kind) && isThere(one, now, parameters.secondary.places.noDoorMonths))
      .map(({ hostId }) => ({ of: partner(hostId) })),
  coordinations: ({ reader }) =>
    reader.work.seen
      .coordinations()
      .map(({ initiativeId, name }) => ({ of: [...initiative(initiativeId), person(name)] })),
  hours: ({ own, now, parameters }) => {
    const [from, to] = [firstDayNumber(now - parameters.secondary.windowMonths), firstDayNumber(now)]
    const months = Array.from({ length: now - (own.firstMonth ?? now) }, (_, back) => now - 1 - back)
    return months
      .flatMap((month) => own.at(month).coordinationsBegun)
      .map((span) => ({
        of: [...initiative(span.initiativeId), person(span.personId)],
        size: minutesIn(span, from, to) / MINUTES_PER_HOUR,
      }))
  },
  contacts: ({ facts, now, reader }) => {
    const partners = reader.work.sectors.byPartner()
    const acting = (facts.history.representations ?? []).filter(
      (one) => partners.has(one.organisationId) && isThere(one, now, 0),
    )
    return uniqueBy(acting, (one) => JSON.stringify([one.organisationId, one.personId])).map((one) => ({
      of: [...partner(one.organisationId), person(one.personId)],
    }))
  },
}

function ofPartner({ initiativeId, name }: CrewPair): Part {
  return { of: [...initiative(initiativeId), ...partner(name)] }
}

function sectors({ facts }: OpenedMonth): ReadonlyMap<string, string> {
  return new Map(facts.history.organisations.map((one) => [one.id, one.sector]))
}

function window({ now, parameters }: OpenedMonth): number[] {
  const { windowMonths } = parameters.secondary
  return Array.from({ length: windowMonths }, (_, index) => now - windowMonths + index)
}

/** There on some day of the last months, or now where these are none; `to` is the first day no longer, and one of now is still ahead. */
function isThere({ from, to }: { from: string | null; to: string | null }, now: number, monthsBack: number): boolean {
  const first = firstDayNumber(now - monthsBack)
  return (
    (from === null || monthIndexOfDay(from) < now) &&
    (to === null || dayNumber(to) > first || (monthsBack === 0 && dayNumber(to) === first))
  )
}
