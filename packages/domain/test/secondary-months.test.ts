import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { incomeGroups } from '../src/risks/secondary/income-groups.ts'
import { secondaryFacts, type SecondaryMonth } from '../src/risks/secondary/secondary-facts.ts'
import { dayNumber } from '../src/values/day.ts'
import { monthFromIndex, monthIndex } from '../src/values/month.ts'
import { booking, initiative, instalment, part, promise, receipt, town } from './given-town.ts'

const nothing: History = {
  ...town,
  memberships: [],
  initiatives: [initiative('a', '2024-02-10'), initiative('b', null)],
  participations: [],
  bookings: [],
  pledges: [],
  instalments: [],
  receipts: [],
  costs: [],
  reserves: [],
}
const on = dayNumber

/** What a month has to say to the secondary flags, lists that are empty left out. */
function saidIn(month: string, more: Partial<History>): Partial<SecondaryMonth> {
  const facts = secondaryFacts(datedFacts({ ...nothing, ...more })).at(monthIndex(month))
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => (list as unknown[]).length > 0))
}
const firstMonth = (more: Partial<History>) => secondaryFacts(datedFacts({ ...nothing, ...more })).firstMonth

describe('what the other signs read of a month', () => {
  it('is who leads, from joining on', () => {
    const lead = (role: string, from: string | null = null, to: string | null = null, id = 'a') => ({
      ...part(id, 'club', from, to),
      role,
    })
    const of = (month: string, ...participations: ReturnType<typeof lead>[]) => saidIn(month, { participations })
    const one = [{ initiativeId: 'a', organisationId: 'club' }]
    expect([of('2024-02', lead('lead')), of('2024-02', lead('co-lead')), of('2024-02', lead('contributor'))]).toEqual([
      { leadJoins: one },
      { leadJoins: one },
      {},
    ])
    expect(of('2024-02', lead('lead', '2024-01-01'))).toEqual({ leadJoins: one })
    expect(of('2024-03', lead('lead', '2024-03-01', '2024-03-01'))).toEqual({
      leadJoins: one,
      leadLeaves: one.map((lead) => ({ ...lead, on: dayNumber('2024-03-01') })),
    })
    expect(of('2024-03', lead('lead', '2024-03-02', '2024-03-01'))).toEqual({})
    expect(of('2024-03', lead('lead', '2024-03-02', null, 'b'), lead('lead', '2024-03-02', null, 'x'))).toEqual({})
    expect(of('2024-03', lead('lead', '2024-03-02'), lead('lead', '2024-03-02')).leadJoins).toHaveLength(1)
    expect(of('2024-03', lead('lead', '2024-03-02'), lead('lead', '2024-03-03')).leadJoins).toHaveLength(2)
  })

  it('is who coordinates, by days and minutes, to their end or that of the plan', () => {
    const coordination = (from: string | null, to: string | null, hours: number | null = null, initiativeId = 'a') => ({
      initiativeId,
      personId: 'ada',
      from,
      to,
      hours,
    })
    const of = (month: string, ...coordinations: ReturnType<typeof coordination>[]) => saidIn(month, { coordinations })
    const span = (from: string, to: string | null, minutes: number | null = null) => ({
      initiativeId: 'a',
      personId: 'ada',
      from: on(from),
      to: to === null ? null : on(to),
      minutes,
    })
    expect(of('2024-02', coordination(null, null, 1.51))).toEqual({
      coordinationsBegun: [span('2024-02-10', '2024-12-31', 91)],
    })
    expect(of('2024-03', coordination('2024-03-05', '2024-03-20', 2))).toEqual({
      coordinationsBegun: [span('2024-03-05', '2024-03-20', 120)],
      coordinationsEnded: [span('2024-03-05', '2024-03-20', 120)],
    })
    expect(of('2024-03', coordination('2024-03-05', '2024-03-05')).coordinationsBegun).toEqual([
      span('2024-03-05', '2024-03-06'),
    ])
    expect(of('2024-03', coordination('2024-03-05', '2024-03-04'))).toEqual({})
    expect(of('2025-02', coordination('2025-02-05', null)).coordinationsBegun).toEqual([
      span('2025-02-05', '2025-02-06'),
    ])
    expect(of('2024-03', coordination('2024-03-05', null, 1, 'b'), coordination('2024-03-05', null, 1, 'x'))).toEqual(
      {},
    )
    const open = saidIn('2024-03', {
      initiatives: [initiative('a', '2024-02-10', { plannedEndOn: null })],
      coordinations: [coordination('2024-03-05', null)],
    })
    expect(open.coordinationsBegun).toEqual([span('2024-03-05', null)])
    expect(
      of('2024-03', coordination('2024-03-05', null, 1), coordination('2024-03-05', null, 9)).coordinationsBegun,
    ).toHaveLength(1)
  })

  it('is where people met, and what was booked for nothing', () => {
    const spaces = [{ id: 'hall', kind: 'physical', hostId: null, from: null, to: null }]
    const of = (status: string, more = {}) =>
      saidIn('2024-05', {
        spaces,
        bookings: [
          booking('b', '2024-05-03', { status, hours: 1.5, initiativeId: 'a', hostId: 'bank', attendance: 7, ...more }),
        ],
      })
    const meeting = {
      initiativeId: 'a',
      organisationId: 'club',
      hostId: 'bank',
      kind: 'physical',
      minutes: 90,
      attendance: 7,
    }
    for (const status of ['confirmed', 'attended']) expect(of(status)).toEqual({ meetings: [meeting] })
    for (const status of ['released', 'cancelled']) expect(of(status)).toEqual({ bookingsLost: [1] })
    for (const status of ['requested', 'declined']) expect(of(status)).toEqual({})
    expect(of('attended', { spaceId: 'elsewhere', attendance: null }).meetings).toEqual([
      { ...meeting, kind: null, attendance: null },
    ])
  })

  it('is income that is not money of the community, each in its own unit', () => {
    const kinds = [
      promise('own', 'club'),
      promise('grant', 'club', { kind: 'freedom-grant', currency: null }),
      promise('kroner', 'club', { currency: 'SEK' }),
      promise('goods', 'club', { kind: 'in-kind' }),
      promise('room', 'club', { kind: 'space-hours', currency: null, unit: 'hour' }),
      promise('odd', 'club', { kind: 'time', unit: null }),
    ]
    const receipts = [
      ...kinds.map((one) => receipt(one.id, '2024-05-03', one.id === 'room' || one.id === 'odd' ? null : 10)),
      receipt('unknown', '2024-05-03'),
    ].map((one) => (one.pledgeId === 'room' || one.pledgeId === 'odd' ? { ...one, quantity: 2.5 } : one))
    const income = [
      { unit: 'currency SEK', amount: 10 },
      { unit: 'in-kind EUR', amount: 10 },
      { unit: 'space-hours hour', amount: 2500 },
      { unit: 'time -', amount: 2500 },
    ]
    expect(saidIn('2024-05', { pledges: kinds, receipts }).otherIncome).toEqual(income)
    const instalments = [instalment('kroner', '2024-05-03', 4), instalment('lost', '2024-05-03', 4)]
    const lost = promise('lost', 'club', { currency: 'SEK', status: 'written-off' })
    expect(saidIn('2024-05', { pledges: [...kinds, lost], instalments, receipts: null }).otherIncome).toEqual([
      { unit: 'currency SEK', amount: 4 },
    ])
    expect(
      saidIn('2024-05', { pledges: [lost], receipts: [receipt('lost', '2024-05-03', 4)] }).otherIncome,
    ).toHaveLength(1)
    expect(saidIn('2024-05', { pledges: [...kinds, lost], instalments, receipts: [] })).toEqual({})
  })

  it('is who acts for whom and which doors stand open, from the first fact on where nothing says since when', () => {
    const acts = (from: string | null, to: string | null, capacity = 'partner') => ({
      personId: 'ada',
      organisationId: 'club',
      capacity,
      isPaid: true,
      from,
      to,
    })
    const one = { personId: 'ada', organisationId: 'club', isPaid: true }
    const of = (month: string, ...representations: ReturnType<typeof acts>[]) => saidIn(month, { representations })
    expect([
      of('2024-02', acts(null, null)),
      of('2024-02', acts('2023-01-01', null)),
      of('2024-03', acts('2024-03-09', null)),
    ]).toEqual(Array.from({ length: 3 }, () => ({ representationsBegun: [one] })))
    expect(of('2024-03', acts('2024-03-09', '2024-03-09'))).toEqual({
      representationsBegun: [one],
      representationsEnded: [{ ...one, on: dayNumber('2024-03-09') }],
    })
    expect(of('2024-03', acts('2024-03-09', '2024-03-08'))).toEqual({})
    expect(of('2024-02', acts(null, '2024-01-31'))).toEqual({})
    expect(of('2024-02', acts(null, '2024-02-01'))).toEqual({
      representationsBegun: [one],
      representationsEnded: [{ ...one, on: dayNumber('2024-02-01') }],
    })
    expect(of('2024-02', acts(null, null), acts(null, null)).representationsBegun).toHaveLength(1)
    expect(of('2024-02', acts(null, null), acts(null, null, 'chair')).representationsBegun).toHaveLength(2)
    const space = (kind: string, from: string | null, to: string | null) =>
      saidIn('2024-03', { spaces: [{ id: 'hall', kind, hostId: null, from, to }] })
    for (const kind of ['physical', 'hybrid'])
      expect(space(kind, '2024-03-09', '2024-03-09')).toEqual({
        doorsOpened: ['hall'],
        doorsClosed: [{ id: 'hall', on: dayNumber('2024-03-09') }],
      })
    expect([
      space('digital', '2024-03-09', null),
      space('physical', '2024-03-09', '2024-03-08'),
      space('physical', null, '2024-01-31'),
    ]).toEqual([{}, {}, {}])
  })

  it('begins with the first fact of either kind', () => {
    expect(firstMonth({ initiatives: [] })).toBeNull()
    expect(monthFromIndex(firstMonth({}) ?? 0)).toBe('2024-02')
    const lost = { bookings: [booking('b', '2023-05-03', { status: 'released' })] }
    expect(monthFromIndex(firstMonth(lost) ?? 0)).toBe('2023-05')
    expect(monthFromIndex(firstMonth({ ...lost, initiatives: [] }) ?? 0)).toBe('2023-05')
    expect(
      saidIn('2024-02', {
        initiatives: [],
        spaces: [{ id: 'hall', kind: 'physical', hostId: null, from: '2024-02-01', to: null }],
      }),
    ).toEqual({})
  })
})

