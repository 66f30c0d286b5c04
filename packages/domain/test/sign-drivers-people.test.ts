import { describe, expect, it } from 'vitest'
import { effects, explained, number, share } from './given-sign-drivers.ts'
import { actsFor, coordinates, givenSigns } from './given-signs.ts'

describe('what drives the sign of few shoulders', () => {
  const work = { i1: ['club'], i2: ['club'], i3: ['club'], i4: ['club'], i5: ['club'], i6: ['club'] }
  const organisations = { club: 'sport', choir: 'culture', bank: 'finance', zoo: 'other' }
  // Ada coordinates all six, in five of them with somebody else: six of eleven.
  const carried = givenSigns(
    { organisations, work },
    {
      coordinations: [
        ...Object.keys(work).map((id) => coordinates('ada', id)),
        ...['ben', 'cleo', 'dora', 'emil', 'fay'].map((person, index) => coordinates(person, `i${index + 1}`)),
      ],
    },
  )

  it('is who coordinates most, and what has no deputy', () => {
    const { score, drivers, isWithheld } = explained(carried, 'personalisation')
    expect([score, isWithheld]).toEqual([2, false])
    // Without her three of five hold half of five; without i6 she has five of ten.
    expect(effects(drivers.raising)).toEqual([
      ['ada', 2],
      ['i6', 0],
    ])
    expect(drivers.raising[0]).toMatchObject({
      kind: 'person',
      said: { code: 'coordinations', values: { count: number(6), share: share(6 / 11) } },
      moves: { reading: 'coordination', measure: 'holders', with: number(1), without: number(3) },
    })
    expect(drivers.raising[1]).toMatchObject({
      moves: { measure: 'topShare', with: share(6 / 11), without: share(0.5) },
    })
    expect(drivers.tried).toBe(12)
  })

  it('is told without persons where they may not be named', () => {
    const { score, drivers, isWithheld } = explained(carried, 'personalisation', false)
    expect([score, isWithheld]).toEqual([2, false])
    expect(effects(drivers.raising)).toEqual([['i6', 0]])
    expect([...drivers.raising, ...drivers.holding].map((one) => one.kind)).not.toContain('person')
    expect(drivers.tried).toBe(6)
  })

  it('is partners for whom one person acts; a second one holds it down', () => {
    const partners = ['club', 'choir', 'bank', 'zoo']
    const history = givenSigns(
      { organisations, work: { i1: partners, i2: partners, i3: partners, i4: partners, i5: partners } },
      {
        representations: [
          actsFor('ada', 'club'),
          actsFor('ben', 'choir'),
          actsFor('cleo', 'bank'),
          actsFor('dora', 'zoo'),
          actsFor('emil', 'zoo'),
        ],
      },
    )
    // Three of four, a warning; without one of the three two of three, a watch.
    const { score, parts, drivers } = explained(history, 'personalisation')
    expect([score, parts]).toEqual([2, { coordination: null, soleContacts: 2 }])
    expect(effects(drivers.raising)).toEqual([
      ['bank', 1],
      ['choir', 1],
      ['club', 1],
      ['ada', 1],
      ['ben', 1],
    ])
    expect(effects(drivers.holding)).toEqual([
      ['zoo', 0],
      ['dora', 0],
      ['emil', 0],
    ])
    expect(drivers.holding[0]).toMatchObject({
      said: { code: 'contacts', values: { count: number(2) } },
      moves: { measure: 'soleContacts', with: share(0.75), without: share(1) },
    })
  })
})

describe('what drives the sign of unpaid coordination', () => {
  const initiatives = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6']
  const work = Object.fromEntries(initiatives.map((id) => [id, ['club']]))
  const tenHours = { from: '2023-03-01', to: '2024-01-31', hours: 10 }
  const history = givenSigns(
    { organisations: { club: 'sport' }, work },
    {
      coordinations: initiatives.map((id) => coordinates(id === 'i6' ? 'ben' : 'ada', id, tenHours)),
      representations: [actsFor('ada', 'club', false), actsFor('ben', 'club', true)],
    },
  )

  it('is who gives most hours unpaid; who is paid holds it down', () => {
    const { score, drivers } = explained(history, 'volunteering')
    expect(score).toBe(1)
    expect(drivers.raising[0]).toMatchObject({
      kind: 'person',
      id: 'ada',
      effect: 1,
      said: { code: 'hours', values: { hours: number(50), share: share(5 / 6) } },
      moves: { reading: 'volunteerShare', measure: 'volunteers', with: share(5 / 6), without: share(0) },
    })
    // Without ben nobody is paid, and six run.
    expect(effects(drivers.holding)).toEqual([
      ['i6', -1],
      ['ben', -1],
    ])
  })

  it('is not told where persons may not be named', () => {
    expect(explained(history, 'volunteering', false)).toMatchObject({
      score: 1,
      isWithheld: true,
      drivers: { raising: [], holding: [], tried: 0, of: 0 },
    })
  })
})
