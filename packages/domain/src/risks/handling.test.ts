import { describe, expect, it } from 'vitest'
import { type Handling, handlingInForce } from './handling.ts'

const row = (kind: Handling['kind'], more: Partial<Handling> = {}): Handling => ({
  kind,
  month: '2026-04',
  level: 'watch',
  untilOn: null,
  ...more,
})
const state = (rows: Handling[], level: Handling['level'] = 'watch', today = '2026-05-15') => {
  const inForce = handlingInForce({ onset: '2026-02', heldLevel: level }, rows, today)
  return [inForce.state, inForce.reopenedBecause]
}

describe('handlingInForce', () => {
  it('a flag nobody has answered is open, one that is down is clear', () => {
    expect(state([])).toEqual(['open', null])
    expect(state([row('acknowledge')], 'none')).toEqual(['clear', null])
  })

  it.each([
    ['acknowledge', 'acknowledged'],
    ['mitigate', 'mitigating'],
    ['dismiss', 'dismissed'],
  ] as const)('%s makes it %s; the last word counts', (kind, expected) => {
    expect(state([row('acknowledge'), row(kind)])).toEqual([expected, null])
  })

  it('an acceptance holds to its last day', () => {
    const until = [row('accept', { untilOn: '2026-05-15' })]
    expect(state(until)).toEqual(['accepted', null])
    expect(state(until, 'watch', '2026-05-16')).toEqual(['open', 'acceptance-ended'])
  })

  it('what was said of a milder level no longer holds for a worse one, and holds for a better one', () => {
    expect(state([row('dismiss')], 'warning')).toEqual(['open', 'level-rose'])
    expect(state([row('dismiss', { level: 'critical' })], 'warning')).toEqual(['dismissed', null])
  })

  it('what was done before the flag last rose is history', () => {
    expect(state([row('acknowledge', { month: '2026-01' })])).toEqual(['open', null])
  })
})
