import { describe, expect, it } from 'vitest'
import { datedFacts, type MonthFacts } from '../src/risks/dated-facts.ts'
import { funderGroups, funderOf, isOwnCash } from '../src/risks/funders.ts'
import type { History } from '../src/risks/history.ts'
import { evaluate } from '../src/risks/timeline.ts'
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

const nothing: History = {
  ...town,
  memberships: [],
  initiatives: [],
  participations: [],
  bookings: [],
  pledges: [],
  instalments: [],
  receipts: [],
  costs: [],
  reserves: [],
}

/** What a month has to say, lists that are empty left out. */
function saidIn(month: string, more: Partial<History>): Partial<MonthFacts> {
  const facts = datedFacts({ ...nothing, ...more }).at(monthIndex(month))
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => (list as unknown[]).length > 0))
}
const on = dayNumber

describe('the months of facts', () => {
  it('are none without facts', () => {
    expect(datedFacts(nothing).firstMonth).toBeNull()
    expect(saidIn('2024-01', {})).toEqual({})
  })

  it('tell of members who joined and left, if they were members', () => {
    const of = (month: string, ...memberships: ReturnType<typeof membership>[]) =>
      saidIn(month, { memberships }).membershipChanges
    expect(of('2024-01', membership('club', '2024-01-05'))).toEqual([{ organisationId: 'club', by: 1 }])
    expect(of('2024-01', membership('club', '2024-01-05', '2024-01-05'))).toEqual([
      { organisationId: 'club', by: 1 },
      { organisationId: 'club', by: -1 },
    ])
    expect(of('2024-01', membership('club', '2024-01-05', '2024-01-04'))).toBeUndefined()
    expect(of('2024-01', membership('club', '2024-01-05', null, 'applied'))).toBeUndefined()
  })

  it('tell of initiatives that began and ended, the end never before the beginning', () => {
    const initiatives = [
      initiative('a', '2024-02-10', { endedOn: '2024-01-10' }),
      initiative('b', null),
      initiative('c', '2024-02-11', { plannedEndOn: null }),
    ]
    expect(saidIn('2024-02', { initiatives })).toEqual({
      starts: [
        { id: 'a', startedOn: on('2024-02-10'), plannedEndOn: on('2024-12-31') },
        { id: 'c', startedOn: on('2024-02-11'), plannedEndOn: null },
      ],
      ends: ['a'],
    })
    expect(datedFacts({ ...nothing, initiatives: [initiative('b', null)] }).firstMonth).toBeNull()
  })

  it('tell of who joined and left; joining later is an act of the initiative, too', () => {
    const of = (month: string, ...participations: ReturnType<typeof part>[]) =>
      saidIn(month, { initiatives: [initiative('a', '2024-02-10'), initiative('b', null)], participations })
    const joined = (day: string) => ({
      joins: [{ initiativeId: 'a', organisationId: 'club', on: on(day) }],
      organisationActs: [{ organisationId: 'club', on: on(day) }],
    })
    expect(of('2024-02', part('a', 'club', '2024-01-01'))).toMatchObject(joined('2024-02-10'))
    expect(of('2024-02', part('a', 'club', '2024-01-01')).initiativeActs).toBeUndefined()
    expect(of('2024-03', part('a', 'club', '2024-03-01', '2024-03-01'))).toEqual({
      ...joined('2024-03-01'),
      initiativeActs: [{ initiativeId: 'a', on: on('2024-03-01') }],
      leaves: [{ initiativeId: 'a', organisationId: 'club', on: on('2024-03-01') }],
    })
    expect(
      of(
        '2024-03',
        part('a', 'club', '2024-03-02', '2024-03-01'),
        part('b', 'club', '2024-03-02'),
        part('x', 'club', '2024-03-02'),
      ),
    ).toEqual({})
    expect(of('2024-03', part('a', 'club', '2024-03-01'), part('a', 'club', '2024-03-01')).joins).toHaveLength(1)
    expect(of('2024-03', part('a', 'club', '2024-03-01'), part('a', 'club', '2024-03-02')).joins).toHaveLength(2)
  })

  it('tell of bookings as acts: of who asks, and where it stood, of the host and the initiative', () => {
    const of = (status: string, more = {}) =>
      saidIn('2024-05', { bookings: [booking('b', '2024-05-03', { status, ...more })] })
    const by = (...ids: string[]) => ids.map((organisationId) => ({ organisationId, on: on('2024-05-03') }))
    const all = { hostId: 'bank', initiativeId: 'a' }
    expect(of('requested', all)).toEqual({ organisationActs: by('club') })
    for (const status of ['confirmed', 'attended'])
      expect(of(status, all)).toEqual({
        organisationActs: by('club', 'bank'),
        initiativeActs: [{ initiativeId: 'a', on: on('2024-05-03') }],
      })
    expect(of('confirmed')).toEqual({ organisationActs: by('club') })
    for (const status of ['cancelled', 'released', 'declined']) expect(of(status, all)).toEqual({})
  })

  it('tell of a promise on the day it is known, and of what falls due not before that', () => {
    const unsaid = { confirmedOn: null, from: null, to: null, initiativeId: 'a' }
    const instalments = [
      instalment('p', '2024-08-20'),
      instalment('p', '2024-06-20'),
      instalment('p', '2024-09-20', null),
    ]
    const of = (month: string, more: object, dues = instalments) =>
      saidIn(month, { pledges: [promise('p', 'club', { ...unsaid, ...more })], instalments: dues })
    const known = of('2024-07', { confirmedOn: '2024-07-01', from: '2024-01-01' })
    expect(known).toMatchObject({
      organisationActs: [{ organisationId: 'club', on: on('2024-07-01') }],
      initiativeActs: [{ initiativeId: 'a', on: on('2024-07-01') }],
      dues: [{ on: on('2024-07-01'), amountMinor: 10 }],
    })
    expect(known.pledgesKnown).toHaveLength(1)
    expect(of('2024-05', { from: '2024-05-01' }).pledgesKnown).toHaveLength(1)
    expect(of('2024-06', {}).pledgesKnown).toHaveLength(1)
    expect(of('2024-06', { initiativeId: null }).initiativeActs).toBeUndefined()
    expect(of('2024-09', {}).dues).toBeUndefined()
    expect(of('2024-04', { to: '2024-04-30' }, []).pledgesKnown).toHaveLength(1)
    expect(datedFacts({ ...nothing, pledges: [promise('p', 'club', unsaid)] }).firstMonth).toBeNull()
    expect(of('2024-06', { currency: 'SEK' }).dues).toBeUndefined()
    for (const status of ['offered', 'withdrawn']) expect(of('2024-06', { status })).toEqual({})
    expect(of('2024-06', { status: 'written-off' }).dues).toHaveLength(1)
  })

  it('tell of money received, of known promises, in the currency of the community', () => {
    const of = (more: object, ...receipts: ReturnType<typeof receipt>[]) =>
      saidIn('2024-05', { pledges: [promise('p', 'club', { initiativeId: 'a', ...more })], receipts })
    const acted = {
      organisationActs: [{ organisationId: 'club', on: on('2024-05-03') }],
      initiativeActs: [{ initiativeId: 'a', on: on('2024-05-03') }],
    }
    expect(of({}, receipt('p', '2024-05-03'))).toMatchObject({
      ...acted,
      payments: [{ on: on('2024-05-03'), amountMinor: 10 }],
    })
    expect(of({}, receipt('p', '2024-05-03', null))).toEqual(acted)
    expect(of({ kind: 'in-kind' }, receipt('p', '2024-05-03'))).toEqual(acted)
    expect(of({ initiativeId: null }, receipt('p', '2024-05-03')).initiativeActs).toBeUndefined()
    expect(of({}, receipt('x', '2024-05-03'))).toEqual({})
  })

  it('tell of costs when they are due, and of planned ones when they are known', () => {
    const initiatives = [initiative('a', '2024-02-10')]
    const of = (month: string, ...costs: (ReturnType<typeof cost> & { knownOn?: string })[]) => {
      const { costs: now, costsAhead } = saidIn(month, { initiatives, costs })
      return [now, costsAhead]
    }
    const may = monthIndex('2024-05')
    expect(of('2024-05', cost('2024-05-03'))).toEqual([[{ isOfInitiative: false, amountMinor: 5 }], undefined])
    expect(of('2024-05', cost('2024-05-03', 'a'))).toEqual([[{ isOfInitiative: true, amountMinor: 5 }], undefined])
    expect(of('2024-02', cost('2024-05-03', 'a'))).toEqual([
      undefined,
      [{ isOfInitiative: true, month: may, amountMinor: 5 }],
    ])
    expect(of('2024-03', { ...cost('2024-05-03', 'a'), knownOn: '2024-03-01' })[1]).toHaveLength(1)
    expect(of('2024-03', { ...cost('2024-05-03'), knownOn: '2024-03-01' })).toEqual([
      undefined,
      [{ isOfInitiative: false, month: may, amountMinor: 5 }],
    ])
    expect(of('2024-05', { ...cost('2024-05-03'), knownOn: '2024-05-03' })[1]).toBeUndefined()
    expect(of('2024-05', { ...cost('2024-05-03'), knownOn: '2024-06-03' })[1]).toBeUndefined()
    expect(of('2024-05', cost('2024-05-03', 'unknown'))).toEqual([
      [{ isOfInitiative: true, amountMinor: 5 }],
      undefined,
    ])
    expect(of('2024-05', { ...cost('2024-05-03'), currency: 'SEK' })).toEqual([undefined, undefined])
  })

  it('tell of reserves in the currency of the community', () => {
    expect(
      saidIn('2024-05', { reserves: [reserve('2024-05-31'), { ...reserve('2024-05-31'), currency: 'SEK' }] }),
    ).toEqual({
      reserves: [{ on: on('2024-05-31'), amountMinor: 100 }],
    })
  })
})

