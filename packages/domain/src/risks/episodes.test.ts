import { describe, expect, it } from 'vitest'
import { monthFromIndex, monthIndex } from '../values/month.ts'
import { episodeOf, episodesOf } from './episodes.ts'
import { type FlagLevel, flagLevels } from './flag-level.ts'

/** One letter a month from January 2025: n, w, W (warning), c. */
const series = (letters: string) =>
  [...letters].map((letter, index) => {
    const heldLevel = flagLevels['nwWc'.indexOf(letter)] as FlagLevel
    return {
      month: monthFromIndex(monthIndex('2025-01') + index),
      flag: { heldLevel, onset: heldLevel === 'none' ? null : '2024-12', evidenceOnset: '2024-11-01' },
    }
  })

describe('episodesOf', () => {
  it('an episode goes from rising to clearing and keeps its peak', () => {
    expect(episodesOf(series('nwWcWwn'), 6)).toEqual([
      {
        onset: '2024-12',
        raisedIn: '2025-02',
        evidenceOnset: '2024-11-01',
        peak: 'critical',
        clearedIn: '2025-07',
        reopenedIn: [],
      },
    ])
  })

  it('rising again within six months is the same episode, a month later another', () => {
    expect(episodesOf(series('wnnnnnnw'), 6)).toMatchObject([{ clearedIn: null, reopenedIn: ['2025-08'] }])
    expect(episodesOf(series('wnnnnnnnw'), 6)).toMatchObject([
      { clearedIn: '2025-02' },
      { raisedIn: '2025-09', clearedIn: null },
    ])
  })

  it('a series that begins with a raised flag begins with an episode; one that stays clear has none', () => {
    expect(episodesOf(series('ww'), 6)).toMatchObject([{ raisedIn: '2025-01', clearedIn: null }])
    expect(episodesOf(series('nnn'), 6)).toEqual([])
  })
})

describe('episodeOf', () => {
  it('a month belongs to the episode from its onset to before the reading that cleared it', () => {
    const episodes = episodesOf(series('nwwn'), 6)
    const isIn = (month: string) => episodeOf(episodes, month) !== null
    expect(['2024-11', '2024-12', '2025-03', '2025-04'].map(isIn)).toEqual([false, true, true, false])
  })
})
