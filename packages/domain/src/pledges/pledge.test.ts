import { describe, expect, it } from 'vitest'
import {
  pledgeStatuses,
  pledgeSteps,
  pledgeVerbs,
  possiblePledgeVerbs,
  stepPledge,
  type PledgeStatus,
} from './pledge.ts'
import { editPledge, judgeTerms, offerPledge, type PledgeTerms } from './pledge-offer.ts'

const today = '2026-05-15'
const draft = { on: '2026-05-10', reason: 'For a reason' }
const cash: PledgeTerms = {
  kind: 'cash',
  route: 'partner-co-funding',
  relation: null,
  amountMinor: 120_000,
  currency: 'EUR',
  quantity: null,
  unit: null,
  from: '2026-01-01',
  to: '2026-12-31',
}
const hours: PledgeTerms = {
  ...cash,
  kind: 'staff-time',
  amountMinor: null,
  currency: null,
  quantity: 12.5,
  unit: 'hour',
}

describe('stepPledge', () => {
  it('allows exactly the steps of the table', () => {
    for (const status of pledgeStatuses) {
      for (const verb of pledgeVerbs) {
        const ruling = stepPledge({ status, on: null }, verb, draft, today)
        const isPossible = pledgeSteps[verb].from.includes(status)
        expect([status, verb, ruling.allowed]).toEqual([status, verb, isPossible])
        if (ruling.allowed) expect(ruling.value.status).toBe(pledgeSteps[verb].to)
      }
    }
  })

  it.each([
    ['offered', ['accept', 'decline', 'withdraw']],
    ['accepted', ['confirm', 'withdraw', 'cancel']],
    ['confirmed', ['cancel', 'write-off']],
    ['withdrawn', []],
  ] as const)('%s may go on by %j', (status, verbs) => {
    expect(possiblePledgeVerbs(status)).toEqual(verbs)
  })

  it.each([
    ['offered', 'decline'],
    ['offered', 'withdraw'],
    ['confirmed', 'cancel'],
    ['confirmed', 'write-off'],
  ] as const)('%s: %s owes a reason', (status, verb) => {
    const ruling = stepPledge({ status, on: null }, verb, { on: today, reason: '  ' }, today)
    expect(ruling).toMatchObject({ allowed: false, problem: 'reason-missing' })
  })

  it('refuses a day in the future and a day before the last step', () => {
    const last = { status: 'offered' as PledgeStatus, on: '2026-05-01' }
    expect(stepPledge(last, 'accept', { on: '2026-05-16', reason: null }, today)).toMatchObject({
      problem: 'step-in-future',
    })
    expect(stepPledge(last, 'accept', { on: '2026-04-30', reason: null }, today)).toMatchObject({
      problem: 'step-before-last-step',
    })
  })
})

describe('terms of a pledge', () => {
  it.each([
    ['cash as an amount with its currency', cash],
    ['time as a quantity with its unit', hours],
    ['goods by their number', { ...hours, kind: 'in-kind', unit: 'chair' }],
    ['goods by their worth', { ...cash, kind: 'in-kind' }],
    [
      'a freedom grant as hours and a small budget',
      { ...hours, kind: 'freedom-grant', amountMinor: 50_000, currency: 'EUR' },
    ],
  ] satisfies [string, PledgeTerms][])('%s is a pledge', (_, terms) => {
    expect(judgeTerms(terms)).toMatchObject({ allowed: true })
  })

  it.each([
    ['both measures', { ...cash, quantity: 3, unit: 'hour' }, 'pledge-measure-not-valid'],
    ['none', { ...cash, amountMinor: null, currency: null }, 'pledge-measure-not-valid'],
    ['an amount without currency', { ...cash, currency: null }, 'pledge-measure-not-valid'],
    ['a currency without amount', { ...hours, currency: 'EUR' }, 'pledge-measure-not-valid'],
    ['a quantity without unit', { ...hours, unit: ' ' }, 'pledge-measure-not-valid'],
    ['cash counted in hours', { ...hours, kind: 'cash' }, 'pledge-measure-not-valid'],
    ['staff time told in money', { ...cash, kind: 'staff-time' }, 'pledge-measure-not-valid'],
    ['nothing at all', { ...cash, amountMinor: 0 }, 'pledge-measure-not-valid'],
    [
      'an empty freedom grant',
      { ...cash, kind: 'freedom-grant', amountMinor: null, currency: null },
      'pledge-measure-not-valid',
    ],
    ['thousandths of an hour', { ...hours, quantity: 1.001 }, 'quantity-too-fine'],
    ['an end before the beginning', { ...cash, to: '2025-12-31' }, 'dates-in-wrong-order'],
  ] satisfies [string, PledgeTerms, string][])('%s is none', (_, terms, problem) => {
    expect(judgeTerms(terms)).toMatchObject({ allowed: false, problem })
  })

  it('nothing can be pledged to an initiative that has ended; to the community always', () => {
    expect(offerPledge({ state: 'completed' }, cash)).toMatchObject({
      problem: 'initiative-not-open',
      facts: { state: 'completed' },
    })
    expect(offerPledge({ state: 'paused' }, cash)).toMatchObject({ value: { status: 'offered' } })
    expect(offerPledge(null, cash)).toMatchObject({ value: { status: 'offered', amountMinor: 120_000 } })
  })

  it('terms change until the pledge is confirmed', () => {
    for (const status of pledgeStatuses) {
      expect(editPledge({ status }, cash).allowed).toBe(status === 'offered' || status === 'accepted')
    }
  })
})
