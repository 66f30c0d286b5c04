import { describe, expect, it } from 'vitest'
import { fundingExposure } from '../src/risks/explain/funding-exposure.ts'
import { parameters } from '../src/risks/parameters.ts'
import { sublevels } from './given-readings.ts'

type Sublevels = NonNullable<Parameters<typeof sublevels>[0]>

const TODAY = '2024-01-01'
const number = (value: number) => ({ type: 'number', value })
const share = (value: number) => ({ type: 'share', value })
const money = (value: number) => ({ type: 'money', value })
const said = (score: number | null, more: Sublevels = {}, until: string | null = null) =>
  fundingExposure({ score, heldLevel: 'none' }, sublevels(more), parameters.funding, until, TODAY)

const large = { concentration: { level: 2, n: 5, reliance: 0.6, effectiveFunders: 2.3 } } as const
const runway = { runway: { level: 2, months: 5, reservesMinor: 700, holdsForMonths: null } } as const
const cliff = { cliff: { level: 2, months: 4, month: '2024-05', beforeMinor: 600, afterMinor: 200 } } as const
const fall = { incomeFall: { level: 2, ratio: 0.4, incomeMinor: 400, yearBeforeMinor: 1000 } } as const
const late = { fulfilment: { level: 2, share: 0.6, dueMinor: 500, paidMinor: 300 } } as const
const lost = { retention: { level: 2, share: 0.4, countShare: 0.58, n: 12 } } as const
const ofPublic = { publicShare: { level: 2, share: 0.8, localShare: 0.7 } } as const

describe('the sentence of exposure of the money', () => {
  it('is the largest funder, with the day to which it has promised', () => {
    const values = { part: share(0.6), day: { type: 'day', value: '2024-06-30' } }
    expect(said(2, large, '2024-06-30')).toEqual({ code: 'largest-funder-until', values })
    expect(said(2, large, TODAY).code).toBe('largest-funder-until')
  })

  it('is the largest funder whose promise has ended', () => {
    const values = { part: share(0.6), day: { type: 'day', value: '2023-12-31' } }
    expect(said(2, large, '2023-12-31')).toEqual({ code: 'largest-funder-ended', values })
  })

  it('is the largest funder alone where its promise has no end', () => {
    expect(said(2, large)).toEqual({ code: 'largest-funder-open', values: { part: share(0.6) } })
  })

  it('is few funders where none of them is large', () => {
    const few = (reliance: number, n = 3) =>
      ({ concentration: { level: 1, n, reliance, effectiveFunders: 2.9 } }) as const
    expect(said(1, few(0.349))).toEqual({ code: 'few-funders', values: { effective: number(2.9), funders: number(3) } })
    expect(said(1, few(0.35)).code).toBe('largest-funder-open')
    expect(said(1, few(0.3, 1)).code).toBe('largest-funder-open')
    expect(said(1, few(0.3, 2)).code).toBe('few-funders')
  })

  it('is how long the money lasts', () => {
    expect(said(2, runway)).toEqual({
      code: 'runway',
      values: { months: { type: 'months', value: 5 }, reserves: money(700) },
    })
  })

  it('is the cliff ahead with its month, or the one that is here', () => {
    expect(said(2, cliff)).toEqual({
      code: 'cliff',
      values: { before: money(600), after: money(200), month: { type: 'month', value: '2024-05' }, count: number(4) },
    })
    expect(said(2, { cliff: { ...cliff.cliff, months: 0 } })).toEqual({
      code: 'cliff-here',
      values: { before: money(600), after: money(200) },
    })
    expect(said(2, { cliff: { ...cliff.cliff, months: 1 } }).code).toBe('cliff')
  })

  it('is the fall of income', () => {
    expect(said(2, fall)).toEqual({
      code: 'income-fall',
      values: { ratio: share(0.4), income: money(400), before: money(1000) },
    })
  })

  it('is what was promised and did not come', () => {
    expect(said(2, late)).toEqual({
      code: 'late-payments',
      values: { share: share(0.6), due: money(500), paid: money(300) },
    })
  })

  it('is the funders who did not pay again, in whole funders', () => {
    expect(said(2, lost)).toEqual({
      code: 'funders-lost',
      values: { share: share(0.4), kept: number(7), funders: number(12) },
    })
  })

  it('is public money, and what of it is local', () => {
    expect(said(2, ofPublic)).toEqual({
      code: 'public-money',
      values: { part: share(0.8), local: share(0.7) },
    })
  })

  it('of equal levels is told in this order', () => {
    const order = [large, runway, cliff, fall, late, lost, ofPublic].map((_, first, all) =>
      said(
        2,
        all.slice(first).reduce<Sublevels>((together, one) => ({ ...together, ...one }), {}),
      ),
    )
    expect(order.map((one) => one.code)).toEqual([
      'largest-funder-open',
      'runway',
      'cliff',
      'income-fall',
      'late-payments',
      'funders-lost',
      'public-money',
    ])
  })

  it('is of the worst level, not of the first that is raised', () => {
    expect(said(3, { ...large, runway: { ...runway.runway, level: 3 } }).code).toBe('runway')
  })

  it.each([
    [{ concentration: { ...large.concentration, reliance: null } }],
    [{ concentration: { ...large.concentration, effectiveFunders: null } }],
    [{ runway: { ...runway.runway, months: null } }],
    [{ runway: { ...runway.runway, reservesMinor: null } }],
    [{ cliff: { ...cliff.cliff, months: null } }],
    [{ cliff: { ...cliff.cliff, month: null } }],
    [{ cliff: { ...cliff.cliff, beforeMinor: null } }],
    [{ cliff: { ...cliff.cliff, afterMinor: null } }],
    [{ incomeFall: { ...fall.incomeFall, ratio: null } }],
    [{ incomeFall: { ...fall.incomeFall, incomeMinor: null } }],
    [{ incomeFall: { ...fall.incomeFall, yearBeforeMinor: null } }],
    [{ fulfilment: { ...late.fulfilment, share: null } }],
    [{ fulfilment: { ...late.fulfilment, dueMinor: null } }],
    [{ fulfilment: { ...late.fulfilment, paidMinor: null } }],
    [{ retention: { ...lost.retention, share: null } }],
    [{ retention: { ...lost.retention, countShare: null } }],
  ] as const)('is the next where a figure it would say is missing: %o', (missing) => {
    expect(said(2, { ...missing, ...ofPublic }).code).toBe('public-money')
  })

  it.each(['share', 'localShare'])('says nothing of public money without its %s', (figure) => {
    expect(said(2, { publicShare: { ...ofPublic.publicShare, [figure]: null } }).code).toBe('spread')
  })

  it('without a level is how many funders share it, and the share of the largest', () => {
    expect(said(0)).toEqual({ code: 'spread', values: { count: number(10), share: share(0.1) } })
    expect(said(0, { concentration: { reliance: null } })).toEqual({ code: 'calm', values: {} })
  })

  it('is that it eases where a level is still held, and that it was not read where it was not', () => {
    const held = (score: number | null) =>
      fundingExposure({ score, heldLevel: 'watch' }, sublevels(), parameters.funding, null, TODAY)
    expect(held(0)).toEqual({ code: 'eased', values: {} })
    expect(held(null)).toEqual({ code: 'unread', values: {} })
  })
})
