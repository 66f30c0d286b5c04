import { describe, expect, it } from 'vitest'
import { fundingCandidates } from '../src/risks/explain/funding-candidates.ts'
import type { History, PledgeFact } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'

/** Read on 1 January 2024: this year is 2023, the year before it 2022. */
const candidatesOf = (history: History) => fundingCandidates(history, '2024-01', parameters)
const told = (history: History, kind: string) =>
  candidatesOf(history).candidates.flatMap(({ fact }) => (fact.kind === kind ? [fact.id] : []))
const find = (history: History, kind: string, id: string) =>
  candidatesOf(history).candidates.find(({ fact }) => fact.kind === kind && fact.id === id)
const said = (history: History, kind: string, id: string) => find(history, kind, id)?.fact.said

const money = (value: number) => ({ type: 'money', value })
const promised = (...pledges: readonly PledgeFact[]): History => ({
  ...nothing,
  pledges,
  instalments: [],
  receipts: [],
})

describe('funders who may drive funding dependency', () => {
  it('are those of confirmed or written-off money of the own currency', () => {
    const history = promised(
      pledge('p', 'confirmed'),
      pledge('w', 'written-off', { status: 'written-off' }),
      pledge('o', 'offered', { status: 'offered' }),
      pledge('k', 'in-kind', { kind: 'in-kind' }),
      pledge('c', 'krona', { currency: 'SEK' }),
    )
    expect(told(history, 'funder')).toEqual(['confirmed', 'written-off'])
    expect(candidatesOf(history).of).toBe(2)
    expect(candidatesOf(nothing)).toEqual({ candidates: [], of: 0 })
  })

  it('are those known by then, whose pledge reaches into the last two years', () => {
    const history = promised(
      pledge('1', 'known', { confirmedOn: '2023-12-31' }),
      pledge('2', 'later', { confirmedOn: '2024-01-01', from: '2023-06-01' }),
      pledge('3', 'begun', { confirmedOn: null, from: '2023-12-31' }),
      pledge('4', 'begins', { confirmedOn: null, from: '2024-01-01' }),
      pledge('5', 'undated', { confirmedOn: null }),
      pledge('6', 'over', { confirmedOn: '2020-01-01', to: '2021-12-31' }),
      pledge('7', 'reaches', { confirmedOn: '2020-01-01', to: '2022-01-01' }),
    )
    expect(told(history, 'funder')).toEqual(['begun', 'known', 'reaches', 'undated'])
  })

  it('count with the public body that controls them, once for pledges told twice', () => {
    const gift = pledge('gift', 'office')
    const history: History = {
      ...promised(gift, gift),
      organisations: [
        { id: 'council', sector: 'local-government', legalStatus: 'public', parentId: null },
        { id: 'office', sector: 'local-government', legalStatus: 'public', parentId: 'council' },
      ],
    }
    expect(told(history, 'funder')).toEqual(['council'])
    expect(candidatesOf(history).of).toBe(1)
  })

  it('begin with most money of this year, of the year before, or promised', () => {
    const history: History = {
      ...promised(
        pledge('a', 'year'),
        pledge('b', 'before'),
        pledge('c', 'promise', { amountMinor: 300 }),
        pledge('d', 'same', { amountMinor: 300 }),
        pledge('e', 'also', { amountMinor: 300 }),
      ),
      receipts: [paid('a', '2023-05-05', 500), paid('b', '2022-05-05', 400)],
    }
    const order = ['year', 'before', 'also', 'promise', 'same']
    expect(told(history, 'funder')).toEqual(order)
    expect(told({ ...history, pledges: history.pledges?.toReversed() ?? [] }, 'funder')).toEqual(order)
  })

  it('say what they gave in the year, and the share of it', () => {
    const history: History = {
      ...promised(pledge('a', 'club'), pledge('b', 'bank')),
      receipts: [
        paid('a', '2022-12-31', 1000),
        paid('a', '2023-01-01', 30),
        paid('a', '2023-12-31', 70),
        paid('a', '2024-01-01', 1000),
        paid('a', '2023-06-01', null),
        paid('b', '2023-06-01', 300),
      ],
    }
    expect(said(history, 'funder', 'club')).toEqual({
      code: 'gave',
      values: { amount: money(100), share: { type: 'share', value: 0.25 } },
    })
  })

  it('say what they gave the year before, where this year brought nothing', () => {
    const history: History = {
      ...promised(pledge('a', 'club'), pledge('b', 'bank')),
      receipts: [
        paid('a', '2021-12-31', 1000),
        paid('a', '2022-01-01', 20),
        paid('a', '2022-12-31', 30),
        paid('b', '2023-06-01', 300),
      ],
    }
    expect(said(history, 'funder', 'club')).toEqual({ code: 'gave-before', values: { amount: money(50) } })
  })

  it('say what they promised in all, where they have not given yet', () => {
    const history: History = {
      ...promised(
        pledge('a', 'club', { amountMinor: 200 }),
        pledge('b', 'club', { amountMinor: 40 }),
        pledge('c', 'club'),
        pledge('d', 'bank', { amountMinor: 999 }),
      ),
      receipts: [paid('d', '2023-06-01', 300)],
    }
    expect(said(history, 'funder', 'club')).toEqual({ code: 'promised', values: { amount: money(240) } })
  })

  it('say no share where the year brought nothing in all', () => {
    // What was paid back of an earlier pledge is more than what came.
    const history: History = {
      ...promised(
        pledge('old', 'club', { confirmedOn: '2020-01-01', to: '2020-12-31' }),
        pledge('new', 'club', { amountMinor: 100 }),
      ),
      receipts: [paid('old', '2023-03-01', -200), paid('new', '2023-06-01', 100)],
    }
    expect(said(history, 'funder', 'club')).toEqual({ code: 'promised', values: { amount: money(100) } })
  })

  it('are read from instalments where receipts are not kept', () => {
    const history: History = {
      ...promised(pledge('a', 'club')),
      instalments: [due('a', '2023-06-01', 80), due('a', '2022-06-01', 30)],
      receipts: null,
    }
    expect(said(history, 'funder', 'club')?.values).toMatchObject({ amount: money(80) })
  })

  it('are left out with all they pledged, what fell due and what came', () => {
    const history: History = {
      ...promised(
        pledge('a', 'club'),
        pledge('b', 'bank'),
        pledge('c', 'club'),
        pledge('d', 'club', { kind: 'in-kind' }),
      ),
      instalments: [due('a', '2023-06-01', 80), due('b', '2023-06-01', 30)],
      receipts: [paid('c', '2023-06-01', 80), paid('b', '2023-06-01', 30)],
    }
    expect(find(history, 'funder', 'club')?.without()).toEqual({
      ...history,
      pledges: [pledge('b', 'bank'), pledge('d', 'club', { kind: 'in-kind' })],
      instalments: [due('b', '2023-06-01', 30)],
      receipts: [paid('b', '2023-06-01', 30)],
    })
    const unkept: History = { ...history, instalments: null, receipts: null }
    expect(find(unkept, 'funder', 'bank')?.without()).toMatchObject({ instalments: null, receipts: null })
  })
})

