import { describe, expect, it } from 'vitest'
import type { History, PledgeFact } from '../src/risks/history.ts'
import { nobodyLeaves, nothingAdded } from '../src/risks/what-if/question.ts'
import { openWhatIf, stressTest } from '../src/risks/what-if/stress-test.ts'
import { worstDepartures, worstFirst } from '../src/risks/what-if/worst-departures.ts'
import { addMonths } from '../src/values/month.ts'

const ahead = { goesOn: 'as-planned', recordedUntil: '2026-01' } as const
const span = { from: null, to: null }
const joins = (initiativeId: string, ...organisationIds: string[]) =>
  organisationIds.map((organisationId, index) => ({
    initiativeId,
    organisationId,
    role: index === 0 ? 'lead' : 'contributor',
    ...span,
  }))
const initiative = (id: string, plannedEndOn = '2027-01-01') => ({
  id,
  kind: 'joint',
  startedOn: '2025-03-01',
  plannedEndOn,
  endedOn: null,
  endState: null,
})
const pledge = (id: string, organisationId: string, more: Partial<PledgeFact> = {}): PledgeFact => ({
  id,
  initiativeId: null,
  organisationId,
  kind: 'cash',
  route: 'local-budget',
  amountMinor: 120_000,
  currency: 'EUR',
  quantity: null,
  unit: null,
  confirmedOn: '2025-06-01',
  from: '2025-07-01',
  to: '2026-12-31',
  status: 'confirmed',
  ...more,
})
const monthly = (pledgeId: string, amountMinor: number, from = '2025-07', months = 18) =>
  Array.from({ length: months }, (_, index) => ({
    pledgeId,
    dueOn: `${addMonths(from, index)}-10`,
    amountMinor,
    quantity: null,
  }))

/** A council that leads, pays and hosts; a school, a club and a choir that meet only through it; a bank that pays a little. */
const town: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [
    { id: 'council', sector: 'local-government', legalStatus: 'public', parentId: null },
    { id: 'youth-office', sector: 'youth-group', legalStatus: 'public', parentId: 'council' },
    { id: 'school', sector: 'education', legalStatus: 'civic', parentId: null },
    { id: 'club', sector: 'sport', legalStatus: 'civic', parentId: null },
    { id: 'choir', sector: 'culture', legalStatus: 'civic', parentId: null },
    { id: 'bank', sector: 'finance', legalStatus: 'civic', parentId: null },
  ],
  memberships: null,
  initiatives: [initiative('garden'), initiative('meals'), initiative('songs'), initiative('over', '2025-06-01')],
  participations: [
    ...joins('garden', 'council', 'school', 'club'),
    ...joins('meals', 'school', 'council'),
    ...joins('songs', 'choir', 'council'),
    ...joins('over', 'council', 'bank'),
  ],
  bookings: [
    {
      id: 'b1',
      spaceId: 'hall',
      initiativeId: 'songs',
      organisationId: 'choir',
      hostId: 'council',
      startsOn: '2026-02-03',
      endsOn: '2026-02-03',
      hours: 2.5,
      status: 'confirmed',
    },
    {
      id: 'b2',
      spaceId: 'hall',
      initiativeId: null,
      organisationId: 'choir',
      hostId: 'council',
      startsOn: '2025-12-03',
      endsOn: '2025-12-03',
      hours: 9,
      status: 'attended',
    },
  ],
  pledges: [
    pledge('big', 'council', { initiativeId: 'meals' }),
    pledge('small', 'bank', { initiativeId: 'meals', amountMinor: 36_000 }),
    pledge('kroner', 'council', { currency: 'DKK' }),
    pledge('room', 'council', { kind: 'space-hours', amountMinor: null, currency: null, quantity: 36, unit: 'hours' }),
    pledge('office', 'youth-office', { amountMinor: 18_000 }),
  ],
  instalments: [
    ...monthly('big', 6_000),
    ...monthly('small', 2_000),
    ...monthly('kroner', 500),
    ...monthly('office', 1_000),
    ...monthly('room', 0).map((one) => ({ ...one, amountMinor: null, quantity: 2 })),
  ],
  receipts: ['big', 'small', 'kroner', 'office'].flatMap((pledgeId) =>
    monthly(pledgeId, { big: 6_000, small: 2_000, kroner: 500, office: 1_000 }[pledgeId] ?? 0, '2025-07', 6)
      .slice(0, pledgeId === 'big' ? 5 : 6)
      .map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
  ),
  costs: Array.from({ length: 12 }, (_, index) => ({
    initiativeId: null,
    dueOn: `${addMonths('2025-01', index)}-15`,
    amountMinor: 8_000,
    currency: 'EUR',
  })),
  reserves: [{ on: '2025-12-31', amountMinor: 20_000, currency: 'EUR' }],
  coordinations: [{ initiativeId: 'garden', personId: 'ada', ...span, hours: null }],
  representations: [{ personId: 'ada', organisationId: 'youth-office', capacity: 'partner', isPaid: null, ...span }],
  spaces: [{ id: 'hall', kind: 'physical', hostId: 'council', ...span }],
}
const council = { ...nobodyLeaves, isLocalGovernment: true }

