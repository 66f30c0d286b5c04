import { describe, expect, it } from 'vitest'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { initiativesThatWouldLower } from '../src/risks/what-would-lower.ts'
import { addMonths } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'
import { packageHistory } from './package-history.ts'

const history = packageHistory(new URL('../fixtures/golden/', import.meta.url))

describe('what would lower a score', () => {
  it('is fewer points than each month has, and nothing where there are none', () => {
    const { months } = timeline(history, '2020-06', '2022-12')
    expect(months).toHaveLength(31)
    for (const { month, stagnation } of months) {
      const initiatives = initiativesThatWouldLower(history, month)
      if (stagnation.score === 0) expect(initiatives).toBeNull()
      else expect(initiatives?.score).toBeLessThan(stagnation.score ?? 0)
    }
  })

  it('is one start while only silence speaks', () => {
    expect(initiativesThatWouldLower(history, '2020-06')).toEqual({
      initiatives: 1,
      newPartnersEach: 0,
      by: '2020-06-30',
      score: 1,
    })
  })

  it('is nothing where nothing can be read or nothing has to be lowered', () => {
    expect(initiativesThatWouldLower(history, '2016-06')).toBeNull()
    const { months } = timeline(history, '2017-02', '2022-12')
    const calm = months.find(({ stagnation }) => stagnation.score === 0)
    expect(calm).toBeDefined()
    expect(initiativesThatWouldLower(history, calm?.month ?? '')).toBeNull()
  })

  it.each([
    ['2020-06', 1, 0, 1],
    ['2020-07', 5, 1, 0],
    ['2020-08', 4, 0, 1],
    ['2020-09', 2, 0, 2],
    ['2021-03', 2, 1, 3],
    ['2021-04', 2, 1, 3],
    ['2022-02', 2, 0, 0],
  ])('in %s is %i, with %i newcomers in each, and leaves %i points', (month, initiatives, newPartnersEach, score) => {
    expect(initiativesThatWouldLower(history, month)).toMatchObject({ initiatives, newPartnersEach, score })
  })

  it.each(['2020-07', '2021-03', '2021-04', '2021-05'])(
    'can be found again by beginning them in %s, and none fewer would do',
    (month) => {
      const answer = initiativesThatWouldLower(history, month)
      const known = history.participations[0]?.organisationId ?? ''
      const begun = (count: number) => {
        const work = givenWork(
          Array.from({ length: count }, (_, index) => ({
            id: `begun ${index}`,
            startedOn: `${month}-${String(11 + index)}`,
            plannedEndOn: `${addMonths(month, 9)}-20`,
            partners: [known, `newcomer ${index}`],
          })),
        )
        const busier = {
          ...history,
          initiatives: [...history.initiatives, ...work.initiatives],
          participations: [...history.participations, ...work.participations],
        }
        return evaluate(busier, addMonths(month, 1)).stagnation.score
      }
      const now = evaluate(history, month).stagnation.score ?? 0
      expect(answer?.newPartnersEach).toBe(1)
      expect(begun(answer?.initiatives ?? 0)).toBe(answer?.score)
      expect(begun((answer?.initiatives ?? 0) - 1)).toBeGreaterThanOrEqual(now)
    },
  )
})
