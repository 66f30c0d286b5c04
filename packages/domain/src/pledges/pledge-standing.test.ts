import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../values/day.ts'
import { sumExactly } from '../values/money.ts'
import { allocateOldestFirst } from './account.ts'
import { correctReceipt, recordReceipt, strikeReceipt } from './receipt.ts'
import { pledgeStanding, type PledgeStandingName } from './pledge-standing.ts'

const today = '2026-05-15'
const money = (amountMinor: number) => ({ amountMinor, quantity: null })
const hours = (quantity: number) => ({ amountMinor: null, quantity })
const confirmed = { status: 'confirmed', closedOn: null, ...money(900) } as const
const plan = [
  { dueOn: '2026-03-15', ...money(300) },
  { dueOn: '2026-05-15', ...money(300) },
  { dueOn: '2026-07-15', ...money(300) },
]
const got = (amountMinor: number, receivedOn = '2026-05-01') => ({ receivedOn, ...money(amountMinor) })
const names = (receipts: ReturnType<typeof got>[] | null) =>
  pledgeStanding(confirmed, plan, receipts, today).instalments.map((one) => one.standing)

describe('pledgeStanding', () => {
  it.each([
    [[], 'overdue', ['overdue', 'due', 'not-due']],
    [[got(100)], 'overdue', ['overdue', 'due', 'not-due']],
    [[got(300)], 'due', ['fulfilled', 'due', 'not-due']],
    [[got(450)], 'due', ['fulfilled', 'due', 'not-due']],
    [[got(600)], 'partly-received', ['fulfilled', 'fulfilled', 'not-due']],
    [[got(700)], 'partly-received', ['fulfilled', 'fulfilled', 'partly-received']],
    [[got(900)], 'fulfilled', ['fulfilled', 'fulfilled', 'fulfilled']],
    [[got(901)], 'over-fulfilled', ['fulfilled', 'fulfilled', 'fulfilled']],
    [[got(900), got(-700)], 'overdue', ['overdue', 'due', 'not-due']],
    [[got(900, '2026-05-16')], 'overdue', ['overdue', 'due', 'not-due']],
    [null, 'receipts-not-kept', [null, null, null]],
  ] as const)('received %j: %s', (receipts, standing, instalments) => {
    expect(pledgeStanding(confirmed, plan, receipts, today).standing).toBe(standing)
    expect(names(receipts as never)).toEqual(instalments)
  })

  it('the age is that of the oldest instalment that has not arrived in full, in days after its day', () => {
    expect(pledgeStanding(confirmed, plan, [got(299)], today).overdueDays).toBe(61)
    expect(pledgeStanding(confirmed, plan, [got(300)], '2026-05-16').overdueDays).toBe(1)
    expect(pledgeStanding(confirmed, plan, [got(300)], today).overdueDays).toBeNull()
  })

  it('the account says what is open, and where', () => {
    const { accounts } = pledgeStanding({ ...confirmed, ...money(1000) }, plan, [got(100)], today)
    expect(accounts).toMatchObject({
      amount: {
        promised: 1000,
        planned: 900,
        settled: {
          received: 100,
          overdue: 200,
          overdueSince: '2026-03-15',
          due: 300,
          later: 300,
          unplanned: 100,
          beyond: 0,
        },
      },
    })
  })

  it('a promise without a plan is never overdue, and is fulfilled by what was promised', () => {
    const named = (receipts: ReturnType<typeof got>[]) => pledgeStanding(confirmed, [], receipts, today).standing
    expect([named([]), named([got(1)]), named([got(900)]), named([got(901)])]).toEqual([
      'not-planned',
      'partly-received',
      'fulfilled',
      'over-fulfilled',
    ])
  })

  it.each([
    ['offered', null, 'unconfirmed'],
    ['accepted', null, 'unconfirmed'],
    ['declined', '2026-04-20', 'late-after-close'],
    ['written-off', '2026-04-20', 'late-after-close'],
    ['cancelled', '2026-05-01', 'closed'],
    ['cancelled', null, 'closed'],
  ] as const)('%s on %s owes nothing: %s', (status, closedOn, standing) => {
    const read = pledgeStanding({ ...confirmed, status, closedOn }, plan, [got(50)], today)
    expect(read).toMatchObject({ standing, overdueDays: null })
    expect(read.instalments.every((one) => one.standing === null)).toBe(true)
  })

  it('what is handed back after the close is not late money', () => {
    const closed = { ...confirmed, status: 'cancelled', closedOn: '2026-04-20' } as const
    expect(pledgeStanding(closed, plan, [got(50, '2026-04-01'), got(-50)], today).standing).toBe('closed')
  })

  it('hours stand for themselves, counted in hundredths', () => {
    const pledge = { ...confirmed, ...hours(0.3) }
    const instalments = [
      { dueOn: '2026-01-01', ...hours(0.1) },
      { dueOn: '2026-02-01', ...hours(0.2) },
    ]
    const arrived = [
      { receivedOn: '2026-01-01', ...hours(0.1) },
      { receivedOn: '2026-02-01', ...hours(0.2) },
    ]
    expect(pledgeStanding(pledge, instalments, arrived, today).standing).toBe('fulfilled')
    expect(pledgeStanding(pledge, instalments, arrived.slice(0, 1), today)).toMatchObject({
      standing: 'overdue',
      overdueDays: 103,
    })
  })

  it('a freedom grant in money and hours is fulfilled by both, and money never pays for hours', () => {
    const grant = { ...confirmed, amountMinor: 500, quantity: 2 }
    const ofGrant = (receipts: { receivedOn: string; amountMinor: number | null; quantity: number | null }[]) =>
      pledgeStanding(grant, [], receipts, today).standing
    expect(ofGrant([got(5000)])).toBe('partly-received')
    expect(ofGrant([got(500), { receivedOn: today, ...hours(2) }])).toBe('fulfilled')
  })

  it('reads frozen facts and leaves them as they are', () => {
    const frozen = <Value>(value: Value): Value => Object.freeze(value)
    const facts = frozen([
      frozen({ dueOn: '2026-07-01', ...money(400) }),
      frozen({ dueOn: '2026-06-01', ...money(500) }),
    ])
    expect(pledgeStanding(frozen(confirmed), facts, frozen([frozen(got(500))]), today).instalments).toMatchObject([
      { standing: 'not-due' },
      { standing: 'fulfilled' },
    ])
  })
})

