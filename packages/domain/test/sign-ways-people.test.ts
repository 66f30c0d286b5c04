import { describe, expect, it } from 'vitest'
import { explainSign } from '../src/risks/explain-signs/explain-sign.ts'
import { every, initiatives, six, ways } from './given-sign-ways.ts'
import { actsFor, coordinates, givenSigns, readIn } from './given-signs.ts'

describe('what would lower the sign of few shoulders', () => {
  const organisations = { club: 'sport', choir: 'culture', bank: 'finance', aid: 'other' }

  it('is deputies for what one person coordinates', () => {
    const history = givenSigns(
      { organisations, work: every(six, ['club']) },
      {
        coordinations: six.map((id, index) => coordinates(index < 4 ? 'ada' : index === 4 ? 'ben' : 'cleo', id)),
      },
    )
    // Ada has four of six, with two deputies four of eight, half; with three four of nine, and two persons hold half.
    expect(ways(history, 'personalisation')).toEqual([
      { code: 'deputies', value: 3, score: 1, things: initiatives('i1', 'i2', 'i3') },
    ])
  })

  it('is no deputy for what has one already', () => {
    const history = givenSigns(
      { organisations, work: every(six, ['club']) },
      {
        coordinations: [
          ...six.map((id) => coordinates('ada', id)),
          ...['i1', 'i2', 'i3', 'i5'].map((id) => coordinates('ben', id)),
        ],
      },
    )
    // Six of ten; with deputies for i4 and i6 six of twelve, half still: nothing is left to do.
    expect(ways(history, 'personalisation')).toEqual([])
  })

  it('is a second person for a partner', () => {
    const history = givenSigns(
      { organisations, work: every(six, ['club', 'choir', 'bank', 'aid']) },
      {
        representations: [
          actsFor('ada', 'club'),
          actsFor('ben', 'choir'),
          actsFor('cleo', 'bank'),
          actsFor('dora', 'aid'),
          actsFor('emil', 'aid'),
        ],
      },
    )
    expect(ways(history, 'personalisation')).toEqual([
      { code: 'second-contacts', value: 1, score: 1, things: [['partner', 'bank']] },
    ])
  })
})

describe('what would lower the sign of unpaid coordination', () => {
  const tenHours = { from: '2023-03-01', to: '2024-01-31', hours: 10 }
  const history = givenSigns(
    { organisations: { club: 'sport' }, work: every(six, ['club']) },
    {
      coordinations: six.map((id) => coordinates(id === 'i6' ? 'ben' : 'ada', id, tenHours)),
      representations: [actsFor('ada', 'club', false), actsFor('ben', 'club', true)],
    },
  )

  it('is hours on paid time, by twentieths of all', () => {
    // Fifty of sixty hours; fifty of 63 are less than four fifths.
    expect(ways(history, 'volunteering')).toEqual([{ code: 'paid-hours', value: 3, score: 0 }])
  })

  it('is more of them where more is unpaid', () => {
    const unpaid = { ...history, representations: [actsFor('ada', 'club', false), actsFor('ben', 'club', false)] }
    // Nobody has been paid since the beginning: with any paid hour it is a watch, at sixty of 63.
    expect(ways(unpaid, 'volunteering')).toEqual([{ code: 'paid-hours', value: 3, score: 1 }])
    const hardly = {
      ...history,
      coordinations: six.map((id) =>
        coordinates(id === 'i6' ? 'ben' : 'ada', id, { ...tenHours, hours: id === 'i6' ? 2 : 10 }),
      ),
    }
    // Fifty of 52; with nine hours fifty of 61 are 0.82, with twelve fifty of 64 are 0.78. A twentieth of 52 is three.
    expect(ways(hardly, 'volunteering')).toEqual([{ code: 'paid-hours', value: 12, score: 0 }])
  })

  it('is not told where what drives it is not', () => {
    expect(explainSign(history, 'volunteering', readIn).ways).toEqual([])
  })
})
