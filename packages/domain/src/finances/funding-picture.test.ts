import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pledgeKinds, pledgeRoutes, pledgeStatuses } from '../pledges/pledge.ts'
import { addDays } from '../values/day.ts'
import { fundingPicture, type FundingLine, type PledgeFormula, type PicturePledge } from './funding-picture.ts'

const today = '2026-05-15'
const pledge = (id: string, extra: Partial<PicturePledge> = {}): PicturePledge => ({
  id,
  organisationId: 'bank',
  initiativeId: 'garden',
  kind: 'cash',
  route: 'sponsorship',
  status: 'confirmed',
  closedOn: null,
  amountMinor: 1000,
  currency: 'EUR',
  quantity: null,
  unit: null,
  ...extra,
})
const hours: Partial<PicturePledge> = {
  kind: 'staff-time',
  amountMinor: null,
  currency: null,
  quantity: 40,
  unit: 'hour',
}
const due = (pledgeId: string, daysAgo: number, amountMinor: number) => ({
  pledgeId,
  dueOn: addDays(today, -daysAgo),
  amountMinor,
  quantity: null,
})
const got = (pledgeId: string, amountMinor: number) => ({
  pledgeId,
  receivedOn: '2026-05-01',
  amountMinor,
  quantity: null,
})
const values = (line: FundingLine | undefined) =>
  Object.fromEntries((line?.figures ?? []).map((one) => [one.formula, one.amountMinor ?? one.quantity]))

describe('fundingPicture', () => {
  it('says what is promised, received, due, overdue by age, ahead, unplanned, beyond and offered', () => {
    const pledges = [
      pledge('a'),
      pledge('b', { organisationId: 'council', route: 'local-budget' }),
      pledge('c', { amountMinor: 100 }),
      pledge('d', { status: 'offered', amountMinor: 70 }),
      pledge('e', { status: 'accepted', amountMinor: 7 }),
      pledge('f', { status: 'cancelled', closedOn: '2026-01-01' }),
    ]
    const plan = [due('a', 120, 400), due('a', 90, 300), due('a', 1, 200), due('a', 0, 50), due('a', -30, 50)]
    const { lines } = fundingPicture(pledges, plan, [got('a', 150), got('c', 120), got('f', 33)], [], today)
    expect(lines).toHaveLength(1)
    expect(values(lines[0])).toEqual({
      promised: 2100,
      received: 270,
      due: 50,
      overdue: 750,
      'overdue-1-30': 200,
      'overdue-31-90': 300,
      'overdue-over-90': 250,
      later: 50,
      unplanned: 1000,
      beyond: 20,
      offered: 77,
      'received-besides': 33,
    })
    const idsOf = (formula: string) => lines[0]?.figures.find((one) => one.formula === formula)?.pledgeIds
    expect([idsOf('promised'), idsOf('overdue'), idsOf('offered'), idsOf('received-besides')]).toEqual([
      ['a', 'b', 'c'],
      ['a'],
      ['d', 'e'],
      ['f'],
    ])
  })

  it('shares are those of a line; offers have none', () => {
    const pledges = [
      pledge('a', { amountMinor: 300 }),
      pledge('b', { organisationId: 'council', amountMinor: 100, initiativeId: null }),
      pledge('c', { status: 'offered' }),
    ]
    const [line] = fundingPicture(pledges, [], [got('a', 10)], [], today).lines
    expect(line?.byOrganisation).toMatchObject([
      {
        key: 'bank',
        promised: { amountMinor: 300, pledgeIds: ['a'] },
        promisedShareRatio: 0.75,
        receivedShareRatio: 1,
      },
      { key: 'council', promised: { amountMinor: 100 }, promisedShareRatio: 0.25, receivedShareRatio: 0 },
    ])
    expect(line?.byInitiative.map((one) => one.key)).toEqual(['garden', null])
    expect(line?.byRoute).toMatchObject([{ key: 'sponsorship', promisedShareRatio: 1 }])
  })

  it('kinds, currencies and units stand beside each other and are never added up', () => {
    const pledges = [
      pledge('a'),
      pledge('b', { currency: 'DKK' }),
      pledge('c', hours),
      pledge('d', { ...hours, unit: 'day' }),
      pledge('e', { ...hours, kind: 'freedom-grant', amountMinor: 5, currency: 'EUR' }),
    ]
    const { lines } = fundingPicture(pledges, [], [], [], today)
    expect(lines.map((line) => [line.kind, line.currency, line.unit, values(line)['promised']])).toEqual([
      ['cash', 'DKK', null, 1000],
      ['cash', 'EUR', null, 1000],
      ['freedom-grant', 'EUR', null, 5],
      ['freedom-grant', null, 'hour', 40],
      ['staff-time', null, 'day', 40],
      ['staff-time', null, 'hour', 40],
    ])
  })

  it('where receipts are not kept only promises and offers are known', () => {
    const [line] = fundingPicture(
      [pledge('a'), pledge('b', { status: 'offered' })],
      [due('a', 400, 1000)],
      null,
      [],
      today,
    ).lines
    const known = Object.entries(values(line)).filter(([, value]) => value !== null)
    expect(known).toEqual([
      ['promised', 1000],
      ['offered', 1000],
    ])
    expect(line?.byRoute[0]?.receivedShareRatio).toBeNull()
  })

  it('a sum beyond exact numbers is not stated', () => {
    const huge = { amountMinor: Number.MAX_SAFE_INTEGER }
    const [line] = fundingPicture([pledge('a', huge), pledge('b', huge)], [], [], [], today).lines
    expect(values(line)['promised']).toBeNull()
  })

  it('costs are told by currency, those due by today apart from those ahead', () => {
    const cost = (id: string, dueOn: string, amountMinor: number, currency = 'EUR') => ({
      id,
      dueOn,
      amountMinor,
      currency,
    })
    const { costs } = fundingPicture(
      [],
      [],
      [],
      [cost('a', today, 5), cost('b', '2026-05-16', 7), cost('c', '2026-01-01', 9, 'DKK')],
      today,
    )
    expect(costs).toEqual([
      {
        currency: 'DKK',
        figures: [
          { formula: 'costs-fallen-due', amountMinor: 9, costIds: ['c'] },
          { formula: 'costs-ahead', amountMinor: 0, costIds: [] },
        ],
      },
      {
        currency: 'EUR',
        figures: [
          { formula: 'costs-fallen-due', amountMinor: 5, costIds: ['a'] },
          { formula: 'costs-ahead', amountMinor: 7, costIds: ['b'] },
        ],
      },
    ])
  })
})