const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(today, days))
const parts = fc.integer({ min: 1, max: 100_000 })
const plans = fc.array(fc.record({ dueOn: day, parts }), { maxLength: 12 })
const receiptList = fc.array(
  fc.record({ receivedOn: day, amountMinor: fc.integer({ min: -500, max: 80_000 }), quantity: fc.constant(null) }),
  { maxLength: 8 },
)
const rank: Partial<Record<PledgeStandingName, number>> = {
  overdue: 0,
  due: 1,
  'not-planned': 2,
  'not-due': 2,
  'partly-received': 3,
  fulfilled: 4,
  'over-fulfilled': 5,
}

describe('for any plan and any receipts', () => {
  it('what arrived is conserved: instalments and rest sum to it, the oldest come first', () => {
    fc.assert(
      fc.property(plans, fc.nat(2_000_000), (plan, received) => {
        const { allocations, rest } = allocateOldestFirst(plan, received)
        expect(sumExactly([...allocations.map((one) => one.receivedParts), rest])).toBe(received)
        const firstOpen = allocations.findIndex((one) => one.receivedParts < one.parts)
        if (firstOpen === -1) return
        expect(rest).toBe(0)
        expect(allocations.slice(firstOpen + 1).every((one) => one.receivedParts === 0)).toBe(true)
      }),
    )
  })

  const accountOf = (plan: { dueOn: string; parts: number }[], pledged: number, receipts: ReturnType<typeof got>[]) =>
    pledgeStanding(
      { ...confirmed, ...money(pledged) },
      plan.map((one) => ({ dueOn: one.dueOn, ...money(one.parts) })),
      receipts,
      today,
    )

  it('promised and beyond are received, due, overdue, later and unplanned', () => {
    fc.assert(
      fc.property(plans, parts, receiptList, (plan, pledged, receipts) => {
        const account = accountOf(plan, pledged, receipts).accounts.amount
        const settled = account?.settled
        if (!account || !settled) throw new Error('there is an account')
        const received = Math.max(0, settled.received)
        expect(account.promised + settled.beyond).toBe(
          received + settled.due + settled.overdue + settled.later + settled.unplanned,
        )
      }),
    )
  })

  it('one more receipt never makes a pledge stand worse', () => {
    fc.assert(
      fc.property(plans, parts, receiptList, parts, (plan, pledged, receipts, more) => {
        const before = accountOf(plan, pledged, receipts)
        const after = accountOf(plan, pledged, [...receipts, got(more)])
        expect(rank[after.standing]).toBeGreaterThanOrEqual(rank[before.standing] ?? Number.NaN)
        expect(after.accounts.amount?.settled?.overdue).toBeLessThanOrEqual(
          before.accounts.amount?.settled?.overdue ?? Number.NaN,
        )
        expect(after.overdueDays ?? 0).toBeLessThanOrEqual(before.overdueDays ?? 0)
      }),
    )
  })

  it('the order in which facts are told makes no difference', () => {
    fc.assert(
      fc.property(plans, parts, receiptList, (plan, pledged, receipts) => {
        const { standing, overdueDays, accounts } = accountOf(plan, pledged, receipts)
        const reversed = accountOf(plan.toReversed(), pledged, receipts.toReversed())
        expect([reversed.standing, reversed.overdueDays, reversed.accounts.amount?.settled]).toEqual([
          standing,
          overdueDays,
          accounts.amount?.settled,
        ])
      }),
    )
  })
})

