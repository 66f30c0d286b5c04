import { describe, expect, it } from 'vitest'
import { stagnationCandidates } from '../src/risks/explain/stagnation-candidates.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { addDays } from '../src/values/day.ts'
import { initiative, part } from './given-town.ts'
import { givenWork } from './given-work.ts'

/** Read on 1 January 2024: the window is 2023, the memory before it goes back to 1 January 2020. */
const candidatesOf = (history: History) => stagnationCandidates(history, '2024-01', parameters)
const told = (history: History, kind: string) =>
  candidatesOf(history).candidates.flatMap(({ fact }) => (fact.kind === kind ? [fact.id] : []))
const find = (history: History, kind: string, id: string) =>
  candidatesOf(history).candidates.find(({ fact }) => fact.kind === kind && fact.id === id)

const number = (value: number) => ({ type: 'number', value })

describe('initiatives that may drive stagnation', () => {
  it('are those started within four years before the month', () => {
    const history = givenWork([
      { id: 'older', startedOn: '2019-12-31' },
      { id: 'first', startedOn: '2020-01-01' },
      { id: 'last', startedOn: '2023-12-31' },
      { id: 'today', startedOn: '2024-01-01' },
    ])
    expect(told(history, 'initiative')).toEqual(['last', 'first'])
    expect(candidatesOf(history).of).toBe(2)
    // A fact told twice counts once.
    expect(candidatesOf({ ...history, initiatives: [...history.initiatives, ...history.initiatives] }).of).toBe(2)
    expect(told({ ...history, initiatives: [initiative('idea', null)] }, 'initiative')).toEqual([])
  })

  it('begin with those of the window, then those with most partners, then by id', () => {
    const history = givenWork([
      { id: 'big', startedOn: '2022-12-31', partners: ['club', 'bank', 'zoo'] },
      { id: 'd', startedOn: '2022-06-01' },
      { id: 'c', startedOn: '2023-06-01' },
      { id: 'b', startedOn: '2023-07-01' },
      { id: 'small', startedOn: '2023-01-01', partners: ['club'] },
      { id: 'e', startedOn: '2022-06-01' },
      { id: 'a', startedOn: '2022-06-01' },
    ])
    const order = ['small', 'b', 'c', 'big', 'a', 'd', 'e']
    expect(told(history, 'initiative')).toEqual(order)
    expect(told({ ...history, initiatives: history.initiatives.toReversed() }, 'initiative')).toEqual(order)
  })

  it('say when they started and with how many partners by then, each once', () => {
    const history = givenWork([
      {
        id: 'garden',
        startedOn: '2023-05-05',
        partners: ['club', ['club', '2023-07-01'], ['bank', '2023-12-31'], ['zoo', '2024-01-01']],
      },
    ])
    expect(find(history, 'initiative', 'garden')?.fact.said).toEqual({
      code: 'started',
      values: { day: { type: 'day', value: '2023-05-05' }, partners: number(2) },
    })
  })

  it('are left out with all who take part in them', () => {
    const history = givenWork([
      { id: 'garden', startedOn: '2023-05-05', partners: ['club', 'bank'] },
      { id: 'meals', startedOn: '2023-06-05', partners: ['club'] },
    ])
    expect(find(history, 'initiative', 'garden')?.without()).toEqual(
      givenWork([{ id: 'meals', startedOn: '2023-06-05', partners: ['club'] }]),
    )
  })
})

