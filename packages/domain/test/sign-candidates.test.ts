import { describe, expect, it } from 'vitest'
import { explainSign } from '../src/risks/explain-signs/explain-sign.ts'
import { signCandidates } from '../src/risks/explain-signs/sign-candidates.ts'
import { openMonth, signIn } from '../src/risks/explain-signs/sign-month.ts'
import { signRows } from '../src/risks/explain-signs/sign-rows.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import type { SecondaryFlagName } from '../src/risks/secondary/flag-names.ts'
import type { SignPart } from '../src/risks/secondary/sign-parts.ts'
import { actsFor, coordinates, givenSigns, meeting, money, paid, readIn, space } from './given-signs.ts'

function candidates(history: History, sign: SecondaryFlagName, namesPersons = true) {
  const opened = openMonth(history, sign, readIn, parameters)
  const found = signCandidates(history, opened, { now: signIn(opened, sign), sign }, namesPersons)
  return { ...found, ids: found.candidates.map(({ fact }) => fact.id) }
}
const rows = (history: History, sign: SecondaryFlagName, part: SignPart) =>
  signRows(openMonth(history, sign, readIn, parameters), [part]).map(({ kind, whole, of, size }) => [
    kind,
    whole,
    of.map(([, id]) => id).join(' '),
    size,
  ])
const six = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6']
const every = (partners: readonly string[]) => Object.fromEntries(six.map((id) => [id, partners]))

