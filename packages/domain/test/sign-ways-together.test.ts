import { describe, expect, it } from 'vitest'
import { openMonth, recordsSince, signIn } from '../src/risks/explain-signs/sign-month.ts'
import { signWays } from '../src/risks/explain-signs/sign-ways.ts'
import { parameters } from '../src/risks/parameters.ts'
import { every, initiatives, six, ways, waysTogether } from './given-sign-ways.ts'
import { actsFor, coordinates, givenSigns, meeting, money, paid, readIn, space } from './given-signs.ts'

describe('where no kind of event would lower a sign by itself', () => {
  const organisations = { club: 'sport', choir: 'culture', bank: 'finance', aid: 'other' }
  /** Ada has five of ten coordinations, and two of six initiatives nobody beside her; of four partners three have one person. */
  const shoulders = givenSigns(
    { organisations, work: every(six, ['club', 'choir', 'bank', 'aid']) },
    {
      coordinations: [
        ...['i1', 'i2', 'i3', 'i4', 'i5'].map((id) => coordinates('ada', id)),
        coordinates('ben', 'i1'),
        coordinates('cleo', 'i2'),
        coordinates('dora', 'i3'),
        coordinates('emil', 'i6'),
        coordinates('fay', 'i6'),
      ],
      representations: [
        actsFor('ada', 'club'),
        actsFor('ben', 'choir'),
        actsFor('cleo', 'bank'),
        actsFor('dora', 'aid'),
        actsFor('emil', 'aid'),
      ],
    },
  )

  it('two kinds are told together, each as few times as it takes', () => {
    // With a deputy for i4 five of eleven, and it takes two to hold half; with a second person for the bank two of four have one only.
    expect(waysTogether(shoulders, 'personalisation')).toEqual([
      {
        steps: [
          { code: 'deputies', value: 1, things: initiatives('i4') },
          { code: 'second-contacts', value: 1, things: [['partner', 'bank']] },
        ],
        score: 1,
      },
    ])
  })

  it('nothing is told together where one of them alone would do', () => {
    const [, ...others] = shoulders.representations ?? []
    // Of four partners two have one person, and the club a second one: only who coordinates is raised.
    const history = { ...shoulders, representations: [...others, actsFor('ada', 'club'), actsFor('fay', 'club')] }
    expect(ways(history, 'personalisation')).toEqual([
      { code: 'deputies', value: 1, score: 1, things: initiatives('i4') },
    ])
  })

  const council = { council: ['local-government', 'public'], club: 'sport' } as const
  const given = money(paid('p1', 'council', 960_00), paid('p2', 'club', 40_00, '2023-06-01'))
  const hosted = {
    spaces: [space('hall', 'physical', 'council')],
    bookings: [
      ...Array.from({ length: 39 }, (_, index) => meeting(`b${index}`, 'hall', 'council')),
      meeting('b39', 'barn', 'club'),
    ],
  }
  const privateMoney = { code: 'private-income', value: 100_00 }
  const otherHosts = { code: 'other-hosts', value: 4 }

  it('no third kind is told where two would do', () => {
    // 960 of 1,000 and 39 of 40 hours: both more than nine tenths, and nobody leads.
    const history = givenSigns({ organisations: council, work: every(six, ['club']) }, { ...given, ...hosted })
    expect(waysTogether(history, 'public-dominance')).toEqual([{ steps: [privateMoney, otherHosts], score: 2 }])
  })

  it('three kinds are told together where it takes all of them', () => {
    const led = Object.fromEntries(six.map((id) => [id, [['council', 'lead'] as const, 'club']]))
    const history = givenSigns({ organisations: council, work: led }, { ...given, ...hosted })
    // The council leads all six; with the club leading along one, six of seven.
    expect(waysTogether(history, 'public-dominance')).toEqual([
      {
        steps: [{ code: 'other-leads', value: 1, things: initiatives('i1') }, privateMoney, otherHosts],
        score: 2,
      },
    ])
  })

  it('nothing is told where not even all of them would do', () => {
    const led = Object.fromEntries(six.map((id) => [id, [['council', 'lead'] as const]]))
    // Nobody but the council is there to lead.
    const history = givenSigns({ organisations: council, work: led }, { ...given, ...hosted })
    expect(waysTogether(history, 'public-dominance')).toEqual([])
  })

  it('kinds that act on the same part are other ways, and not told together', () => {
    const ids = Array.from({ length: 900 }, (_, index) => `i${index}`)
    const history = givenSigns({ organisations: { club: 'sport' }, work: every(ids, ['club']) })
    const opened = openMonth(history, 'youth', readIn, parameters)
    const now = signIn(opened, 'youth')
    expect(now.score).toBe(2)
    // A youth group in 64 of 900 or of 964 is less than a tenth; in 128 of 964 it would be more, and nobody would call that a way.
    expect(signWays(history, opened, { now, sign: 'youth', month: readIn }, recordsSince(history))).toEqual([])
  })
})
