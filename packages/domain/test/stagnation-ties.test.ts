import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { jointBeginning } from '../src/risks/stagnation/life-stage.ts'
import { tieWindows } from '../src/risks/stagnation/tie-windows.ts'
import type { Day } from '../src/values/day.ts'
import { type Month, monthIndex } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'
import { moved } from './moved.ts'

const lines = parameters.stagnation
const START = '2023-12'

describe('ties', () => {
  const ties = (history: History, month: Month) => moved(tieWindows(lines), datedFacts(history), month)
  /** Without the sign of a zero, which means nothing. */
  const read = (history: History, month: Month) =>
    JSON.parse(JSON.stringify(ties(history, month).read())) as ReturnType<ReturnType<typeof ties>['read']>
  const pair = { id: 'garden', startedOn: '2024-01-10', partners: ['b', 'a'] }
  const none = {
    jointInitiatives: 0,
    pairs: 0,
    newPairs: 0,
    possiblePairs: 0,
    untriedPairs: 0,
    partners: 0,
    newPartners: 0,
  }

  it('go on for who takes up another role, also where the first ends', () => {
    // a changes its role in March, and meets c, who comes in June; the garden becomes joint once.
    const garden = (...ofA: readonly (readonly [string, Day | null, Day?])[]) =>
      givenWork([{ id: 'garden', startedOn: '2024-01-10', partners: ['b', ...ofA, ['c', '2024-06-10']] }])
    const all = { ...none, jointInitiatives: 1, pairs: 3, newPairs: 3, possiblePairs: 3, untriedPairs: 3 }
    const three = { ...all, partners: 3, newPartners: 3 }
    expect(read(garden(['a', null]), '2024-07')).toEqual(three)
    expect(read(garden(['a', null, '2024-03-15'], ['a', '2024-03-15']), '2024-07')).toEqual(three)
    expect(read(garden(['a', null], ['a', null, '2024-03-15']), '2024-07')).toEqual(three)
    // Who has given up both roles meets nobody who comes later.
    const gone = garden(['a', null, '2024-03-15'], ['a', '2024-02-10', '2024-05-15'])
    expect(read(gone, '2024-07')).toMatchObject({ pairs: 2, newPairs: 2, possiblePairs: 3, partners: 3 })
  })

  it('are in the window for a year, then in the memory', () => {
    const history = givenWork([pair, { id: 'meals', startedOn: '2025-02-10', partners: ['a', 'b', 'c'] }])
    expect(read(history, '2024-01')).toEqual(none)
    const one = {
      jointInitiatives: 1,
      pairs: 1,
      newPairs: 1,
      possiblePairs: 1,
      untriedPairs: 1,
      partners: 2,
      newPartners: 2,
    }
    expect(read(history, '2024-02')).toEqual(one)
    expect(read(history, '2025-01')).toEqual(one)
    expect(read(history, '2025-02')).toEqual(none)
    const after = ties(history, '2025-03')
    expect(after.read()).toEqual({
      jointInitiatives: 1,
      pairs: 3,
      newPairs: 2,
      possiblePairs: 3,
      untriedPairs: 2,
      partners: 3,
      newPartners: 1,
    })
    expect(after.newPartnerIds()).toEqual(['c'])
    expect(after.pairs()).toEqual([
      { organisationIds: ['a', 'b'], isNew: false },
      { organisationIds: ['a', 'c'], isNew: true },
      { organisationIds: ['b', 'c'], isNew: true },
    ])
  })

  it('are kept as far as the month that is read rests on them', () => {
    const later = givenWork([
      { id: 'late', startedOn: '2024-03-10', partners: ['a', ['c', '2027-02-10']] },
      pair,
      { ...pair, id: 'again', startedOn: '2027-12-10' },
    ])
    const facts = datedFacts(later)
    const upTo = (month: Month, readFrom: Month) => {
      const windows = tieWindows(lines)
      for (let one = monthIndex('2024-02'); one <= monthIndex(month); one += 1)
        windows.moveTo(one, facts.at(one - 1), monthIndex(readFrom))
      return JSON.parse(JSON.stringify(windows.read())) as unknown
    }
    // January 2024 is the first month of the memory in January 2028, and none any more in February.
    for (const month of ['2028-01', '2028-02'] as const) expect(upTo(month, month)).toEqual(read(later, month))
    expect(upTo('2028-02', '2028-01')).toEqual(read(later, '2028-02'))
    // Who had joined before is still there when somebody comes later.
    expect(upTo('2027-12', '2028-03')).toMatchObject({ pairs: 1, partners: 1 })
    // Of what no month from April 2028 on remembers nothing is kept.
    expect(upTo('2024-12', '2028-04')).toEqual(none)
  })

  it('are forgotten three years after they left the window', () => {
    const history = givenWork([pair, { ...pair, id: 'again', startedOn: '2027-12-10' }])
    expect(read(history, '2028-01')).toMatchObject({
      pairs: 1,
      newPairs: 0,
      untriedPairs: 0,
      partners: 2,
      newPartners: 0,
    })
    expect(read(history, '2028-02')).toMatchObject({
      pairs: 1,
      newPairs: 1,
      untriedPairs: 1,
      partners: 2,
      newPartners: 2,
    })
    expect(ties(history, '2028-02').newPartnerIds()).toEqual(['a', 'b'])
  })

  it('of two initiatives count once, and stay as long as the later', () => {
    const history = givenWork([pair, { ...pair, id: 'again', startedOn: '2024-06-10' }])
    expect(read(history, '2024-07')).toMatchObject({ jointInitiatives: 2, pairs: 1, possiblePairs: 1, partners: 2 })
    // In the window by the second, in the memory by the first.
    expect(read(history, '2025-02')).toMatchObject({
      jointInitiatives: 1,
      pairs: 1,
      newPairs: 0,
      partners: 2,
      newPartners: 0,
    })
    expect(read(history, '2025-07')).toEqual(none)
  })

  it('begin with who joins later, and not with who has left', () => {
    const late = ['c', '2024-03-05'] as const
    const stays = givenWork([{ ...pair, partners: ['a', 'b', late] }])
    expect(read(stays, '2024-03').pairs).toBe(1)
    expect(read(stays, '2024-04')).toMatchObject({ jointInitiatives: 1, pairs: 3, partners: 3 })
    const left = givenWork([{ ...pair, partners: ['a', ['b', null, '2024-02-20'], late] }])
    expect(
      ties(left, '2024-04')
        .pairs()
        .map((one) => one.organisationIds.join('')),
    ).toEqual(['ab', 'ac'])
    const ended = givenWork([{ ...pair, endedOn: '2024-02-20', partners: ['a', 'b', late] }])
    expect(read(ended, '2024-04')).toMatchObject({ pairs: 1, partners: 2 })
  })

  it('of one partner alone are none, until a second comes', () => {
    const history = givenWork([{ ...pair, partners: ['a', ['b', '2024-03-05']] }])
    expect(read(history, '2024-02')).toEqual({ ...none, partners: 1, newPartners: 1 })
    expect(read(history, '2024-04')).toMatchObject({ jointInitiatives: 1, pairs: 1, partners: 2 })
  })

  it('of a second stay in the same initiative are not told again', () => {
    const history = givenWork([{ ...pair, partners: ['a', 'b', ['b', '2024-03-05']] }])
    expect(read(history, '2024-04')).toMatchObject({ jointInitiatives: 1, pairs: 1, partners: 2 })
    expect(read(history, '2025-02')).toEqual(none)
  })

  it('of more than fifteen partners give no pairs', () => {
    const crowd = (size: number) => Array.from({ length: size }, (_, index) => `p${index}`)
    const of = (size: number) => read(givenWork([{ ...pair, partners: crowd(size) }]), '2024-02')
    expect(of(15)).toMatchObject({ jointInitiatives: 1, pairs: 105, possiblePairs: 105, partners: 15 })
    expect(of(16)).toMatchObject({ jointInitiatives: 1, pairs: 0, possiblePairs: 0, partners: 16, newPartners: 16 })
  })

  it('are possible among all partners of the window, whoever met', () => {
    const history = givenWork([
      pair,
      { id: 'meals', startedOn: '2025-01-10', partners: ['a', 'c'] },
      { id: 'songs', startedOn: '2025-02-10', partners: ['b', 'd'] },
    ])
    // a, b, c, d: six pairs, of which a and b met the year before.
    expect(read(history, '2025-03')).toEqual({
      jointInitiatives: 2,
      pairs: 2,
      newPairs: 2,
      possiblePairs: 6,
      untriedPairs: 5,
      partners: 4,
      newPartners: 2,
    })
  })

  it('go their own way from where others stood', () => {
    const facts = datedFacts(givenWork([pair, { id: 'meals', startedOn: '2024-02-10', partners: ['a', 'c'] }]))
    const first = moved(tieWindows(lines), facts, '2024-02')
    const second = moved(tieWindows(lines, first.state()), facts, '2024-03', '2024-03')
    expect(first.read()).toMatchObject({ pairs: 1, possiblePairs: 1, partners: 2, jointInitiatives: 1 })
    expect(second.read()).toMatchObject({ pairs: 2, possiblePairs: 3, partners: 3, jointInitiatives: 2 })
    expect(moved(first, facts, '2024-03', '2024-03').read()).toEqual(second.read())
  })
})