describe('ends that may drive stagnation', () => {
  const ended = (id: string, endedOn: string, more: { plannedEndOn?: string; partners?: string[] } = {}) => ({
    id,
    startedOn: '2019-05-05',
    endedOn,
    ...more,
  })

  it('are those of the window, recorded or else planned', () => {
    const history = givenWork([
      ended('before', '2022-12-31'),
      ended('first', '2023-01-01'),
      ended('last', '2023-12-31'),
      ended('today', '2024-01-01'),
      // It went on for longer than planned.
      ended('longer', '2024-02-01', { plannedEndOn: '2023-06-01' }),
      { id: 'planned', startedOn: '2019-05-05', plannedEndOn: '2023-06-30' },
      { id: 'open', startedOn: '2019-05-05' },
      { id: 'ahead', startedOn: '2024-01-01', endedOn: '2023-06-01' },
    ])
    expect(told(history, 'end')).toEqual(['first', 'last', 'planned'])
    expect(candidatesOf(history).of).toBe(3)
    const idea = initiative('idea', null, { plannedEndOn: '2023-06-30' })
    expect(told({ ...history, initiatives: [idea] }, 'end')).toEqual([])
  })

  it('begin with those of most partners, then by id, and say the day', () => {
    const history = givenWork([
      ended('c', '2023-06-01'),
      ended('a', '2023-07-01'),
      ended('b', '2023-06-01'),
      ended('big', '2023-08-01', { plannedEndOn: '2023-12-01', partners: ['club', 'bank'] }),
    ])
    expect(told(history, 'end')).toEqual(['big', 'a', 'b', 'c'])
    expect(told({ ...history, initiatives: history.initiatives.toReversed() }, 'end')).toEqual(['big', 'a', 'b', 'c'])
    expect(find(history, 'end', 'big')?.fact.said).toEqual({
      code: 'ended',
      values: { day: { type: 'day', value: '2023-08-01' }, partners: number(2) },
    })
  })

  it('are left out as if the initiative ran on without a plan to end, with who left then and nobody who had left before', () => {
    const history = givenWork([
      {
        id: 'garden',
        startedOn: '2022-05-05',
        plannedEndOn: '2023-04-30',
        endedOn: '2023-05-31',
        partners: [
          ['club', null, '2023-05-31'],
          ['choir', null, '2023-06-01'],
          ['zoo', null, '2023-05-30'],
        ],
      },
      { id: 'meals', startedOn: '2022-05-05', endedOn: '2023-06-30', partners: [['bank', null, '2023-01-31']] },
    ])
    expect(find(history, 'end', 'garden')?.without()).toEqual({
      ...history,
      initiatives: [
        { ...history.initiatives[0], plannedEndOn: null, endedOn: null, endState: null },
        history.initiatives[1],
      ],
      participations: [
        part('garden', 'club'),
        part('garden', 'choir'),
        part('garden', 'zoo', null, '2023-05-30'),
        part('meals', 'bank', null, '2023-01-31'),
      ],
    })
  })
})

describe('partners who may drive stagnation', () => {
  const history = givenWork([
    { id: 'a', startedOn: '2023-01-10', partners: ['club', 'bank'] },
    { id: 'b', startedOn: '2023-02-10', partners: ['club', 'zoo'] },
    { id: 'c', startedOn: '2020-03-10', partners: ['club', ['choir', '2024-01-01']] },
    { id: 'old', startedOn: '2018-01-10', partners: ['zoo', 'bank', 'museum'] },
  ])

  it('are those of these initiatives, who takes part in most of them first, then by id', () => {
    expect(told(history, 'partner')).toEqual(['club', 'bank', 'zoo'])
    const turned = { ...history, participations: history.participations.toReversed() }
    expect(told(turned, 'partner')).toEqual(['club', 'bank', 'zoo'])
    expect(find(history, 'partner', 'club')?.fact.said).toEqual({
      code: 'takes-part',
      values: { initiatives: number(3) },
    })
    expect(find(history, 'partner', 'zoo')?.fact.said.values).toEqual({ initiatives: number(1) })
  })

  it('are left out wherever they take part', () => {
    expect(find(history, 'partner', 'zoo')?.without()).toEqual({
      ...history,
      participations: history.participations.filter((one) => one.organisationId !== 'zoo'),
    })
  })
})

describe('of many candidates', () => {
  it('24 initiatives, 12 ends and 12 partners are left out, and all of them are counted', () => {
    const history = givenWork(
      Array.from({ length: 26 }, (_, index) => ({
        id: `i${String(index).padStart(2, '0')}`,
        startedOn: addDays('2023-02-01', index),
        endedOn: addDays('2023-06-01', index),
        partners: [`p${String(index).padStart(2, '0')}`],
      })),
    )
    expect(told(history, 'initiative')).toHaveLength(24)
    expect(told(history, 'end')).toHaveLength(12)
    expect(told(history, 'partner').at(-1)).toBe('p11')
    expect(candidatesOf(history)).toMatchObject({ of: 78, candidates: { length: 48 } })
  })
})
