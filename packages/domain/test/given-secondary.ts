import fc from 'fast-check'
import type { History } from '../src/risks/history.ts'
import { addDays } from '../src/values/day.ts'
import { arbitraryHistory } from './given-history.ts'

const FIRST_DAY = '2019-01-05'
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(FIRST_DAY, days))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })
const person = fc.constantFrom('ada', 'ben', 'cleo', 'dora', 'emil')
const sectorOf = {
  school: 'education',
  library: 'culture',
  council: 'local-government',
  bank: 'finance',
  club: 'sport',
  choir: 'culture',
  clinic: 'health',
  youth: 'youth-group',
  office: 'local-government',
} as Readonly<Record<string, string>>

const span = fc.record({ from: maybe(day), days: maybe(fc.integer({ min: 1, max: 900 })) })
const until = ({ from, days }: { from: string | null; days: number | null }) => ({
  from,
  to: days === null || from === null ? null : addDays(from, days),
})

const coordinations = fc.array(fc.tuple(fc.nat(44), person, span, maybe(fc.integer({ min: 0, max: 200 }))), {
  maxLength: 60,
})
const representations = fc.array(
  fc.tuple(person, fc.constantFrom(...Object.keys(sectorOf)), span, maybe(fc.boolean())),
  { maxLength: 20 },
)
const spaces = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...Object.keys(sectorOf)), fc.constantFrom('physical', 'digital', 'hybrid'), span),
  { maxLength: 6, selector: ([host]) => host },
)

/** Histories of `arbitraryHistory` with sectors, roles, coordinations, representations, spaces and settings; any source may be unknown. */
export const arbitrarySecondaryHistory: fc.Arbitrary<History> = fc
  .record({
    history: arbitraryHistory,
    leads: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    attendances: fc.array(maybe(fc.nat(12)), { minLength: 1, maxLength: 5 }),
    statuses: fc.array(fc.constantFrom('confirmed', 'attended', 'released', 'cancelled'), {
      minLength: 1,
      maxLength: 5,
    }),
    coordinations: maybe(coordinations),
    representations: maybe(representations),
    spaces: maybe(spaces),
    mandates: maybe(fc.array(fc.tuple(fc.constantFrom('council', 'clinic'), day), { maxLength: 3 })),
    coreSectors: maybe(fc.subarray(['culture', 'sport', 'business', 'finance', 'energy'])),
    wantsIndependence: maybe(fc.boolean()),
    passThrough: fc.subarray(Object.keys(sectorOf)),
  })
  .map(({ history, leads, attendances, statuses, passThrough, ...own }) => ({
    ...history,
    organisations: history.organisations.map((one) => ({
      ...one,
      sector: sectorOf[one.id] ?? one.sector,
      isPassThrough: passThrough.includes(one.id),
    })),
    participations: history.participations.map((one, index) => ({
      ...one,
      role: leads[index % leads.length] ? 'lead' : 'contributor',
    })),
    bookings:
      history.bookings?.map((one, index) => ({
        ...one,
        attendance: attendances[index % attendances.length] ?? null,
        status: statuses[index % statuses.length] ?? 'confirmed',
      })) ?? null,
    coordinations:
      own.coordinations?.map(([initiative, personId, when, hours]) => ({
        initiativeId: `i${initiative}`,
        personId,
        ...until(when),
        hours,
      })) ?? null,
    representations:
      own.representations?.map(([personId, organisationId, when, isPaid]) => ({
        personId,
        organisationId,
        capacity: 'partner',
        isPaid,
        ...until(when),
      })) ?? null,
    spaces:
      own.spaces?.map(([hostId, kind, when]) => ({ id: `space of ${hostId}`, kind, hostId, ...until(when) })) ?? null,
    mandates: own.mandates?.map(([organisationId, endsOn]) => ({ organisationId, endsOn })) ?? null,
    coreSectors: own.coreSectors,
    wantsIndependence: own.wantsIndependence,
  }))
