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
})