describe('receipts', () => {
  it.each([
    ['money for a pledge of money', got(5), true],
    ['money handed back that came in', got(-100), true],
    ['more handed back than came in', got(-101), 'more-handed-back-than-received'],
    ['a day ahead', got(5, '2026-05-16'), 'receipt-in-future'],
    ['hours for a pledge of money', { receivedOn: today, ...hours(2) }, 'receipt-not-of-pledge'],
    ['nothing', got(0), 'receipt-not-of-pledge'],
    ['neither', { receivedOn: today, amountMinor: null, quantity: null }, 'receipt-not-of-pledge'],
    ['both', { receivedOn: today, amountMinor: 5, quantity: 5 }, 'receipt-not-of-pledge'],
  ] as const)('%s', (_, draft, expected) => {
    const ruling = recordReceipt(confirmed, [got(100)], draft, today)
    expect(ruling.allowed ? true : ruling.problem).toBe(expected)
  })

  it('thousandths of an hour are too fine', () => {
    expect(
      recordReceipt({ amountMinor: null, quantity: 3 }, [], { receivedOn: today, ...hours(0.001) }, today),
    ).toMatchObject({ problem: 'quantity-too-fine' })
  })

  it('a correction and a strike owe a reason, and leave no more handed back than received', () => {
    expect(correctReceipt(confirmed, [], got(5), ' ', today)).toMatchObject({ problem: 'reason-missing' })
    expect(correctReceipt(confirmed, [got(-50)], got(40), 'Typed wrong', today)).toMatchObject({
      problem: 'more-handed-back-than-received',
    })
    expect(correctReceipt(confirmed, [got(-50)], got(60), 'Typed wrong', today)).toMatchObject({ allowed: true })
    expect(strikeReceipt([], '')).toMatchObject({ problem: 'reason-missing' })
    expect(strikeReceipt([got(-50)], 'Never came')).toMatchObject({ problem: 'more-handed-back-than-received' })
    expect(strikeReceipt([got(50)], ' Never came ')).toEqual({ allowed: true, value: 'Never came' })
  })
})