describe('income by its groups', () => {
  const organisations = [
    { id: 'council', sector: 'local-government', legalStatus: 'public', parentId: null },
    { id: 'office', sector: 'social', legalStatus: 'public', parentId: 'council' },
    { id: 'club', sector: 'sport', legalStatus: 'civic', parentId: null },
    { id: 'platform', sector: 'ngo', legalStatus: 'civic', parentId: null, isPassThrough: true },
  ]
  const pledges = [
    promise('p1', 'council'),
    promise('p2', 'office', { route: 'local-budget' }),
    promise('p3', 'club'),
    promise('p4', 'platform', { route: 'sponsorship' }),
    promise('p5', 'stranger'),
  ]
  const read = (receipts: NonNullable<History['receipts']>, more: Partial<History> = {}) => {
    const facts = datedFacts({ ...nothing, organisations, pledges, receipts, ...more })
    const income = incomeGroups(facts, 12, parameters.funding)
    for (let month = monthIndex('2023-06'); month <= monthIndex('2024-06'); month += 1) {
      income.absorb(month - 1, facts.at(month - 1))
      income.slideTo(month)
    }
    return income
  }
  const all = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id, index) => receipt(id, '2024-05-03', 10 * (index + 1)))

  it('is spread over funders, their bodies, sectors and routes', () => {
    const { funder, parent, sector, route } = read(all).spread()
    // 10 and 20 are of one body; who is not on record is of no sector told.
    expect([funder?.n, parent?.n, sector?.n, route?.n]).toEqual([5, 4, 5, 3])
    expect([funder?.reliance, parent?.reliance, sector?.reliance, route?.reliance]).toEqual([
      50 / 150,
      50 / 150,
      50 / 150,
      90 / 150,
    ])
    expect(parent?.hhi).toBeCloseTo((30 ** 2 + 30 ** 2 + 40 ** 2 + 50 ** 2) / 150 ** 2, 12)
  })

  it('is set beside itself without those who hand it on', () => {
    expect(read(all).spread().passThrough).toMatchObject({
      organisationIds: ['platform'],
      with: { n: 4, reliance: 50 / 150, level: 1 },
      without: { n: 3, reliance: 50 / 110, level: 1 },
      levelsDiffer: false,
    })
    expect(read(all.slice(0, 3)).spread().passThrough).toBeNull()
    expect(read([receipt('p4', '2024-05-03')]).spread().passThrough).toMatchObject({
      with: { level: 3, n: 1 },
      without: { level: null, n: 0, reliance: null, effectiveFunders: null },
      levelsDiffer: true,
    })
  })

  it('tells what is public and local, and what one body gives', () => {
    expect(read(all).publicPart()).toEqual({ public: 30, local: 30, whole: 150 })
    expect([
      read(all).ofFunder('council'),
      read(all).ofFunder('office'),
      read([receipt('p1', '2024-05-03', -4)]).ofFunder('council'),
    ]).toEqual([30, 0, 0])
    expect(read([...all, receipt('p3', '2024-05-09', -40)]).publicPart()).toEqual({ public: 30, local: 30, whole: 120 })
  })

  it('begins with the first, and is unknown where nothing is kept', () => {
    expect([read([]).firstMonth(), monthFromIndex(read(all).firstMonth() ?? 0), read(all).isKnown]).toEqual([
      null,
      '2024-05',
      true,
    ])
    const unknown = read([], { receipts: null, instalments: null })
    expect([unknown.isKnown, unknown.spread()]).toEqual([
      false,
      { funder: null, parent: null, sector: null, route: null, passThrough: null },
    ])
  })
})
