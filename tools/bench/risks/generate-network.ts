import type { History } from '../../../packages/domain/src/risks/history.ts'
import { dayFromNumber, dayNumber } from '../../../packages/domain/src/values/day.ts'
import { addMonths, type Month } from '../../../packages/domain/src/values/month.ts'

export const FIRST_MONTH: Month = '2021-01'
export const MONTHS = 60
/** First month that sees all of the five years. */
export const LAST_READING: Month = addMonths(FIRST_MONTH, MONTHS)

const FIRST_DAY = dayNumber(`${FIRST_MONTH}-01`)
const DAYS = dayNumber(`${LAST_READING}-01`) - FIRST_DAY
const SECTORS = ['education', 'ngo', 'business', 'culture', 'sport', 'health', 'finance', 'local-government']

/** Facts for each partner of a network, over the five years. */
const PER_PARTNER = { initiatives: 10, bookings: 20, pledges: 2, instalmentsOfPledge: 8 }

/**
 * An invented network of five years: each partner brings ten initiatives of two to five partners planned for 120 to 480 days, twenty
 * bookings and two pledges of eight instalments, nine in ten of them paid; costs of initiatives and of the community, reserves twice a
 * year. Some leave early, some pay back, some promises are in another currency, written off or withdrawn. The same seed makes the same network.
 */
export function generateNetwork(partners: number, seed: number): History {
  const random = randomNumbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const day = (number: number) => dayFromNumber(FIRST_DAY + number)
  const organisationIds = Array.from({ length: partners }, (_, index) => `o${index}`)
  const organisation = () => organisationIds[below(partners)] as string

  const drafts = Array.from({ length: partners * PER_PARTNER.initiatives }, (_, index) => {
    const start = below(DAYS)
    const planned = start + 120 + below(360)
    const isEnded = random() < 0.7 && planned < DAYS
    return { id: `i${index}`, start, planned, ended: isEnded ? planned + below(60) - 30 : null, size: 2 + below(4) }
  })
  const pledges = Array.from({ length: partners * PER_PARTNER.pledges }, (_, index) => {
    const start = below(DAYS)
    const part = (1 + below(200)) * 5_00
    return { id: `p${index}`, start, part, payer: organisation(), initiative: below(drafts.length) }
  })
  const dues = pledges.flatMap(({ id, start, part }) =>
    Array.from({ length: PER_PARTNER.instalmentsOfPledge }, (_, index) => ({ id, on: start + 45 * index, part })),
  )
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: organisationIds.map((id, index) => ({
      id,
      sector: SECTORS[index % SECTORS.length] as string,
      legalStatus: index % 8 === 7 ? 'public' : index % 3 === 0 ? 'private' : 'civic',
      parentId: index % 16 === 15 && index > 15 ? 'o7' : null,
    })),
    memberships: organisationIds.map((organisationId) => ({
      organisationId,
      state: 'active',
      from: day(below(DAYS)),
      to: null,
    })),
    initiatives: drafts.map(({ id, start, planned, ended }) => ({
      id,
      kind: 'joint',
      startedOn: day(start),
      plannedEndOn: day(planned),
      endedOn: ended === null ? null : day(ended),
      endState: ended === null ? null : 'completed',
    })),
    participations: drafts.flatMap(({ id, start, size }) =>
      [...new Set(Array.from({ length: size }, organisation))].map((organisationId, index) => {
        const joined = random() < 0.2 ? start + below(90) : null
        return {
          initiativeId: id,
          organisationId,
          role: index === 0 ? 'lead' : 'contributor',
          from: joined === null ? null : day(joined),
          to: random() < 0.1 ? day((joined ?? start) + 30 + below(300)) : null,
        }
      }),
    ),
    bookings: Array.from({ length: partners * PER_PARTNER.bookings }, (_, index) => {
      const on = day(below(DAYS))
      return {
        id: `b${index}`,
        spaceId: `s${index % 10}`,
        initiativeId: `i${below(drafts.length)}`,
        organisationId: organisation(),
        hostId: organisationIds[index % Math.min(10, partners)] as string,
        startsOn: on,
        endsOn: on,
        hours: 2,
        status: random() < 0.9 ? 'confirmed' : 'requested',
      }
    }),
    pledges: pledges.map(({ id, start, part, payer, initiative }) => ({
      id,
      initiativeId: random() < 0.5 ? `i${initiative}` : null,
      organisationId: payer,
      kind: 'cash',
      route: 'partner-co-funding',
      amountMinor: part * PER_PARTNER.instalmentsOfPledge,
      currency: random() < 0.03 ? 'SEK' : 'EUR',
      quantity: null,
      unit: null,
      confirmedOn: day(start),
      from: day(start),
      to: day(start + 360),
      status: random() < 0.94 ? 'confirmed' : random() < 0.5 ? 'written-off' : 'withdrawn',
    })),
    instalments: dues.map(({ id, on, part }) => ({ pledgeId: id, dueOn: day(on), amountMinor: part, quantity: null })),
    receipts: dues
      .map((due) => ({ ...due, on: due.on + below(40), isPaid: random() < 0.9 }))
      .filter(({ on, isPaid }) => isPaid && on < DAYS)
      .map(({ id, on, part }) => ({
        pledgeId: id,
        receivedOn: day(on),
        amountMinor: random() < 0.01 ? -part : part,
        quantity: null,
      })),
    costs: [
      ...drafts.map(({ id, start }) => ({
        initiativeId: id,
        dueOn: day(Math.min(DAYS - 1, start + below(120))),
        amountMinor: 1_00 + below(500_00),
        currency: 'EUR',
      })),
      ...Array.from({ length: MONTHS }, (_, index) => ({
        initiativeId: null,
        dueOn: `${addMonths(FIRST_MONTH, index)}-20`,
        amountMinor: partners * 20_00,
        currency: 'EUR',
      })),
    ],
    reserves: Array.from({ length: MONTHS / 6 }, (_, index) => ({
      on: `${addMonths(FIRST_MONTH, index * 6)}-01`,
      amountMinor: partners * 300_00,
      currency: 'EUR',
    })),
  }
}

/** How many dated facts a history tells. */
export function factsOf(history: History): number {
  return Object.values(history).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}

/** Numbers in 0..1 that follow from the seed alone (a 32-bit multiply-and-mix generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
