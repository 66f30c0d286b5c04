import { describe, expect, it } from 'vitest'
import { withoutFact } from '../src/risks/explain-signs/without-fact.ts'
import type { History } from '../src/risks/history.ts'
import { actsFor, coordinates, meeting, space } from './given-signs.ts'
import { instalment, part, promise, receipt, town } from './given-town.ts'

const told: History = {
  ...town,
  participations: [part('garden', 'club'), part('meals', 'club'), part('meals', 'bank')],
  bookings: [
    meeting('of the garden', 'hall', 'bank', { initiativeId: 'garden' }),
    meeting('of the club', 'hall', 'bank', { organisationId: 'club' }),
    meeting('at the club', 'hut', 'club'),
    meeting('of others', 'hall', 'bank'),
  ],
  pledges: [promise('gift', 'club'), promise('fee', 'bank', { initiativeId: 'meals' }), promise('loan', 'bank')],
  instalments: [instalment('gift', '2024-02-20'), instalment('fee', '2024-02-20'), instalment('loan', '2024-02-20')],
  receipts: [receipt('gift', '2024-02-20'), receipt('fee', '2024-02-20'), receipt('loan', '2024-02-20')],
  coordinations: [coordinates('ada', 'garden'), coordinates('ben', 'garden'), coordinates('ada', 'meals')],
  representations: [actsFor('ada', 'club'), actsFor('ben', 'club'), actsFor('ada', 'bank')],
  spaces: [space('hall', 'physical', 'bank'), space('hut', 'physical', 'club')],
}

/** What is no more, by kind of record. */
function gone(left: History): Record<string, unknown[]> {
  const lists = Object.entries(told).flatMap(([name, value]) => {
    const now = left[name as keyof History]
    if (!Array.isArray(value) || !Array.isArray(now)) return []
    const kept = new Set<unknown>(now)
    expect([name, now.every((one) => value.includes(one as never))]).toEqual([name, true])
    const missing = (value as unknown[]).filter((one) => !kept.has(one))
    return missing.length > 0 ? [[name, missing] as const] : []
  })
  return Object.fromEntries(lists)
}

describe('a history without a fact', () => {
  it('is without an initiative and all that was done for it', () => {
    expect(gone(withoutFact.initiative(told, 'garden'))).toEqual({
      initiatives: [town.initiatives[0]],
      participations: [part('garden', 'club')],
      bookings: told.bookings?.slice(0, 1),
      coordinations: [coordinates('ada', 'garden'), coordinates('ben', 'garden')],
    })
    expect(gone(withoutFact.initiative(told, 'meals'))).toMatchObject({
      pledges: [{ id: 'fee' }],
      instalments: [{ pledgeId: 'fee' }],
      receipts: [{ pledgeId: 'fee' }],
    })
  })

  it('is without a partner and all it does, books, hosts, offers and pays', () => {
    expect(gone(withoutFact.partner(told, 'club'))).toEqual({
      participations: [part('garden', 'club'), part('meals', 'club')],
      bookings: told.bookings?.slice(1, 3),
      spaces: [space('hut', 'physical', 'club')],
      representations: [actsFor('ada', 'club'), actsFor('ben', 'club')],
      pledges: told.pledges?.slice(0, 1),
      instalments: told.instalments?.slice(0, 1),
      receipts: told.receipts?.slice(0, 1),
    })
  })

  it('is without what a person coordinates and whom they act for', () => {
    expect(gone(withoutFact.person(told, 'ada'))).toEqual({
      coordinations: [coordinates('ada', 'garden'), coordinates('ada', 'meals')],
      representations: [actsFor('ada', 'club'), actsFor('ada', 'bank')],
    })
  })

  it('keeps unknown what nobody keeps', () => {
    const unkept = {
      ...told,
      bookings: null,
      pledges: null,
      instalments: null,
      receipts: null,
      coordinations: null,
      representations: null,
      spaces: null,
    }
    for (const kind of ['initiative', 'partner', 'person'] as const)
      expect(withoutFact[kind](unkept, 'nobody')).toMatchObject({ ...unkept })
    // Pledges without what is due or was paid of them.
    const promised = { ...told, instalments: null, receipts: null }
    expect(withoutFact.partner(promised, 'club')).toMatchObject({
      pledges: told.pledges?.slice(1),
      instalments: null,
      receipts: null,
    })
  })
})
