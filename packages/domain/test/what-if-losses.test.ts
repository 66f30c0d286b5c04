import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { networkAfter, runningTies } from '../src/risks/what-if/cut-off.ts'
import { lossesOf } from '../src/risks/what-if/losses.ts'
import { type Gone } from '../src/risks/what-if/who-leaves.ts'
import { monthIndex } from '../src/values/month.ts'
import { graphOf } from '../src/risks/network/graph.ts'
import { instalment, promise, receipt, town } from './given-town.ts'

const gone = (organisationIds: readonly string[], spaceIds: readonly string[] = []): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(spaceIds),
})
const [may, august] = [monthIndex('2024-05'), monthIndex('2024-08')]

describe('what is lost', () => {
  const losses = (more: Partial<History>, who = ['club']) => lossesOf({ ...town, ...more }, gone(who), may, august)

  it('is what falls due from the month on to the end, of what is confirmed and known', () => {
    const dues = ['2024-04-30', '2024-05-01', '2024-07-31', '2024-08-01'].map((on, index) =>
      instalment('gift', on, 10 ** index),
    )
    const read = losses({
      instalments: [...dues, instalment('gift', '2024-06-01', null), instalment('fee', '2024-06-01', 7)],
    })
    expect(read.money).toMatchObject({
      byMonth: [
        { month: '2024-05', amountMinor: 10 },
        { month: '2024-07', amountMinor: 100 },
      ],
      amountMinor: 110,
      otherCurrencies: [],
      unplanned: { pledges: 0, amountMinor: 0 },
    })
    expect(read.pledgeIds).toEqual(['gift'])
    const of = (change: object) =>
      losses({ pledges: [promise('gift', 'club', change)], instalments: dues }).money?.amountMinor
    expect([
      of({}),
      of({ status: 'offered' }),
      of({ confirmedOn: '2024-05-01' }),
      of({ confirmedOn: '2024-04-30' }),
      of({ confirmedOn: null, from: null }),
    ]).toEqual([110, 0, 0, 110, 110])
  })

  it('is owed already where it fell due before and was not received before', () => {
    const instalments = [
      instalment('gift', '2024-04-30', 10),
      instalment('gift', '2024-05-01', 5),
      instalment('gift', '2024-03-01', null),
    ]
    const owed = (...receipts: ReturnType<typeof receipt>[]) => losses({ instalments, receipts }).money?.overdueMinor
    expect([
      owed(),
      owed(receipt('gift', '2024-04-30', 4)),
      owed(receipt('gift', '2024-05-01', 4)),
      owed(receipt('gift', '2024-04-30', 40)),
      owed(receipt('gift', '2024-04-30', null)),
      owed(receipt('fee', '2024-04-30', 4)),
    ]).toEqual([10, 6, 10, 0, 10, 10])
    expect(losses({ instalments, receipts: null }).money?.overdueMinor).toBeNull()
    expect(losses({ pledges: null }).money).toBeNull()
  })

  it('stands apart without a plan, and in other currencies', () => {
    const pledges = [
      promise('gift', 'club', { amountMinor: 7 }),
      promise('over', 'club', { to: '2024-04-30' }),
      promise('bare', 'club', { amountMinor: null }),
      promise('kroner', 'club', { currency: 'SEK' }),
      promise('francs', 'club', { currency: 'CHF', kind: 'freedom-grant' }),
    ]
    const instalments = [
      instalment('kroner', '2024-05-03', 3),
      instalment('francs', '2024-05-03', 4),
      instalment('kroner', '2024-06-03', 3),
    ]
    const read = losses({ pledges, instalments })
    expect(read.money).toMatchObject({ unplanned: { pledges: 1, amountMinor: 7 }, amountMinor: 0 })
    expect(read.money?.otherCurrencies).toEqual([
      { currency: 'CHF', amountMinor: 4 },
      { currency: 'SEK', amountMinor: 6 },
    ])
    expect(read.pledgeIds).toEqual(['bare', 'francs', 'gift', 'kroner'])
  })

  it('in kind goes by its plan, else by its days, else whole', () => {
    const kind = (more: object) =>
      promise('room', 'club', {
        kind: 'space-hours',
        currency: null,
        quantity: 92,
        unit: 'hours',
        from: '2024-07-01',
        to: '2024-09-30',
        ...more,
      })
    const inKind = (more: object, instalments: NonNullable<History['instalments']> = []) =>
      losses({ pledges: [kind(more)], instalments }).inKind
    const hours = (quantity: number) => [{ kind: 'space-hours', unit: 'hours', quantity }]
    // July has 31 of the 92 days.
    expect(inKind({})).toEqual(hours(31))
    expect(inKind({ from: '2024-04-01', to: '2024-07-01' })).toEqual(hours(62))
    expect(inKind({ from: null })).toEqual(hours(92))
    expect(inKind({ to: null })).toEqual(hours(92))
    expect(inKind({ from: '2024-01-01', to: '2024-04-30' })).toEqual([])
    expect(inKind({ from: '2024-08-01' })).toEqual([])
    expect([inKind({ quantity: null }), inKind({ unit: null })]).toEqual([[], []])
    const plan = [
      { ...instalment('room', '2024-05-03', null), quantity: 2 },
      { ...instalment('room', '2024-08-03', null), quantity: 4 },
    ]
    expect(inKind({}, plan)).toEqual(hours(2))
    expect(inKind({}, [instalment('room', '2024-05-03', null)])).toEqual(hours(31))
    expect(inKind({ from: null, to: '2024-04-30' })).toEqual([])
    expect(inKind({ from: null, to: '2024-05-01' })).toEqual(hours(92))
    // Two of a kind are one sum, to which what begins after the end adds nothing.
    const two = [kind({}), { ...kind({ from: '2024-09-01' }), id: 'later' }]
    expect(losses({ pledges: two, instalments: [] }).inKind).toEqual(hours(31))
  })

  it('in kind stands by kind and unit, beside all money', () => {
    const whole = (id: string, kind: string, unit: string, quantity: number) =>
      promise(id, 'club', { kind, unit, quantity, currency: null, from: null, to: null })
    const pledges = [
      whole('a', 'work', 'hours', 1.004),
      whole('b', 'goods', 'square metres', 2),
      whole('c', 'work', 'days', 3),
      whole('d', 'cash', 'hours', 4),
      whole('e', 'goods', 'square metres', 0.125),
    ]
    const read = losses({ pledges, instalments: [instalment('a', '2024-06-01', 9)] })
    expect(read.inKind).toEqual([
      { kind: 'goods', unit: 'square metres', quantity: 2.13 },
      { kind: 'work', unit: 'days', quantity: 3 },
      { kind: 'work', unit: 'hours', quantity: 1 },
    ])
    expect(read.money).toMatchObject({ amountMinor: 0, otherCurrencies: [] })
  })

  it('is told in the order of months and of currencies', () => {
    const currencies = ['SEK', 'CHF', 'DKK', 'EUR']
    const read = losses({
      pledges: currencies.map((currency) => promise(`in ${currency}`, 'club', { currency })),
      instalments: [
        instalment('in EUR', '2024-07-10', 3),
        instalment('in EUR', '2024-05-10', 1),
        instalment('in EUR', '2024-06-10', 2),
        ...currencies.slice(0, 3).map((currency) => instalment(`in ${currency}`, '2024-05-10', 4)),
      ],
    })
    expect(read.money?.byMonth.map((one) => one.month)).toEqual(['2024-05', '2024-06', '2024-07'])
    expect(read.money?.otherCurrencies.map((one) => one.currency)).toEqual(['CHF', 'DKK', 'SEK'])
  })

  it('is not a promise that has brought all it planned, or has ended', () => {
    const pledges = [
      promise('done', 'club'),
      promise('over', 'club', { to: '2024-04-30' }),
      promise('ending', 'club', { to: '2024-05-01', amountMinor: 8 }),
    ]
    const read = losses({ pledges, instalments: [instalment('done', '2024-04-30')] })
    expect(read.pledgeIds).toEqual(['ending'])
    expect(read.money?.unplanned).toEqual({ pledges: 1, amountMinor: 8 })
  })
})

