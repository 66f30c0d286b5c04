import { describe, expect, it } from 'vitest'
import { remediesFor, remedyCodes } from '../src/risks/explain/playbook.ts'

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

describe('what works on each reading', () => {
  it.each([
    ['gap', ['feed-calendar', 'micro-initiative']],
    ['renewal', ['feed-calendar', 'micro-initiative']],
    ['participation', ['quiet-partner-calls', 'sunset-or-renew', 'invite-newcomer']],
    ['pipeline', ['micro-initiative', 'sunset-or-renew']],
    ['novelty', ['re-mix', 'invite-newcomer']],
  ])('of the network: %s', (reading, expected) => {
    expect(codes('network-stagnation', { [reading]: 1 })).toEqual(expected)
  })

  it.each([
    [
      'concentration',
      ['partner-co-funding', 'private-sponsorship', 'paid-services', 'own-legal-body', 'match', 'reserve'],
    ],
    ['incomeFall', ['partner-co-funding', 'paid-services', 'start-money', 'match', 'cost-check']],
    ['runway', ['cliff-plan', 'start-money', 'reserve', 'cost-check']],
    ['cliff', ['cliff-plan', 'renew-early']],
    ['fulfilment', ['remind-owing', 'report-back']],
    ['retention', ['renew-early', 'report-back']],
    ['publicShare', ['partner-co-funding', 'private-sponsorship', 'paid-services', 'own-legal-body']],
  ])('of the money: %s', (reading, expected) => {
    expect(codes('funding-dependency', { [reading]: 1 })).toEqual(expected)
  })

  it('begins at a place of its own, or between people', () => {
    const all = [...remediesFor('network-stagnation', {}), ...remediesFor('funding-dependency', {})]
    expect(all.map((one) => one.code).toSorted()).toEqual([...remedyCodes].toSorted())
    expect(Object.fromEntries(all.map((one) => [one.code, one.place]))).toEqual({
      'feed-calendar': 'calendar',
      'micro-initiative': 'start-initiative',
      're-mix': 'seeking-initiatives',
      'invite-newcomer': 'invite-partner',
      'quiet-partner-calls': 'quiet-partners',
      'sunset-or-renew': 'reviews-due',
      'partner-co-funding': 'offer-pledge',
      'own-legal-body': null,
      'private-sponsorship': 'offer-pledge',
      'paid-services': 'offer-pledge',
      'start-money': 'offer-pledge',
      match: 'offer-pledge',
      'cliff-plan': 'confirmed-pledges',
      'renew-early': 'confirmed-pledges',
      reserve: 'finances',
      'cost-check': 'finances',
      'remind-owing': 'overdue-pledges',
      'report-back': null,
    })
  })
})