describe('the facts that may drive a sign', () => {
  it('are those of the largest share, then of the larger number, then by id', () => {
    const work = { i1: ['c', 'b', 'a'], i2: ['c', 'b'], i3: ['c'], i4: ['d'], i5: ['c', 'b', 'a'], i6: [] }
    const { ids, candidates: all, of } = candidates(givenSigns({ organisations: {}, work }), 'youth', false)
    expect(ids).toEqual(['i1', 'i5', 'i2', 'i3', 'i4', 'c', 'b', 'a', 'd'])
    expect(of).toBe(9)
    expect(all.map(({ weight }) => weight)).toEqual([3, 3, 2, 1, 1, 4, 3, 2, 1].map((size) => size / 10))
  })

  it('are at most twelve initiatives, twelve partners and eight persons, of how many there are', () => {
    const many = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`)
    const work = Object.fromEntries(many('i', 20).map((id) => [id, many('o', 15)]))
    const history = givenSigns(
      { organisations: {}, work },
      {
        coordinations: many('i', 20).flatMap((id) => many('p', 10).map((person) => coordinates(person, id))),
        representations: many('o', 15).map((id) => actsFor('p00', id)),
      },
    )
    const named = candidates(history, 'personalisation')
    const kinds = Object.groupBy(named.candidates, ({ fact }) => fact.kind)
    expect([kinds.person?.length, kinds.initiative?.length, kinds.partner?.length]).toEqual([8, 12, 12])
    expect(named.of).toBe(10 + 20 + 15)
    const unnamed = candidates(history, 'personalisation', false)
    expect([unnamed.candidates.length, unnamed.of]).toEqual([24, 35])
    expect(unnamed.candidates.every(({ fact }) => fact.kind !== 'person')).toBe(true)
  })

  it('have their share in what decides, before what else the sign is read from', () => {
    // Two hours of the council's decide; the lead roles of the club do not, nor does the money of the bank.
    const history = givenSigns(
      {
        organisations: { council: ['local-government', 'public'], club: 'sport', bank: 'finance' },
        work: { ...every([]), i1: [['club', 'lead']] },
      },
      {
        spaces: [space('hall', 'physical', 'council')],
        bookings: [meeting('b1', 'hall', 'council', { organisationId: 'club' }), meeting('b2', 'hall', 'council')],
        ...money(paid('p1', 'bank', 100), paid('p2', 'bank', -40, '2023-07-01'), paid('p3', 'zoo', 40, '2023-07-01')),
      },
    )
    const { candidates: all } = candidates(history, 'public-dominance')
    expect(
      all.map(({ fact: { id, said } }) => [id, said.code, Object.values(said.values).map((one) => one.value)]),
    ).toEqual([
      ['i1', 'leads', [1, 1]],
      ['council', 'meetings', [2, 1]],
      ['club', 'meetings', [1, 0.5]],
      ['guest', 'meetings', [1, 0.5]],
      ['bank', 'income', [60, 0.6]],
      ['zoo', 'income', [40, 0.4]],
    ])
  })
})

describe('what a sign is read from', () => {
  it('is participations of sectors that are wanted, each of its sector', () => {
    const history = givenSigns(
      {
        organisations: { club: 'sport', bank: 'finance', fund: 'finance' },
        work: { i1: ['club', 'bank', 'nobody'], i2: ['fund'] },
      },
      { coreSectors: ['finance', 'energy'] },
    )
    expect(rows(history, 'sector-failure', 'missingCore')).toEqual([
      ['wanted-sector', 'finance', 'bank', 1],
      ['wanted-sector', 'finance', 'fund', 1],
    ])
    expect(rows(history, 'sector-failure', 'largestShare')).toHaveLength(4)
  })

  it('is meetings of twelve months, of who booked and who hosts, each once', () => {
    const history = givenSigns(
      { organisations: {}, work: every(['club']) },
      {
        spaces: [],
        bookings: [
          meeting('before', 'hall', 'hotel', { startsOn: '2023-01-31' }),
          meeting('first', 'hall', 'hotel', { startsOn: '2023-02-01', initiativeId: 'i1', hours: 1.5 }),
          meeting('own', 'hall', 'hotel', { startsOn: '2024-01-31', organisationId: 'hotel' }),
          meeting('after', 'hall', 'hotel', { startsOn: '2024-02-01' }),
        ],
      },
    )
    expect(rows(history, 'places', 'physicalShare')).toEqual([
      ['meetings', '', 'i1 guest hotel', 1.5],
      ['meetings', '', 'hotel', 1],
    ])
  })

  it('is who acts for partners now, each person once', () => {
    const representations = [
      actsFor('ada', 'club'),
      { ...actsFor('ada', 'club'), capacity: 'second' },
      { ...actsFor('ben', 'club'), to: '2024-01-31' },
      { ...actsFor('cleo', 'club'), to: '2024-02-01' },
      { ...actsFor('dora', 'club'), from: '2024-02-01' },
      { ...actsFor('emil', 'club'), from: '2024-01-31' },
      actsFor('fay', 'stranger'),
    ]
    const history = givenSigns({ organisations: {}, work: every(['club']) }, { representations })
    expect(rows(history, 'personalisation', 'soleContacts').map(([, , of]) => of)).toEqual([
      'club ada',
      'club cleo',
      'club emil',
    ])
    const unkept = givenSigns({ organisations: {}, work: every(['club']) })
    expect(rows(unkept, 'personalisation', 'soleContacts')).toEqual([])
    expect(rows(unkept, 'places', 'noDoor')).toEqual([])
  })

  it('is rooms of the last six months that have a door', () => {
    const spaces = [
      space('hall', 'physical', 'hotel'),
      space('studio', 'digital', 'shop'),
      { ...space('later', 'hybrid', 'farm'), from: '2024-02-01' },
      { ...space('latest', 'hybrid', 'camp'), from: '2024-01-31' },
      { ...space('square', 'physical', 'town'), hostId: null },
    ]
    const history = givenSigns({ organisations: {}, work: every([]) }, { spaces, bookings: [] })
    expect(rows(history, 'places', 'noDoor').map(([, , of]) => of)).toEqual(['hotel', 'camp', ''])
  })

  it('is hours of coordination that lie in the window, however early they began', () => {
    const coordinations = [
      // A year of 365 days, of which the last 90 lie in the window: 2023-02-01 to 2023-05-02.
      coordinates('ada', 'i1', { from: '2022-05-02', to: '2023-05-02', hours: 365 }),
      coordinates('ben', 'i1', { from: '2024-01-01', to: '2024-02-10', hours: 40 }),
      coordinates('cleo', 'i1', { hours: null }),
    ]
    const told = givenSigns({ organisations: {}, work: every(['club']) }, { coordinations, representations: [] })
    const history = {
      ...told,
      initiatives: told.initiatives.map((one) => ({ ...one, startedOn: '2022-05-02' })),
    }
    expect(rows(history, 'volunteering', 'volunteerShare')).toEqual([
      ['hours', '', 'i1 ben', 31],
      ['hours', '', 'i1 ada', 90],
      ['hours', '', 'i1 cleo', 0],
    ])
  })
})

describe('a sign of a month the records do not reach', () => {
  it('is not read, and says why', () => {
    const history = givenSigns(
      { organisations: { club: 'sport' }, work: every(['club']) },
      { dataCompleteThrough: '2023-12-31' },
    )
    expect(explainSign(history, 'youth', readIn)).toMatchObject({
      score: null,
      reason: 'incomplete-after:2023-12-31',
      dataCompleteThrough: '2023-12-31',
      parts: { direct: null },
      drivers: { raising: [], holding: [], tried: 0, of: 0 },
      ways: [],
    })
    expect(explainSign(history, 'youth', '2024-01')).toMatchObject({ score: 2, reason: null, parts: { direct: 2 } })
  })
})
