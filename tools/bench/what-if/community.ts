import type { History } from '../../../packages/domain/src/risks/history.ts'
import { addDays } from '../../../packages/domain/src/values/day.ts'

const FIRST_DAY = '2022-01-01'
const MONTHS = 60
const DAYS = MONTHS * 30
export const PRESENT = '2026-12'

/** A community of a size, the same every time: five years of joint work, three pledges a partner, five bookings an initiative. */
export function communityOf(partners: number, initiatives: number): History {
  const random = seeded(20_261_126)
  const upTo = (most: number) => Math.floor(random() * most)
  const id = (kind: number, index: number) => `0000000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`
  const work = Array.from({ length: initiatives }, (_, index) => {
    const begins = upTo(DAYS)
    const lasts = 90 + upTo(400)
    const hasEnded = begins + lasts < DAYS && random() < 0.6
    return {
      id: id(1, index),
      kind: 'joint',
      startedOn: addDays(FIRST_DAY, begins),
      plannedEndOn: addDays(FIRST_DAY, begins + lasts),
      endedOn: hasEnded ? addDays(FIRST_DAY, begins + lasts) : null,
      endState: null,
    }
  })
  const pledges = Array.from({ length: partners * 3 }, (_, index) => {
    const from = addDays(FIRST_DAY, upTo(DAYS))
    return {
      id: id(2, index),
      initiativeId: id(1, upTo(initiatives)),
      organisationId: id(0, index % partners),
      kind: 'cash',
      route: 'donation',
      amountMinor: 120_000,
      currency: 'EUR',
      quantity: null,
      unit: null,
      confirmedOn: from,
      from,
      to: addDays(from, 719),
      status: 'confirmed',
    }
  })
  const instalments = pledges.flatMap((one) =>
    Array.from({ length: 12 }, (_, part) => ({
      pledgeId: one.id,
      dueOn: addDays(one.from, 60 * part),
      amountMinor: 10_000,
      quantity: null,
    })),
  )
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: Array.from({ length: partners }, (_, index) => ({
      id: id(0, index),
      sector: index % 9 === 0 ? 'local-government' : 'ngo',
      legalStatus: index % 9 === 0 ? 'public' : 'civic',
      parentId: null,
    })),
    memberships: Array.from({ length: partners }, (_, index) => ({
      organisationId: id(0, index),
      state: 'active',
      from: FIRST_DAY,
      to: null,
    })),
    initiatives: work,
    participations: work.flatMap((one) =>
      [...new Set(Array.from({ length: 2 + upTo(4) }, () => upTo(partners)))].map((partner, index) => ({
        initiativeId: one.id,
        organisationId: id(0, partner),
        role: index === 0 ? 'lead' : 'contributor',
        from: null,
        to: null,
      })),
    ),
    bookings: Array.from({ length: initiatives * 5 }, (_, index) => {
      const on = addDays(FIRST_DAY, upTo(DAYS + 90))
      return {
        id: id(3, index),
        spaceId: id(4, index % 40),
        initiativeId: id(1, upTo(initiatives)),
        organisationId: id(0, upTo(partners)),
        hostId: id(0, (index % 40) % partners),
        startsOn: on,
        endsOn: on,
        hours: 2,
        status: 'confirmed',
      }
    }),
    pledges,
    instalments,
    receipts: instalments
      .filter((one) => one.dueOn < `${PRESENT}-01`)
      .map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    costs: Array.from({ length: MONTHS + 12 }, (_, index) => ({
      initiativeId: null,
      dueOn: addDays(FIRST_DAY, index * 30),
      amountMinor: 1_000_000,
      currency: 'EUR',
    })),
    reserves: [{ on: '2026-11-01', amountMinor: 5_000_000, currency: 'EUR' }],
  }
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