describe('single pledges that may drive it', () => {
  it('are those of funders with several', () => {
    const history = promised(pledge('a', 'club'), pledge('b', 'bank'), pledge('c', 'club'))
    expect(told(history, 'pledge')).toEqual(['a', 'c'])
    expect(candidatesOf(history).of).toBe(4)
    expect(
      find(history, 'pledge', 'a')
        ?.without()
        .pledges?.map((one) => one.id),
    ).toEqual(['b', 'c'])
  })

  it('begin with what is owed, then with most money, then by id', () => {
    const history: History = {
      ...promised(
        ...['e', 'd', 'c', 'b', 'a'].map((id) => pledge(id, 'club', { amountMinor: id === 'c' ? 900 : 100 })),
      ),
      instalments: [due('d', '2023-06-01', 40), due('e', '2023-06-01', 60)],
      receipts: [paid('b', '2023-06-01', 500)],
    }
    expect(told(history, 'pledge')).toEqual(['e', 'd', 'c', 'b', 'a'])
    const turned = { ...history, pledges: history.pledges?.toReversed() ?? [], receipts: [] }
    expect(told(turned, 'pledge')).toEqual(['e', 'd', 'c', 'a', 'b'])
    expect(told({ ...turned, pledges: history.pledges ?? [] }, 'pledge')).toEqual(['e', 'd', 'c', 'a', 'b'])
  })

  it('say what of them is owed', () => {
    const history: History = {
      ...promised(pledge('a', 'club', { amountMinor: 100, to: '2024-12-31' }), pledge('b', 'club')),
      instalments: [due('a', '2023-06-01', 40)],
    }
    expect(find(history, 'pledge', 'a')?.fact).toEqual({
      kind: 'pledge',
      id: 'a',
      said: { code: 'owed', values: { owed: money(40), amount: money(100) } },
    })
  })

  it('say when they end, where that lies ahead', () => {
    const history = promised(
      pledge('a', 'club', { amountMinor: 100, to: '2024-01-01' }),
      pledge('b', 'club', { amountMinor: 100, to: '2023-12-31' }),
      pledge('c', 'club'),
    )
    expect(find(history, 'pledge', 'a')?.fact).toEqual({
      kind: 'pledge',
      id: 'a',
      said: { code: 'ends', values: { amount: money(100), day: { type: 'day', value: '2024-01-01' } } },
    })
    expect(find(history, 'pledge', 'b')?.fact).toEqual({
      kind: 'pledge',
      id: 'b',
      said: { code: 'promised', values: { amount: money(100) } },
    })
    expect(said(history, 'pledge', 'c')).toEqual({ code: 'promised', values: { amount: money(0) } })
  })
})

describe('of many candidates', () => {
  it('twenty funders and twenty pledges are left out, and all of them are counted', () => {
    const history = promised(
      ...Array.from({ length: 22 }, (_, index) => [
        pledge(`a${index}`, `f${index}`),
        pledge(`b${index}`, `f${index}`),
      ]).flat(),
    )
    expect(told(history, 'funder')).toHaveLength(20)
    expect(told(history, 'pledge')).toHaveLength(20)
    expect(candidatesOf(history).of).toBe(66)
  })
})
