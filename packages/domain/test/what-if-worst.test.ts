import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { openWhatIf } from '../src/risks/what-if/stress-test.ts'
import {
  departuresToLookAt,
  leavingOf,
  type WorstDeparture,
  worstFirst,
} from '../src/risks/what-if/worst-departures.ts'
import { initiative, instalment, part, promise, town } from './given-town.ts'

describe('the worst departures', () => {
  const departure = (organisationId: string | null, more: Partial<WorstDeparture> = {}): WorstDeparture => ({
    organisationId,
    goneIds: new Set([organisationId ?? 'council']),
    levelsRaised: 0,
    lostMinor: 0,
    lostShare: null,
    initiativesBelow: 0,
    cutOff: 0,
    ...more,
  })
  const named = (...all: WorstDeparture[]) => worstFirst(all).map((one) => one.organisationId)

  it('go by levels, then money, then initiatives, then ties, then names', () => {
    expect(
      named(
        departure('e'),
        departure('a', { cutOff: 1 }),
        departure('b', { initiativesBelow: 1 }),
        departure('c', { lostShare: 0.1 }),
        departure('d', { levelsRaised: 1 }),
      ),
    ).toEqual(['d', 'c', 'b', 'a', 'e'])
    expect(named(departure('b'), departure('a'))).toEqual(['a', 'b'])
    expect(named(departure('a'), departure(null))).toEqual([null, 'a'])
  })

  it('are five at most', () => {
    expect(named(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => departure(id)))).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('do not name again who goes along in a worse one and takes nothing more', () => {
    const worse = departure('council', {
      goneIds: new Set(['council', 'office']),
      levelsRaised: 2,
      lostMinor: 10,
      lostShare: 0.5,
      initiativesBelow: 2,
      cutOff: 2,
    })
    const along = (more: Partial<WorstDeparture>) =>
      named(worse, departure('office', { levelsRaised: 1, lostMinor: 5, initiativesBelow: 1, cutOff: 1, ...more }))
    expect(along({})).toEqual(['council'])
    expect([
      along({ lostMinor: 11 }),
      along({ initiativesBelow: 3 }),
      along({ cutOff: 3 }),
      along({ goneIds: new Set(['office', 'desk']) }),
    ]).toEqual(Array.from({ length: 4 }, () => ['council', 'office']))
    expect(along({ lostMinor: 10, initiativesBelow: 2, cutOff: 2, levelsRaised: 2 })).toEqual(['council'])
  })
})

describe('departures to look at closely', () => {
  const body = (id: string, sector: string) => ({ id, sector, legalStatus: 'civic', parentId: null })
  const paying = (...ids: string[]): History => ({
    ...town,
    organisations: ids.map((id) => body(id, id.startsWith('town') ? 'local-government' : 'sport')),
    initiatives: [],
    participations: [],
    pledges: ids.map((id) => promise(id, id)),
    instalments: ids.map((id, index) => instalment(id, '2024-06-10', 10 + index)),
  })
  const lookedAt = (history: History) =>
    departuresToLookAt(openWhatIf(history, '2024-05', { goesOn: 'as-planned', recordedUntil: '2024-05' })).map(
      (one) => one.organisationId,
    )

  it('are each organisation, and the local government as one', () => {
    expect(lookedAt(paying('town', 'a', 'b'))).toEqual(['b', 'a', null])
    expect(lookedAt(paying('town 1', 'town 2', 'a'))).toEqual([null, 'a', 'town 2', 'town 1'])
    expect(lookedAt(paying('a', 'b'))).toEqual(['b', 'a'])
  })

  it('are the eight that cost most in money, in initiatives or in ties, and nobody who costs nothing', () => {
    const payers = paying('i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a')
    expect(lookedAt(payers)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    const others = ['idle', 'lead', 'bridge', 'end', 'far'].map((id) => body(id, 'culture'))
    const initiatives = ['one', 'two', 'three'].map((id) => initiative(id, '2024-02-10'))
    const participations = [
      { ...part('one', 'lead'), role: 'lead' },
      part('one', 'end'),
      part('one', 'bridge'),
      part('two', 'bridge'),
      part('two', 'far'),
      part('two', 'x'),
      part('three', 'far'),
      part('three', 'x'),
      part('three', 'y'),
    ]
    const more = { ...payers, organisations: [...payers.organisations, ...others], initiatives, participations }
    // One initiative loses its lead; the bridge that goes cuts two off from three.
    expect(lookedAt(more)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'lead', 'bridge'])
  })

  it('are eight beside those who would only be named along with another', () => {
    // All nine bodies of the town go where it goes, and each costs less than all of them and more than B and A.
    const towns = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((one) => `town ${one}`)
    expect(lookedAt(paying('b', 'a', ...towns))).toEqual([null, ...towns.slice(2).toReversed(), 'a', 'b'])
  })

  it('are the first by id of those who cost as much, whichever is told first', () => {
    const ids = ['j', 'i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']
    const history = paying(...ids)
    const equal = { ...history, instalments: ids.map((id) => instalment(id, '2024-06-10', 10)) }
    expect(lookedAt(equal)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  it('are weighed without a share where no money is ahead', () => {
    const whatIf = openWhatIf({ ...town, instalments: [] }, '2024-05', {
      goesOn: 'as-planned',
      recordedUntil: '2024-05',
    })
    expect(whatIf.weigh(leavingOf('club'), 12)).toMatchObject({ lostMinor: 0, lostShare: null })
  })
})
