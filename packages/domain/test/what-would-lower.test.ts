import { describe, expect, it } from 'vitest'
import { timeline } from '../src/risks/timeline.ts'
import { initiativesThatWouldLower } from '../src/risks/what-would-lower.ts'
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

  it('is the smallest number that would do, the sooner month first', () => {
    const { months } = timeline(history, '2020-06', '2022-12')
    const answers = months.flatMap(({ month }) => initiativesThatWouldLower(history, month) ?? [])
    expect(answers.length).toBeGreaterThan(5)
    for (const { initiatives, newPartnersEach, by, score } of answers) {
      expect(initiatives).toBeGreaterThanOrEqual(1)
      expect(initiatives).toBeLessThanOrEqual(8)
      expect([0, 1]).toContain(newPartnersEach)
      expect(by).toMatch(/-(28|29|30|31)$/)
      expect(score).toBeGreaterThanOrEqual(0)
    }
  })
})
