import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { monthsAfter } from '../src/risks/what-if/months-after.ts'
import { type Adding, nothingAdded } from '../src/risks/what-if/question.ts'
import type { Gone } from '../src/risks/what-if/who-leaves.ts'
import { dayNumber } from '../src/values/day.ts'
import { monthIndex } from '../src/values/month.ts'
import {
  booking,
  cost,
  initiative,
  instalment,
  membership,
  part,
  promise,
  receipt,
  reserve,
  town,
} from './given-town.ts'

const may = monthIndex('2024-05')
const [june, july, august, september] = [may + 1, may + 2, may + 3, may + 4]
const nobody: Gone = { organisationIds: new Set(), alongIds: new Set(), spaceIds: new Set() }
const club: Gone = { ...nobody, organisationIds: new Set(['club']) }
const adding = (more: Partial<Adding>): Adding => ({ ...nothingAdded, ...more })
const joins = (initiativeId: string | null) => ({ sector: 'sport', initiativeId })

/** A club in a garden with a choir, alone in a shed, and about to begin a fair alone; a zoo and a bank beside it. */
const history: History = {
  ...town,
  memberships: [membership('club', '2024-01-05'), membership('zoo', '2024-06-05')],
  initiatives: [
    initiative('garden', '2024-02-10'),
    initiative('shed', '2024-02-10'),
    initiative('fair', '2024-07-10'),
    initiative('meals', '2024-08-10'),
  ],
  participations: [
    part('garden', 'club'),
    part('garden', 'choir', null, '2024-08-05'),
    part('garden', 'zoo', '2024-06-15'),
    part('shed', 'club'),
    part('fair', 'club'),
    part('meals', 'bank'),
  ],
  bookings: [
    booking('own', '2024-06-03'),
    booking('guest', '2024-06-04', { organisationId: 'zoo', hostId: 'club' }),
    booking('barn', '2024-06-05', { organisationId: 'zoo', spaceId: 'barn' }),
    booking('first in shed', '2024-06-06', { organisationId: 'zoo', initiativeId: 'shed' }),
    booking('next in shed', '2024-06-07', { organisationId: 'zoo', initiativeId: 'shed' }),
    booking('in garden', '2024-06-08', { organisationId: 'zoo', initiativeId: 'garden' }),
  ],
  pledges: [promise('gift', 'club'), promise('fee', 'bank'), promise('next', 'club', { confirmedOn: '2024-06-20' })],
  instalments: [instalment('gift', '2024-06-21', 3), instalment('fee', '2024-06-22', 4)],
  receipts: [receipt('gift', '2024-06-21', 3), receipt('fee', '2024-06-22', 4)],
  costs: [cost('2024-09-10', 'fair', 7), cost('2024-06-10')],
  reserves: [reserve('2024-06-30')],
}
const after = (gone: Gone, more: Adding = nothingAdded) => monthsAfter(history, may).changedBy(gone, more)
/** Who did something, by day of the month. */
const acts = (facts: ReturnType<typeof after>, month: string) =>
  facts
    ?.at(monthIndex(month))
    .organisationActs.map((one) => `${one.on - dayNumber(`${month}-01`) + 1} ${one.organisationId}`)
    .sort()

describe('the months after a departure', () => {
  it('are those without it where it changes nothing', () => {
    expect(after(nobody)).toBeNull()
    expect(after({ ...nobody, organisationIds: new Set(['stranger']), spaceIds: new Set(['tent']) })).toBeNull()
    expect(after(nobody, { pledges: [], partners: [], initiatives: [] })).toBeNull()
  })

  it('have no membership, initiative or participation of who left', () => {
    const facts = after(club)
    expect(facts?.at(may).membershipChanges).toEqual([{ organisationId: 'club', by: -1 }])
    expect(facts?.at(june).membershipChanges).toEqual([{ organisationId: 'zoo', by: 1 }])
    expect(facts?.at(may).ends).toEqual(['shed'])
    expect(
      facts
        ?.at(may)
        .leaves.map((one) => `${one.organisationId} from ${one.initiativeId}`)
        .sort(),
    ).toEqual(['club from garden', 'club from shed'])
    expect(facts?.at(june).joins.map((one) => one.organisationId)).toEqual(['zoo'])
    expect(facts?.at(august).leaves).toEqual([
      { initiativeId: 'garden', organisationId: 'choir', on: dayNumber('2024-08-05') },
    ])
    expect([facts?.at(july).starts, facts?.at(july).joins]).toEqual([[], []])
    expect(facts?.at(august).starts.map((one) => one.id)).toEqual(['meals'])
  })

  it('have what others book elsewhere, join, promise and pay', () => {
    const facts = after(club)
    expect(acts(facts, '2024-06')).toEqual(['15 zoo', '22 bank', '5 zoo', '8 zoo'])
    expect(facts?.at(june).initiativeActs.map((one) => one.initiativeId)).toEqual(['garden', 'garden'])
    expect(facts?.at(june).pledgesKnown).toEqual([])
    expect(facts?.at(june).dues.map((one) => [one.pledge.id, one.amountMinor])).toEqual([['fee', 4]])
    expect(facts?.at(june).payments.map((one) => [one.pledge.id, one.amountMinor])).toEqual([['fee', 4]])
    expect(facts?.at(june).reserves).toEqual([{ on: dayNumber('2024-06-30'), amountMinor: 100 }])
  })

  it('have the costs of what never begins, known when they fall due and not before', () => {
    const facts = after(club)
    expect(facts?.at(july).costsAhead).toEqual([])
    expect(facts?.at(september).costs).toEqual([{ isOfInitiative: true, amountMinor: 7 }])
    const others = after({ ...nobody, organisationIds: new Set(['bank']) })
    expect(others?.at(july).costsAhead).toEqual([{ isOfInitiative: true, month: september, amountMinor: 7 }])
  })

  it('of a space have everything but what was booked in it', () => {
    expect(acts(after({ ...nobody, spaceIds: new Set(['barn']) }), '2024-06')).toEqual([
      '15 zoo',
      '20 club',
      '21 club',
      '22 bank',
      '3 club',
      '4 club',
      '4 zoo',
      '6 zoo',
      '7 zoo',
      '8 zoo',
    ])
  })

  it('have the newcomers where they join, or beside everything', () => {
    const facts = after(nobody, adding({ partners: [joins('garden'), joins(null), joins('unknown')] }))
    expect(facts?.at(may).membershipChanges.map((one) => one.organisationId)).toEqual(
      [1, 2, 3].map((nth) => `supposed partner ${nth}`),
    )
    expect(facts?.at(may).joins).toEqual([
      { initiativeId: 'garden', organisationId: 'supposed partner 1', on: dayNumber('2024-05-01') },
    ])
    const pledges = [{ organisationId: null, amountMinor: 60, months: 3, route: 'donation' }]
    expect(
      after(nobody, adding({ pledges }))
        ?.at(may)
        .pledgesKnown.map((one) => one.id),
    ).toEqual(['supposed pledge 1'])
  })

  it('are put together once', () => {
    const facts = after(club)
    expect(facts?.at(june)).toBe(facts?.at(june))
  })

  it('are as unknown as they were where something is not kept', () => {
    const unknown = {
      memberships: null,
      bookings: null,
      pledges: null,
      instalments: null,
      receipts: null,
      costs: null,
      reserves: null,
    }
    const facts = monthsAfter({ ...history, ...unknown }, may).changedBy(club, nothingAdded)
    expect(facts?.history).toMatchObject(unknown)
    expect(facts?.at(may).ends).toEqual(['shed'])
  })
})