describe('the network after', () => {
  const running = (crews: Record<string, string[]>) =>
    Object.entries(crews).map(([id, organisationIds]) => ({ id, plannedEndOn: null, organisationIds }))

  it('ties those of one initiative unless it is too large', () => {
    const graph = runningTies(running({ i: ['a', 'b', 'c'], j: ['d', 'e', 'f', 'g'] }), 3)
    expect([graph.get('a')?.size, graph.get('d')?.size, graph.size]).toEqual([2, 0, 7])
    expect(runningTies(running({ j: ['d', 'e', 'f', 'g'] }), null).get('d')?.size).toBe(3)
  })

  it('names who is cut off, which bridges go and which there are then', () => {
    // a–b–c–d–e, and x–y beside it.
    const chain = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'e'],
      ['x', 'y'],
    ])
    const after = networkAfter(chain, ['b', 'c', 'd'], new Set(['b']))
    expect(after).toEqual({
      before: { partners: 7, parts: 2, largest: 5 },
      after: { partners: 6, parts: 3, largest: 3 },
      cutOffIds: ['a'],
      bridgeIds: ['b'],
      newBridgeIds: [],
    })
    const ring = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
    ])
    expect(networkAfter(ring, [], new Set(['a']))).toMatchObject({ cutOffIds: [], bridgeIds: [], newBridgeIds: ['c'] })
    expect(networkAfter(chain, ['b', 'c', 'd'], new Set())).toMatchObject({
      cutOffIds: [],
      after: { partners: 7, parts: 2, largest: 5 },
    })
    expect(networkAfter(graphOf([]), [], new Set())).toMatchObject({ before: { partners: 0, parts: 0, largest: 0 } })
  })

  it('of equal parts follows the one that keeps more of the former largest', () => {
    const graph = graphOf([
      ['x', 'y'],
      ['a', 'b'],
      ['b', 'c'],
    ])
    expect(networkAfter(graph, ['b'], new Set(['c'])).cutOffIds).toEqual([])
    expect(networkAfter(graph, ['b'], new Set(['b'])).cutOffIds).toEqual(['a', 'c'])
    const others = graphOf([
      ['a', 'b'],
      ['x', 'y'],
      ['y', 'z'],
    ])
    expect(networkAfter(others, ['y'], new Set(['z'])).cutOffIds).toEqual([])
    // Of two that keep the same the first by name.
    const chain = graphOf([
      ['x', 'y'],
      ['y', 'z'],
    ])
    expect(networkAfter(chain, ['y'], new Set(['y'])).cutOffIds).toEqual(['z'])
  })

  it('counts supposed ties', () => {
    const graph = graphOf([
      ['a', 'b'],
      ['b', 'c'],
    ])
    expect(networkAfter(graph, ['b'], new Set(['b']), [['a', 'c']])).toMatchObject({
      cutOffIds: [],
      after: { partners: 2, parts: 1, largest: 2 },
    })
    expect(networkAfter(graph, ['b'], new Set(), [['c', 'new']])).toMatchObject({
      after: { partners: 4 },
      newBridgeIds: ['c'],
    })
  })
})
