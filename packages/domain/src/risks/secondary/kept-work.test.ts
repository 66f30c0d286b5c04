import { describe, expect, it } from 'vitest'
import { monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { parameters } from '../parameters.ts'
import { runningTies } from './running-ties.ts'
import { secondaryFacts } from './secondary-facts.ts'
import { type KeptWork, workWindow } from './work-window.ts'

const crew = (...names: string[]) => new Set(names)

describe('ties of now alone', () => {
  it('are put together from who is in what runs, each pair once', () => {
    const ties = runningTies(null, 3)
    ties.change('garden', crew('b', 'a'))
    ties.change('meals', crew('a', 'c', 'b'))
    ties.change('songs', crew('d'))
    ties.change('fair', crew('e', 'f', 'g', 'h'))
    ties.slideTo(1)
    expect(ties.edges().toSorted()).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ])
    // Of the fair, with more than three, everybody stands alone.
    expect([...ties.graph()].map(([name, others]) => [name, [...others].sort().join('')])).toEqual([
      ['a', 'bc'],
      ['b', 'ac'],
      ['c', 'ab'],
      ['d', ''],
      ['e', ''],
      ['f', ''],
      ['g', ''],
      ['h', ''],
    ])
    expect(ties.partners()).toBe(8)
    expect(ties.version()).toBe(4)
    ties.change('meals', crew())
    ties.change('garden', crew('a', 'd'))
    expect(ties.edges()).toEqual([['a', 'd']])
    expect(ties.partners()).toBe(6)
    expect(ties.beside()).toEqual({ common: 0, either: 0 })
  })
})

/** A garden of club and choir that ends in March 2024, and meals that run on; in both one leads and somebody coordinates. */
const history: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [{ id: 'shop', sector: 'business', legalStatus: 'private', parentId: null }],
  memberships: null,
  initiatives: ['garden', 'meals'].map((id) => ({
    id,
    kind: 'joint',
    startedOn: '2024-01-10',
    plannedEndOn: '2026-12-31',
    endedOn: id === 'garden' ? '2024-03-20' : null,
    endState: null,
  })),
  participations: [
    ['garden', 'club', 'lead', null],
    ['garden', 'choir', 'contributor', null],
    ['meals', 'club', 'co-lead', '2024-02-20'],
    ['meals', 'bank', 'lead', null],
  ].map(([initiativeId, organisationId, role, to]) => ({
    initiativeId: initiativeId as string,
    organisationId: organisationId as string,
    role: role as string,
    from: null,
    to: to as string | null,
  })),
  bookings: [
    {
      id: 'b',
      spaceId: 'hall',
      initiativeId: null,
      organisationId: 'shop',
      hostId: null,
      startsOn: '2024-01-12',
      endsOn: '2024-01-12',
      hours: 1,
      status: 'confirmed',
    },
  ],
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
  coordinations: [
    ['garden', 'ada', null],
    ['meals', 'ada', null],
    ['meals', 'ben', '2024-02-20'],
  ].map(([initiativeId, personId, to]) => ({
    initiativeId: initiativeId as string,
    personId: personId as string,
    from: null,
    to: to as string | null,
    hours: null,
  })),
}

function at(month: string, kept?: KeptWork) {
  const facts = datedFacts(history)
  const own = secondaryFacts(facts)
  const work = workWindow(facts, parameters, kept)
  for (let index = monthIndex('2024-02'); index <= monthIndex(month); index += 1)
    work.moveTo(index, facts.at(index - 1), own.at(index - 1))
  const pairs = (all: readonly { initiativeId: string; name: string }[]) =>
    all.map(({ initiativeId, name }) => `${initiativeId} ${name}`).sort()
  const crews = (all: ReadonlyMap<string, ReadonlySet<string>>) =>
    Object.fromEntries([...all].map(([id, names]) => [id, [...names].sort().join(' ')]))
  return {
    participations: pairs(work.seen.participations()),
    leads: pairs(work.seen.leads()),
    coordinations: pairs(work.seen.coordinations()),
    now: [work.now.partners(), work.now.leads(), work.now.coordinators()].map(crews),
    ties: work.ties.edges(),
    alone: work.coordination.alone(),
    sectors: [...work.activeSectors()],
  }
}

describe('joint work, pair by pair', () => {
  const whole = {
    participations: ['garden choir', 'garden club', 'meals bank', 'meals club'],
    leads: ['garden club', 'meals bank', 'meals club'],
    coordinations: ['garden ada', 'meals ada', 'meals ben'],
  }

  it('is who was in what in the window, and who is now', () => {
    expect(at('2024-02')).toEqual({
      ...whole,
      now: [
        { garden: 'choir club', meals: 'bank club' },
        { garden: 'club', meals: 'bank club' },
        { garden: 'ada', meals: 'ada ben' },
      ],
      ties: [
        ['choir', 'club'],
        ['bank', 'club'],
      ],
      alone: 1,
      sectors: ['business'],
    })
    expect(at('2024-04')).toEqual({
      ...whole,
      now: [{ meals: 'bank' }, { meals: 'bank' }, { meals: 'ada' }],
      ties: [],
      alone: 1,
      sectors: ['business'],
    })
  })

  it('is only of what is kept', () => {
    const only = (kept: Partial<KeptWork>) =>
      at('2024-02', { leads: false, coordination: false, acts: false, earlierTies: false, ...kept })
    expect(only({})).toMatchObject({
      participations: whole.participations,
      leads: [],
      coordinations: [],
      now: [{ garden: 'choir club', meals: 'bank club' }, {}, {}],
      ties: [
        ['choir', 'club'],
        ['bank', 'club'],
      ],
      alone: 0,
      sectors: [],
    })
    expect(only({ acts: true }).sectors).toEqual(['business'])
    expect(only({ leads: true })).toMatchObject({ leads: whole.leads, coordinations: [] })
    expect(only({ coordination: true })).toMatchObject({ leads: [], coordinations: whole.coordinations, alone: 1 })
  })
})