describe('funders', () => {
  const body = (id: string, legalStatus: string, parentId: string | null, sector = 'other') => ({
    id,
    legalStatus,
    parentId,
    sector,
  })
  const organisations = [
    body('ministry', 'public', null),
    body('council', 'public', 'ministry', 'local-government'),
    body('office', 'public', 'council'),
    body('holding', 'private', null),
    body('shop', 'private', 'holding', 'local-government'),
    body('one', 'public', 'other'),
    body('other', 'public', 'one'),
    body('orphan', 'civic', 'nobody'),
  ]

  it('count as the public body that controls them, however far up', () => {
    const funder = funderOf({ ...nothing, organisations })
    expect(['ministry', 'council', 'office', 'shop', 'orphan', 'stranger'].map(funder)).toEqual([
      'ministry',
      'ministry',
      'ministry',
      'shop',
      'orphan',
      'stranger',
    ])
    expect(['one', 'other']).toContain(funder('one'))
  })

  it('are public, local or private as their bodies are', () => {
    const groups = funderGroups({ ...nothing, organisations })
    expect([...groups.publicFunders].sort()).toEqual(['council', 'ministry', 'office', 'one', 'other'])
    expect([...groups.localPublicFunders]).toEqual(['council'])
    expect([...groups.privateOrganisations]).toEqual(['holding', 'shop'])
  })

  it('give income in money of the community alone', () => {
    const is = (more: object) => isOwnCash(promise('p', 'club', more), 'EUR')
    expect([
      is({}),
      is({ currency: null }),
      is({ kind: 'freedom-grant' }),
      is({ currency: 'SEK' }),
      is({ kind: 'in-kind' }),
    ]).toEqual([true, true, true, false, false])
  })
})

