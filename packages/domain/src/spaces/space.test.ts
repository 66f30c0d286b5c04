import { describe, expect, it } from 'vitest'
import { defaultBookingRules, offerSpace, withdrawSpace, type SpaceDraft } from './space.ts'

const hall: SpaceDraft = {
  ...defaultBookingRules,
  kind: 'physical',
  address: 'Market 1',
  url: null,
  timezone: 'Europe/Copenhagen',
  openings: null,
}

describe('offerSpace', () => {
  it('gives the opening hours in their one text', () => {
    expect(offerSpace(hall)).toEqual({ allowed: true, value: { openingHours: null } })
    const open = { ...hall, openings: [{ weekday: 1, opensAt: '09:00', closesAt: '17:00' }] }
    expect(offerSpace(open)).toEqual({ allowed: true, value: { openingHours: 'Mo 09:00-17:00' } })
  })

  it.each<[string, Partial<SpaceDraft>]>([
    ['space-needs-address', { address: ' ' }],
    ['space-needs-url', { kind: 'digital' }],
    ['space-needs-url', { kind: 'hybrid' }],
    ['space-needs-address', { kind: 'hybrid', address: null, url: 'https://meet.example' }],
    ['shared-space-not-digital', { isShared: true }],
    ['timezone-unknown', { timezone: '+02:00' }],
    ['shortest-above-longest', { shortestMinutes: 60, longestMinutes: 30 }],
    ['opening-hours-not-possible', { openings: [] }],
  ])('%s for %j', (problem, change) => {
    expect(offerSpace({ ...hall, ...change })).toMatchObject({ allowed: false, problem })
  })

  it('a digital space needs no address and may be shared', () => {
    expect(
      offerSpace({ ...hall, kind: 'digital', address: null, url: 'https://meet.example', isShared: true }).allowed,
    ).toBe(true)
  })
})

describe('withdrawSpace', () => {
  const offered = { from: '2025-01-01', to: null }

  it('keeps the day and the reason, and can be moved until the day has come', () => {
    const value = { to: '2026-06-01', reason: 'Roof works' }
    expect(withdrawSpace(offered, '2026-06-01', ' Roof works ', [], '2026-05-15')).toEqual({ allowed: true, value })
    expect(withdrawSpace({ ...offered, to: '2026-06-01' }, '2026-07-01', 'Later', [], '2026-05-15').allowed).toBe(true)
  })

  it.each([
    ['space-already-withdrawn', { ...offered, to: '2026-05-15' }, '2026-06-01', 'Roof', []],
    ['reason-missing', offered, '2026-06-01', ' ', []],
    ['dates-in-wrong-order', offered, '2024-06-01', 'Roof', []],
    ['space-still-booked', offered, '2026-06-01', 'Roof', ['a', 'b']],
  ])('%s', (problem, space, on, reason, booked) => {
    expect(withdrawSpace(space, on, reason, booked, '2026-05-15')).toMatchObject({ allowed: false, problem })
  })
})
