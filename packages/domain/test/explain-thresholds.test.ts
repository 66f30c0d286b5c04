import { describe, expect, it } from 'vitest'
import { fundingThresholds, stagnationThresholds } from '../src/risks/explain/thresholds.ts'
import { parameters } from '../src/risks/parameters.ts'

const { stagnation, funding } = parameters

/** One line of docs/indicators.md §4: the grade it leads to, what is measured, how it has to stand, and to what. */
const line = (grade: number, measure: string, is: string, at: number) => ({ grade, measure, is, at })

describe('the lines of the five families', () => {
  it('are two probabilities that the pace fell', () => {
    expect(stagnationThresholds.renewal(stagnation)).toEqual([
      line(1, 'pBelow75pct', 'at-least', 0.8),
      line(2, 'pBelow50pct', 'at-least', 0.9),
    ])
  })

  it('are a silence that surprises and is long, both at once', () => {
    expect(stagnationThresholds.gap(stagnation)).toEqual([
      line(1, 'p', 'below', 0.1),
      line(1, 'days', 'at-least', 60),
      line(2, 'p', 'below', 0.02),
      line(2, 'days', 'at-least', 120),
    ])
  })

  it('are half and a quarter of the novelty there could be', () => {
    expect(stagnationThresholds.novelty(stagnation)).toEqual([
      line(1, 'relative', 'at-most', 0.5),
      line(2, 'relative', 'at-most', 0.25),
    ])
  })

  it('are three quarters and half of the usual partners', () => {
    expect(stagnationThresholds.participation(stagnation)).toEqual([
      line(1, 'now / median24m', 'at-most', 0.75),
      line(2, 'now / median24m', 'at-most', 0.5),
    ])
  })

  it('are half and a third of what usually goes on, so few not by chance', () => {
    const share = 'stillRunning / running / medianShare24m'
    expect(stagnationThresholds.pipeline(stagnation)).toEqual([
      line(1, share, 'at-most', 1 / 2),
      line(1, 'p', 'at-most', 0.05),
      line(2, share, 'at-most', 1 / 3),
      line(2, 'p', 'at-most', 0.01),
    ])
  })
})

describe('the lines of the seven sub-levels', () => {
  it('are either a large funder or few, each enough of itself', () => {
    const enough = (...args: Parameters<typeof line>) => ({ ...line(...args), suffices: true })
    expect(fundingThresholds.concentration(funding)).toEqual([
      enough(1, 'reliance', 'at-least', 0.35),
      enough(2, 'reliance', 'at-least', 0.5),
      enough(3, 'reliance', 'at-least', 0.7),
      enough(1, 'effectiveFunders', 'below', 4),
      enough(2, 'effectiveFunders', 'below', 2.5),
      enough(3, 'effectiveFunders', 'below', 1.7),
    ])
  })

  it.each([
    ['incomeFall', 'ratio', 'at-most', [0.75, 0.5]],
    ['runway', 'months', 'below', [12, 6, 3]],
    ['cliff', 'months', 'at-most', [12, 6, 3]],
    ['fulfilment', 'share', 'below', [0.9, 0.75, 0.5]],
    ['retention', 'share', 'below', [0.7, 0.5, 0.3]],
    ['publicShare', 'share', 'at-least', [0.6, 0.75, 0.9]],
  ] as const)('of %s are by its %s, %s', (name, measure, is, ats) => {
    expect(fundingThresholds[name](funding)).toEqual(ats.map((at, index) => line(index + 1, measure, is, at)))
  })
})
