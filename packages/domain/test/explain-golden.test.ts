import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import { evaluate } from '../src/risks/timeline.ts'
import { packageHistory } from './package-history.ts'

const golden = packageHistory(new URL('../fixtures/golden/', import.meta.url))

describe('the golden community explained', () => {
  it.each(['2020-07', '2020-12', '2021-04', '2021-10'])(
    'says of its stillness in %s what the reading says',
    (month) => {
      const { stagnation } = evaluate(golden, month)
      const { level, score, drivers, ways, readings } = explain(golden, 'network-stagnation', month)
      expect([level, score]).toEqual([stagnation.level, stagnation.score])
      const points = Object.fromEntries(
        Object.entries(stagnation.families).map(([name, family]) => [name, family.points]),
      )
      expect(
        Object.fromEntries(readings.flatMap((one) => (one.name in points ? [[one.name, one.grade]] : []))),
      ).toEqual(points)
      // Left out again, each driver leaves the score it is said to leave.
      for (const one of [...drivers.raising, ...drivers.holding])
        if (one.scoreWithout !== null) expect(one.effect).toBe((score ?? 0) - one.scoreWithout)
      expect(ways.length).toBeGreaterThan(0)
      for (const way of ways) {
        expect(way.score).toBeLessThan(score ?? 0)
        expect(way.steps.length).toBeGreaterThan(0)
      }
    },
  )
})
