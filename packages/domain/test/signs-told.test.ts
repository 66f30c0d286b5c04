import { describe, expect, it } from 'vitest'
import type { SecondaryFlag } from '../src/risks/secondary/secondary-fold.ts'
import { secondaryFlagNames, type SecondaryFlagName } from '../src/risks/secondary/flag-names.ts'
import type { SecondaryInForce } from '../src/risks/secondary/secondary-in-force.ts'
import { signsTold } from '../src/risks/secondary/signs-told.ts'
import type { ThresholdSpan } from '../src/risks/thresholds.ts'

type Told = Pick<SecondaryFlag, 'level' | 'heldLevel' | 'onset' | 'reason'>
type Flags = Partial<Record<SecondaryFlagName, Partial<Told>>>

const clear = { level: 'none', heldLevel: 'none', onset: null } as const
const up = (level: 'watch' | 'warning' | 'critical', onset = '2024-02') => ({ level, heldLevel: level, onset }) as const
const month = (name: string, flags: Flags) =>
  ({
    month: name,
    flags: Object.fromEntries(secondaryFlagNames.map((flag) => [flag, { ...clear, ...flags[flag] }])),
  }) as unknown as SecondaryInForce['months'][number]
const all: readonly ThresholdSpan[] = [{ from: '2024-01', version: '1', values: null }]
const told = (before: Flags, now: Flags, thresholds = all) =>
  signsTold({ months: [month('2024-04', before), month('2024-05', now)], thresholds })

describe('signs told', () => {
  it('are those that are up, the worst first, and nothing of those that are clear', () => {
    const flags: Flags = { youth: up('watch'), places: up('critical', '2024-01'), volunteering: up('warning') }
    expect(told(flags, flags)).toEqual([
      { sign: 'places', level: 'critical', heldLevel: 'critical', onset: '2024-01', change: null },
      { sign: 'volunteering', level: 'warning', heldLevel: 'warning', onset: '2024-02', change: null },
      { sign: 'youth', level: 'watch', heldLevel: 'watch', onset: '2024-02', change: null },
    ])
    expect(told({}, {})).toEqual([])
  })

  it('say how they moved since the month before, also where they have cleared', () => {
    const changes = (before: Flags, now: Flags) => told(before, now).map(({ sign, change }) => [sign, change])
    expect(changes({}, { youth: up('watch') })).toEqual([['youth', 'raised']])
    expect(changes({ youth: up('warning') }, { youth: up('watch') })).toEqual([['youth', 'lowered']])
    expect(told({ youth: up('watch') }, { youth: { onset: '2024-02' } })).toEqual([
      { sign: 'youth', level: 'none', heldLevel: 'none', onset: null, change: 'cleared' },
    ])
  })

  it('of one month alone say no change', () => {
    const [only] = signsTold({ months: [month('2024-05', { youth: up('watch') })], thresholds: all })
    expect(only).toMatchObject({ sign: 'youth', change: null })
    expect(signsTold({ months: [], thresholds: all })).toEqual([])
  })

  it('name a sign that cannot be read with the level it holds', () => {
    const unread = { level: 'insufficient-data', reason: 'too-few' } as const
    expect(told({}, { youth: unread })).toMatchObject([
      { sign: 'youth', level: 'insufficient-data', heldLevel: 'none' },
    ])
    const held = { ...up('warning'), ...unread }
    expect(told({ youth: held }, { youth: held })).toMatchObject([{ heldLevel: 'warning', onset: '2024-02' }])
  })

  it('leave out what the community has switched off or does not want judged', () => {
    const off: readonly ThresholdSpan[] = [
      ...all,
      { from: '2024-05', version: '2', values: { switchedOff: ['youth'] } },
    ]
    expect(told({}, { youth: up('critical') }, off)).toEqual([])
    const unwanted = { level: 'insufficient-data', reason: 'not-applicable' } as const
    expect(told({}, { 'public-dominance': unwanted })).toEqual([])
  })
})
