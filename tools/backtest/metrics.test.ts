import { describe, expect, it } from 'vitest'
import { resultsOf } from './detector.ts'
import { bootstrapInterval, figuresOf, quantile, type Tally, tallyOfFalls, tallyOfOutcome } from './metrics.ts'
import { seeded } from './random.ts'
import { heldThroughUnknown } from './signals.ts'

/** Forty months; `on` names the months with the alarm on, `unread` those without a reading. */
function signals(on: readonly number[], unread: readonly number[] = []) {
  return Array.from({ length: 40 }, (_, month) => ({ isOn: on.includes(month), isRead: !unread.includes(month) }))
}

const span = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

describe('tally of a network with a fall', () => {
  it('an alarm on at the fall has found it, with the months it was on before as lead', () => {
    const tally = tallyOfFalls(signals(span(25, 35)), [{ at: 30, recoveredAt: null }], 0)
    expect(tally).toMatchObject({ events: 1, found: 1, leads: [5], trueAlarms: 1, falseAlarms: 0, changes: 2 })
  })

  it('an alarm that ended before the fall has not found it, and is not false within eighteen months of it', () => {
    const tally = tallyOfFalls(signals([20, 21]), [{ at: 30, recoveredAt: null }], 0)
    expect(tally).toMatchObject({ found: 0, trueAlarms: 1, falseAlarms: 0 })
  })

  it('an alarm in quiet months is false; quiet is what lies more than eighteen months before a fall', () => {
    const tally = tallyOfFalls(signals([3, 4, 5]), [{ at: 30, recoveredAt: null }], 0)
    expect(tally).toMatchObject({ trueAlarms: 0, falseAlarms: 1, falseEpisodes: 1, quietMonths: 13, quietMonthsOn: 3 })
  })

  it('months between a fall and its recovery count as neither', () => {
    const tally = tallyOfFalls(signals(span(22, 25)), [{ at: 20, recoveredAt: 28 }], 0)
    expect(tally).toMatchObject({ trueAlarms: 0, falseAlarms: 0, quietMonths: 3 + 11 })
  })

  it('the time to clear runs from the recovery to the end of the alarm that was on at the fall', () => {
    const falls = [{ at: 20, recoveredAt: 25 }]
    expect(tallyOfFalls(signals(span(18, 29)), falls, 0).clears).toEqual([4])
    expect(tallyOfFalls(signals(span(18, 23)), falls, 0).clears).toEqual([0])
    expect(tallyOfFalls(signals([]), falls, 0).clears).toEqual([])
  })

  it('months before the reading begins count nowhere', () => {
    const tally = tallyOfFalls(signals([1, 2], span(0, 26)), [], 24)
    expect(tally).toMatchObject({ months: 16, unreadMonths: 2, falseEpisodes: 0, changes: 0 })
  })
})

describe('tally of a community known by its outcome', () => {
  const alarm = heldThroughUnknown([false, false, true, true, false])
  it('is alarmed when the alarm was ever on', () => {
    expect(tallyOfOutcome(alarm, { isDissolved: true, isEndSeen: true })).toMatchObject({
      found: 1,
      leads: [2],
      trueAlarms: 1,
      falseEpisodes: 0,
    })
    expect(tallyOfOutcome(alarm, { isDissolved: false, isEndSeen: true })).toMatchObject({
      events: 0,
      falseAlarms: 1,
      quietMonths: 5,
      clears: [2],
    })
  })

  it('has no lead where the record ends before the community does', () => {
    expect(tallyOfOutcome(alarm, { isDissolved: true, isEndSeen: false }).leads).toEqual([])
  })
})

describe('figures', () => {
  const found = tallyOfOutcome(heldThroughUnknown([true, true]), { isDissolved: true, isEndSeen: true })
  const missed = tallyOfOutcome(heldThroughUnknown([false, false]), { isDissolved: true, isEndSeen: true })
  const wrong = tallyOfOutcome(heldThroughUnknown([true, false]), { isDissolved: false, isEndSeen: true })

  it('are ratios of sums over networks', () => {
    const figures = figuresOf([found, missed, wrong, found])
    expect(figures).toMatchObject({ precision: 2 / 3, recall: 2 / 3, events: 3, found: 2 })
    expect(figures.f1).toBeCloseTo(2 / 3, 12)
    expect(figures.changesPerYear).toBe((12 * 4) / 8)
    expect(figures.falseEpisodesPerYear).toBe((12 * 1) / 2)
  })

  it('are unknown where nothing can be counted, never zero', () => {
    expect(figuresOf([missed])).toMatchObject({ precision: null, recall: 0, f1: null, falseEpisodesPerYear: null })
  })

  it('a quantile lies between its neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([], 0.5)).toBeNull()
  })

  it('an interval draws whole networks, follows from its seed and needs five of them', () => {
    const tallies: Tally[] = [found, found, missed, wrong, found, missed, wrong, found]
    const recall = (seed: number) => bootstrapInterval(tallies, (figures) => figures.recall, seeded(seed))
    expect(recall(3)).toEqual(recall(3))
    const [low, high] = recall(3) ?? [NaN, NaN]
    expect(low).toBeLessThan(figuresOf(tallies).recall ?? NaN)
    expect(high).toBeGreaterThan(figuresOf(tallies).recall ?? NaN)
    expect(bootstrapInterval(tallies.slice(0, 4), (figures) => figures.recall, seeded(3))).toBeNull()
  })

  it('of each detector come from the networks that have it', () => {
    const networks = [
      new Map([['one', found]]),
      new Map([
        ['one', missed],
        ['other', wrong],
      ]),
    ]
    const results = resultsOf(networks, seeded(1))
    expect(results.map(({ detector, figures }) => [detector, figures.recall])).toEqual([
      ['one', 0.5],
      ['other', null],
    ])
  })
})