describe('the council leaves', () => {
  const ask = () => stressTest(town, '2026-01', { leaving: council, adding: nothingAdded, horizonMonths: 12, ...ahead })

  it('takes the office it controls and its hall along', () => {
    const answer = ask()
    expect(answer.gone).toEqual({
      organisationIds: ['council', 'youth-office'],
      alongIds: ['youth-office'],
      spaceIds: ['hall'],
    })
  })

  it('loses its instalments of the year in its currency, with other currencies and hours beside', () => {
    const answer = ask()
    expect(answer.losses.money?.amountMinor).toBe(12 * 7_000)
    expect(answer.losses.money?.byMonth[0]).toEqual({ month: '2026-01', amountMinor: 7_000 })
    expect(answer.losses.money?.otherCurrencies).toEqual([{ currency: 'DKK', amountMinor: 6_000 }])
    expect(answer.losses.money?.overdueMinor).toBe(6_000)
    expect(answer.losses.inKind).toEqual([{ kind: 'space-hours', unit: 'hours', quantity: 24 }])
  })

  it('the money lasts a bit over three months instead of more than a year', () => {
    const answer = ask()
    // 20,000 in hand; 9,000 a month × 0.95 against 8,000; then 2,000 × 0.95 against 8,000: 20,000 / 6,100.
    expect(answer.money.without.lastsMonths).toBeCloseTo(20_000 / 6_100, 12)
    expect(answer.money.without.negativeIn).toBe('2026-04')
    expect(answer.money.with.negativeIn).toBeNull()
    expect(answer.money.without.cliffIn).toBe('2026-01')
    // Everything ends with the year; in November and December 61 days are left against 184 before.
    expect(answer.money.with.cliffIn).toBe('2026-11')
  })

  it('says which initiatives fall below what they need, why and when', () => {
    const answer = ask()
    expect(answer.initiatives.running).toBe(3)
    expect(answer.initiatives.below.map((one) => [one.initiativeId, one.reasons.map((each) => each.reason)])).toEqual([
      ['meals', ['fewer-than-two-partners', 'money-halved']],
      ['garden', ['no-lead', 'no-coordinator']],
      ['songs', ['fewer-than-two-partners']],
    ])
    expect(answer.initiatives.below[0]).toMatchObject({ promisedMinor: 96_000, lostMinor: 72_000 })
  })

  it('closes the hall with the booking ahead, and cuts the choir off', () => {
    const answer = ask()
    expect(answer.spaces).toEqual([
      { spaceId: 'hall', hostId: 'council', bookings: 1, hours: 2.5, initiativeIds: ['songs'] },
    ])
    expect(answer.network).toEqual({
      before: { partners: 4, parts: 1, largest: 4 },
      after: { partners: 3, parts: 2, largest: 2 },
      cutOffIds: ['choir'],
      bridgeIds: ['council'],
      newBridgeIds: [],
    })
  })

  it('raises the funding flag where it would have stayed down', () => {
    const others = ['school', 'club', 'choir']
    const dues = others.flatMap((id) => monthly(`of ${id}`, 5_000, '2024-01', 60))
    const balanced: History = {
      ...town,
      pledges: [
        ...(town.pledges ?? []),
        ...others.map((id) =>
          pledge(`of ${id}`, id, {
            amountMinor: 300_000,
            confirmedOn: '2024-01-01',
            from: '2024-01-01',
            to: '2028-12-31',
          }),
        ),
      ],
      instalments: [...(town.instalments ?? []), ...dues],
      receipts: [
        ...(town.receipts ?? []),
        ...dues.filter((one) => one.dueOn < '2026').map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
      ],
    }
    const { flags, raised } = openWhatIf(balanced, '2026-01', ahead).ask(council, nothingAdded, 12)
    expect(flags.with[0]).toEqual(flags.without[0])
    expect(new Set(flags.with.map((one) => one.funding.level))).toEqual(new Set(['none']))
    expect(raised.find((one) => one.flag === 'funding')).toMatchObject({ with: 'none', peakWith: 'none' })
    expect(raised.find((one) => one.flag === 'funding')?.peakWithout).not.toBe('none')
  })

  it('is the worst departure; the bank comes after it', () => {
    const worst = worstDepartures(town, '2026-01', ahead)
    expect(worst[0]).toMatchObject({ organisationId: null, lostMinor: 84_000, initiativesBelow: 3, cutOff: 1 })
    expect(worst.length).toBeLessThanOrEqual(5)
    expect(new Set(worst.map((one) => one.organisationId)).size).toBe(worst.length)
  })

  it('speaks for those who go along: none of them is named again, unless it alone costs more in something', () => {
    const named = (costs: { readonly id: string | null; readonly goneIds: string[]; readonly cutOff: number }[]) =>
      worstFirst(
        costs.map(({ id, goneIds, cutOff }) => ({
          organisationId: id,
          goneIds: new Set(goneIds),
          levelsRaised: goneIds.length,
          lostMinor: 100 * goneIds.length,
          lostShare: 0.1 * goneIds.length,
          initiativesBelow: 0,
          cutOff,
        })),
      ).map((one) => one.organisationId)
    const both = { id: null, goneIds: ['council', 'office'], cutOff: 1 }
    const bank = { id: 'bank', goneIds: ['bank'], cutOff: 0 }
    expect(named([{ id: 'council', goneIds: ['council'], cutOff: 1 }, bank, both])).toEqual([null, 'bank'])
    expect(named([{ id: 'council', goneIds: ['council'], cutOff: 2 }, both])).toEqual([null, 'council'])
    expect(worstDepartures(town, '2026-01', ahead).map((one) => one.organisationId)).not.toContain('youth-office')
  })

  it('a supposed funder of the same size brings the balance back above zero', () => {
    const whatIf = openWhatIf(town, '2026-01', ahead)
    const pledges = [{ organisationId: null, amountMinor: 84_000, months: 12, route: 'donation' }]
    const repaired = whatIf.ask(council, { ...nothingAdded, pledges }, 12)
    expect(repaired.money.without.negativeIn).toBeNull()
    expect(repaired.money.without.months[0]?.incomeMinor).toBe(9_000)
  })

  it('a supposed partner keeps an initiative at two', () => {
    const partners = [{ sector: 'culture', initiativeId: 'songs' }]
    const { initiatives } = openWhatIf(town, '2026-01', ahead).ask(council, { ...nothingAdded, partners }, 12)
    expect(initiatives.below.map((one) => one.initiativeId)).not.toContain('songs')
  })

  it('a departure after what is recorded, or no horizon, is a fault of who asks', () => {
    const question = { leaving: council, adding: nothingAdded, horizonMonths: 12, ...ahead }
    expect(() => stressTest(town, '2026-02', question)).toThrow(RangeError)
    expect(() => stressTest(town, '2026-01', { ...question, horizonMonths: 37 })).toThrow(RangeError)
  })
})