describe('for any pledges', () => {
  const index = fc.nat(5)
  const pledges = fc.array(
    fc.record({
      status: fc.constantFrom(...pledgeStatuses),
      kind: fc.constantFrom(...pledgeKinds),
      route: fc.constantFrom(...pledgeRoutes),
      amountMinor: fc.integer({ min: 1, max: 10_000 }),
      currency: fc.constantFrom('EUR', 'DKK'),
    }),
    { minLength: 6, maxLength: 6 },
  )
  const plan = fc.array(
    fc.record({ index, daysAgo: fc.integer({ min: -100, max: 200 }), amountMinor: fc.integer({ min: 1, max: 4000 }) }),
    { maxLength: 20 },
  )
  const receipts = fc.array(fc.record({ index, amountMinor: fc.integer({ min: 1, max: 6000 }) }), { maxLength: 12 })

  it('each line balances, its bands sum to what is overdue, its shares to one', () => {
    fc.assert(
      fc.property(pledges, plan, receipts, (drafts, plan, receipts) => {
        const picture = fundingPicture(
          drafts.map((draft, index) => pledge(String(index), { ...draft, organisationId: String(index % 3) })),
          plan.map((one) => due(String(one.index), one.daysAgo, one.amountMinor)),
          receipts.map((one) => got(String(one.index), one.amountMinor)),
          [],
          today,
        )
        for (const line of picture.lines) {
          const of = values(line) as Record<PledgeFormula, number>
          expect(of.promised + of.beyond).toBe(of.received + of.due + of.overdue + of.later + of.unplanned)
          expect(of['overdue-1-30'] + of['overdue-31-90'] + of['overdue-over-90']).toBe(of.overdue)
          for (const group of [line.byOrganisation, line.byRoute, line.byInitiative]) {
            if (of.promised === 0) continue
            expect(group.reduce((sum, share) => sum + (share.promisedShareRatio ?? 0), 0)).toBeCloseTo(1, 12)
            expect(group.reduce((sum, share) => sum + (share.promised.amountMinor ?? 0), 0)).toBe(of.promised)
          }
        }
      }),
    )
  })
})
