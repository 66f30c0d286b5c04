import { describe, expect, it } from 'vitest'
import { remediesFor } from '../src/risks/explain/playbook.ts'

const codes = (...asked: Parameters<typeof remediesFor>) => remediesFor(...asked).map((one) => one.code)

describe('what usually helps', () => {
  it('is what works on the readings that carry the flag', () => {
    expect(codes('network-stagnation', { gap: 0, renewal: 0, participation: 1, pipeline: null, novelty: 0 })).toEqual([
      'quiet-partner-calls',
      'sunset-or-renew',
      'invite-newcomer',
    ])
    expect(codes('funding-dependency', { fulfilment: 1 })).toEqual(['remind-owing', 'report-back'])
  })

  it('begins with what works on the highest grade, in the order of the playbook within it', () => {
    expect(codes('network-stagnation', { gap: 1, novelty: 2 })).toEqual([
      're-mix',
      'invite-newcomer',
      'feed-calendar',
      'micro-initiative',
    ])
    expect(codes('funding-dependency', { fulfilment: 1, retention: 3 })).toEqual([
      'renew-early',
      'report-back',
      'remind-owing',
    ])
  })

  it('says where in the product one begins', () => {
    expect(remediesFor('funding-dependency', { cliff: 2 })).toEqual([
      { code: 'cliff-plan', place: 'confirmed-pledges', readings: ['cliff', 'runway'] },
      { code: 'renew-early', place: 'confirmed-pledges', readings: ['cliff', 'retention'] },
    ])
  })

  it.each([{}, { gap: 0, renewal: null, fulfilment: 0 }])(
    'is the whole playbook where nothing carries it',
    (grades) => {
      expect(codes('network-stagnation', grades)).toEqual([
        'feed-calendar',
        'micro-initiative',
        'quiet-partner-calls',
        'sunset-or-renew',
        're-mix',
        'invite-newcomer',
      ])
      expect(remediesFor('funding-dependency', grades)).toHaveLength(12)
    },
  )
})