describe('a month before any fact', () => {
  const blank = (more: Partial<History>) => evaluate({ ...town, ...more }, '2023-01')

  it('knows what is kept from what is not, and waits for nothing', () => {
    const { stagnation, funding } = blank({})
    expect(stagnation).toMatchObject({
      level: 'insufficient-data',
      reason: 'no-history',
      insufficientSince: null,
      isStale: false,
      heldLevel: 'none',
    })
    expect(funding).toMatchObject({
      level: 'insufficient-data',
      reason: 'no-history',
      insufficientSince: null,
      isStale: false,
    })
    expect(stagnation.reported.dormancy.reason).toBe('too-few')
    expect([funding.sublevels.fulfilment.reason, funding.sublevels.cliff.reason]).toEqual(['too-few', 'too-few'])
    expect([funding.sublevels.runway.reason, funding.readings.incomeFrom]).toEqual(['unknown-source', 'receipts'])
    expect(blank({ memberships: null }).stagnation.reported.dormancy.reason).toBe('unknown-source')
    expect(blank({ pledges: null }).funding.sublevels.cliff.reason).toBe('unknown-source')
    expect(blank({ receipts: null }).funding.readings.incomeFrom).toBe('instalments')
    expect(blank({ receipts: null }).funding.sublevels.fulfilment.reason).toBe('unknown-source')
    expect(blank({ instalments: null, receipts: null }).funding.reason).toBe('unknown-source')
  })

  it('sees nothing of what is to come', () => {
    const { funding } = blank({})
    expect(funding.sublevels.concentration.n + funding.sublevels.runway.n + funding.sublevels.cliff.n).toBe(0)
    expect(funding.sublevels.runway.reservesMinor).toBeNull()
  })
})
