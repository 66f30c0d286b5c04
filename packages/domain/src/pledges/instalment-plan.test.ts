import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hundredthsOf, sumExactly } from '../values/money.ts'
import { planFreely, planInstalments, planRegularly, planRhythms } from './instalment-plan.ts'

const cash = { status: 'accepted', amountMinor: 100_000, quantity: null } as const
const part = (dueOn: string, amountMinor: number | null, quantity: number | null = null) => ({
  dueOn,
  amountMinor,
  quantity,
})

describe('planInstalments', () => {
  it('equal parts, the last with the remainder', () => {
    expect(planInstalments({ amountMinor: 10_000, count: 3, firstDueOn: '2026-01-15', every: 'quarter' })).toEqual([
      { dueOn: '2026-01-15', amountMinor: 3333 },
      { dueOn: '2026-04-15', amountMinor: 3333 },
      { dueOn: '2026-07-15', amountMinor: 3334 },
    ])
  })

  it.each([
    ['2026-01-31', 'month', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['2027-12-30', 'month', ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30']],
    ['2025-11-30', 'quarter', ['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30']],
    ['2024-02-29', 'year', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28']],
  ] as const)('from %s every %s: a day the month does not have is its last', (firstDueOn, every, days) => {
    expect(planInstalments({ amountMinor: 400, count: 4, firstDueOn, every }).map((one) => one.dueOn)).toEqual(days)
  })

  it('a plan sums to the amount and its days ascend', () => {
    const plans = fc.record({
      count: fc.integer({ min: 1, max: 240 }),
      more: fc.nat(Number.MAX_SAFE_INTEGER - 240),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      every: fc.constantFrom(...planRhythms),
    })
    fc.assert(
      fc.property(plans, ({ count, more, month, day, every }) => {
        const firstDueOn = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const plan = planInstalments({ amountMinor: count + more, count, firstDueOn, every })
        expect(sumExactly(plan.map((one) => one.amountMinor))).toBe(count + more)
        expect(plan.every((one) => one.amountMinor > 0)).toBe(true)
        const days = plan.map((one) => one.dueOn)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days[0]).toBe(firstDueOn)
      }),
    )
  })

  it('more instalments than minor units are a mistake of the caller', () => {
    expect(() => planInstalments({ amountMinor: 2, count: 3, firstDueOn: '2026-01-01', every: 'month' })).toThrow(
      RangeError,
    )
  })
})

describe('planRegularly', () => {
  const plan = { count: 4, firstDueOn: '2026-01-01', every: 'month' } as const

  it('hours are spread in hundredths', () => {
    const ruling = planRegularly({ status: 'offered', amountMinor: null, quantity: 10.1 }, { ...plan, count: 3 })
    expect(ruling).toMatchObject({ value: [{ quantity: 3.36 }, { quantity: 3.36 }, { quantity: 3.38 }] })
  })

  it('a freedom grant in hours and money is spread in both', () => {
    const ruling = planRegularly({ status: 'offered', amountMinor: 400, quantity: 8 }, plan)
    if (!ruling.allowed) throw new Error(ruling.problem)
    expect(ruling.value.filter((one) => one.amountMinor === 100)).toHaveLength(4)
    expect(ruling.value.filter((one) => one.quantity === 2)).toHaveLength(4)
  })

  it('more instalments than there is to spread are refused, and so is a confirmed pledge', () => {
    expect(planRegularly({ status: 'offered', amountMinor: 3, quantity: null }, plan)).toMatchObject({
      problem: 'plan-not-possible',
    })
    expect(planRegularly({ ...cash, status: 'confirmed' }, plan)).toMatchObject({ problem: 'pledge-not-editable' })
  })
})

describe('planFreely', () => {
  it('any instalments that sum exactly, in the order of their days', () => {
    const ruling = planFreely(cash, [part('2026-06-01', 99_999), part('2026-02-01', 1)])
    expect(ruling).toMatchObject({ value: [{ dueOn: '2026-02-01' }, { dueOn: '2026-06-01' }] })
  })

  it('none at all take the plan away', () => {
    expect(planFreely(cash, [])).toMatchObject({ allowed: true, value: [] })
  })

  it.each([
    ['a minor unit less', [part('2026-06-01', 99_999)], 'plan-does-not-sum'],
    ['a minor unit more', [part('2026-06-01', 100_000), part('2026-07-01', 1)], 'plan-does-not-sum'],
    ['hours of a pledge of money', [part('2026-06-01', null, 4)], 'plan-not-possible'],
    ['both in one', [part('2026-06-01', 100_000, 4)], 'plan-not-possible'],
    ['neither', [part('2026-06-01', null)], 'plan-not-possible'],
    ['an instalment of nothing', [part('2026-06-01', 100_000), part('2026-07-01', 0)], 'plan-not-possible'],
    [
      'sums beyond exact numbers',
      [part('2026-06-01', Number.MAX_SAFE_INTEGER), part('2026-06-02', Number.MAX_SAFE_INTEGER)],
      'plan-does-not-sum',
    ],
  ] as const)('%s is refused', (_, instalments, problem) => {
    expect(planFreely(cash, instalments)).toMatchObject({ allowed: false, problem })
  })

  it('quantities sum in hundredths, not in floats', () => {
    const hours = { status: 'offered', amountMinor: null, quantity: 0.3 } as const
    expect(planFreely(hours, [part('2026-06-01', null, 0.1), part('2026-07-01', null, 0.2)]).allowed).toBe(true)
    expect(planFreely(hours, [part('2026-06-01', null, 0.1), part('2026-07-01', null, 0.19)])).toMatchObject({
      problem: 'plan-does-not-sum',
      facts: { planned: 0.29, pledged: 0.3 },
    })
    expect(planFreely(hours, [part('2026-06-01', null, 0.305)])).toMatchObject({ problem: 'quantity-too-fine' })
  })

  it('what planRegularly says, planFreely accepts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 1e9 }), fc.integer({ min: 1, max: 12 }), (hundredths, count) => {
        const pledge = { status: 'offered', amountMinor: null, quantity: hundredths / 100 } as const
        const ruling = planRegularly(pledge, { count, firstDueOn: '2026-01-31', every: 'month' })
        if (!ruling.allowed) throw new Error(ruling.problem)
        expect(planFreely(pledge, ruling.value)).toEqual(ruling)
        expect(sumExactly(ruling.value.map((one) => hundredthsOf(one.quantity ?? 0) ?? Number.NaN))).toBe(hundredths)
      }),
    )
  })
})
