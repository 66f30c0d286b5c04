import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dormantAfterDays, engagementOf } from '../src/partners/engagement.ts'
import { heardOf } from '../src/partners/heard-of.ts'
import { factsBehind } from '../src/risks/facts-behind.ts'
import { addDays } from '../src/values/day.ts'
import { arbitraryHistory } from './given-history.ts'

const month = fc
  .record({ year: fc.integer({ min: 2019, max: 2024 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((one) => `${one.year}-${String(one.month).padStart(2, '0')}`)

// A reading sees what lies before its day; this sees the day too. They are compared where nothing happened on the day.
it('who is dormant here is dormant to the engine, but for newcomers', () => {
  let dormant = 0
  fc.assert(
    fc.property(arbitraryHistory, month, (history, month) => {
      const today = `${month}-01`
      fc.pre(!JSON.stringify(history).includes(today))
      const members = [...heardOf(history, today)]
      const isNewcomer = (since: string | null) => since !== null && addDays(since, dormantAfterDays) >= today
      const engine = new Set(factsBehind(history, month).stagnation.dormancy.organisationIds)
      const here = members.filter(([, heard]) => engagementOf(heard, today) === 'dormant').map(([id]) => id)
      const there = members.filter(([id, heard]) => engine.has(id) && !isNewcomer(heard.memberSince)).map(([id]) => id)
      dormant += here.length
      expect(here.sort()).toEqual(there.sort())
    }),
    { numRuns: 400, seed: 65 },
  )
  expect(dormant).toBeGreaterThan(100)
})

it('an act of tomorrow is not heard today', () => {
  const history = {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [{ id: 'choir', sector: 'culture', legalStatus: 'civic', parentId: null }],
    memberships: [{ organisationId: 'choir', state: 'active', from: '2020-01-01', to: null }],
    initiatives: [],
    participations: [],
    bookings: ['2026-03-01', '2026-05-02'].map((on) => ({
      id: on,
      spaceId: 'hall',
      initiativeId: null,
      organisationId: 'choir',
      hostId: null,
      startsOn: on,
      endsOn: on,
      hours: 2,
      status: 'confirmed',
    })),
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
  }
  expect(heardOf(history, '2026-05-01').get('choir')?.lastActOn).toBe('2026-03-01')
  expect(heardOf(history, '2026-05-02').get('choir')?.lastActOn).toBe('2026-05-02')
})
