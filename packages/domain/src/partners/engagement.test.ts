import { describe, expect, it } from 'vitest'
import { engagementOf, silenceFrom } from './engagement.ts'

const today = '2026-11-26'
const heard = { lastActOn: null, memberSince: '2020-01-01', isInRunning: false }

describe('engagementOf', () => {
  it.each([
    ['an act today', { lastActOn: '2026-11-26' }, 'active'],
    ['an act 90 days ago', { lastActOn: '2026-08-28' }, 'active'],
    ['an act 91 days ago', { lastActOn: '2026-08-27' }, 'quiet'],
    ['an act 180 days ago', { lastActOn: '2026-05-30' }, 'quiet'],
    ['an act 181 days ago', { lastActOn: '2026-05-29' }, 'dormant'],
    ['no act at all', {}, 'dormant'],
    ['no act, a member for 90 days', { memberSince: '2026-08-28' }, 'active'],
    ['no act, a member for 91 days', { memberSince: '2026-08-27' }, 'quiet'],
    ['no act, a member for 181 days', { memberSince: '2026-05-29' }, 'dormant'],
    ['nothing known', { memberSince: null }, 'dormant'],
    ['an old act, back as a member since yesterday', { lastActOn: '2019-01-01', memberSince: '2026-11-25' }, 'active'],
    ['an old act, in an initiative that runs', { lastActOn: '2019-01-01', isInRunning: true }, 'quiet'],
    ['a recent act, in an initiative that runs', { lastActOn: '2026-11-01', isInRunning: true }, 'active'],
  ])('%s', (_, facts, expected) => {
    expect(engagementOf({ ...heard, ...facts }, today)).toBe(expected)
  })

  it('silence is counted from the later of the last act and the beginning of the membership', () => {
    expect(silenceFrom({ lastActOn: '2026-01-01', memberSince: '2025-01-01' })).toBe('2026-01-01')
    expect(silenceFrom({ lastActOn: '2024-01-01', memberSince: '2025-01-01' })).toBe('2025-01-01')
    expect(silenceFrom({ lastActOn: null, memberSince: null })).toBeNull()
  })
})