describe('a network', () => {
  const begunOn = (history: History, month: Month) => {
    const facts = datedFacts(history)
    const beginning = jointBeginning(lines)
    for (let one = monthIndex(START); one < monthIndex(month); one += 1) beginning.absorb(facts.at(one))
    return beginning.begunOn()
  }

  it('begins on the day on which the third partner is in a joint initiative', () => {
    const history = givenWork([
      { id: 'garden', startedOn: '2024-01-10', partners: ['school', ['library', '2024-02-05']] },
      { id: 'alone', startedOn: '2024-01-12', partners: ['club'] },
      { id: 'meals', startedOn: '2024-03-20', partners: ['bank', 'club'] },
    ])
    expect([begunOn(history, '2024-03'), begunOn(history, '2024-04')]).toEqual([null, '2024-03-20'])
  })

  it('counts for each partner its first joint day, and those who came later to a joint initiative from their own', () => {
    const history = givenWork([
      { id: 'meals', startedOn: '2024-02-20', partners: ['school', 'library'] },
      {
        id: 'garden',
        startedOn: '2024-01-10',
        partners: ['school', 'library', ['club', '2024-02-25'], ['bank', '2024-03-25']],
      },
    ])
    expect(begunOn(history, '2024-03')).toBe('2024-02-25')
    expect(begunOn(history, '2024-06')).toBe('2024-02-25')
  })

  it('begins by its days, in whatever order they are told', () => {
    const told = givenWork([
      { id: 'late', startedOn: '2024-01-20', partners: ['a', 'b', 'c', 'd'] },
      {
        id: 'garden',
        startedOn: '2024-01-10',
        partners: [
          ['x', '2024-01-30'],
          ['y', '2024-01-12'],
          ['x', '2024-01-15'],
        ],
      },
      { id: 'early', startedOn: '2024-01-02', partners: ['c'] },
    ])
    // y and x are joint from the 15th on, the four from the 20th: the third partner came then.
    expect(begunOn(told, '2024-02')).toBe('2024-01-20')
    const both = givenWork([
      { id: 'late', startedOn: '2024-01-25', partners: ['x', 'y', 'z'] },
      { id: 'garden', startedOn: '2024-01-10', partners: ['x', 'y'] },
    ])
    expect(begunOn(both, '2024-02')).toBe('2024-01-25')
  })

  it('is begun at once by three', () => {
    expect(begunOn(givenWork([{ id: 'garden', startedOn: '2024-01-10', partners: ['a', 'b', 'c'] }]), '2024-02')).toBe(
      '2024-01-10',
    )
    expect(
      begunOn(givenWork([{ id: 'garden', startedOn: '2024-01-10', partners: ['a', 'b', 'b'] }]), '2024-02'),
    ).toBeNull()
  })

  it('begins its own way from where another stood', () => {
    const facts = datedFacts(
      givenWork([{ id: 'garden', startedOn: '2024-01-10', partners: ['a', 'b', ['c', '2024-02-10']] }]),
    )
    const first = jointBeginning(lines)
    first.absorb(facts.at(monthIndex('2024-01')))
    const second = jointBeginning(lines, first.state())
    second.absorb(facts.at(monthIndex('2024-02')))
    expect([first.begunOn(), second.begunOn()]).toEqual([null, '2024-02-10'])
    const third = jointBeginning(lines, second.state())
    third.absorb(facts.at(monthIndex('2024-02')))
    expect(third.begunOn()).toBe('2024-02-10')
  })
})
