import { describe, expect, it } from 'vitest'
import { factCount, historySeenBy, withheldFromFlags } from './history-seen-by.ts'
import type { History } from './history.ts'

const history: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [{ id: 'library', sector: 'culture', legalStatus: 'public', parentId: null }],
  memberships: [],
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: [],
  instalments: [],
  receipts: [],
  costs: [{ initiativeId: null, dueOn: '2026-01-01', amountMinor: 100, currency: 'EUR' }],
  reserves: [{ on: '2026-01-01', amountMinor: 100, currency: 'EUR' }],
}

describe('the history a role may see', () => {
  it('costs and reserves are unknown to a viewer, and said to be left out', () => {
    const seen = historySeenBy('viewer', history)
    expect(seen.withheld).toEqual(['costs', 'reserves'])
    expect(seen.history).toEqual({ ...history, costs: null, reserves: null })
  })

  it('whoever may read the finances gets the same history', () => {
    for (const role of ['member', 'coordinator', 'steward'] as const)
      expect(historySeenBy(role, history)).toEqual({ history, withheld: [] })
  })

  it('a kind nobody keeps is not said to be left out', () => {
    expect(historySeenBy('viewer', { ...history, costs: null }).withheld).toEqual(['reserves'])
  })

  it('who coordinates goes to members by id, without pay and hours, and to viewers not at all', () => {
    const span = { from: null, to: null }
    const withPeople: History = {
      ...history,
      coordinations: [{ initiativeId: 'garden', personId: 'one', ...span, hours: 4 }],
      representations: [{ personId: 'one', organisationId: 'library', capacity: 'partner', isPaid: true, ...span }],
    }
    const member = historySeenBy('member', withPeople)
    expect(member.withheld).toEqual(['personalTerms'])
    expect(member.history.coordinations).toMatchObject([{ personId: 'one', hours: null }])
    expect(member.history.representations).toMatchObject([{ personId: 'one', isPaid: null }])
    expect(historySeenBy('viewer', withPeople).history).toMatchObject({ coordinations: null, representations: null })
    expect(historySeenBy('steward', withPeople)).toEqual({ history: withPeople, withheld: [] })
  })

  it('facts are counted over all kinds, kept or not', () => {
    expect(factCount(history)).toBe(3)
  })

  it('what tells of persons is withheld where only one kind of it is kept, and moves no flag', () => {
    const span = { from: null, to: null }
    const coordinations = [{ initiativeId: 'garden', personId: 'one', ...span, hours: 4 }]
    const alone = historySeenBy('member', { ...history, coordinations })
    expect([alone.withheld, alone.history.coordinations?.[0]?.hours, alone.history.representations]).toEqual([
      ['personalTerms'],
      null,
      null,
    ])
    const representations = [{ personId: 'one', organisationId: 'library', capacity: 'partner', isPaid: true, ...span }]
    const other = historySeenBy('member', { ...history, representations })
    expect([other.withheld, other.history.representations?.[0]?.isPaid, other.history.coordinations]).toEqual([
      ['personalTerms'],
      null,
      null,
    ])
    expect(withheldFromFlags(['costs', 'coordinations', 'representations', 'personalTerms', 'pledges'])).toEqual([
      'costs',
      'pledges',
    ])
  })
})
