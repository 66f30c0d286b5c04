import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { type Adding, nobodyLeaves, nothingAdded } from '../src/risks/what-if/question.ts'
import { readThrough } from '../src/risks/what-if/signs-ahead.ts'
import { openWhatIf } from '../src/risks/what-if/stress-test.ts'
import { givenPaid } from './given-paid.ts'
import { initiative, instalment, part, promise, receipt, town } from './given-town.ts'

const ahead = { goesOn: 'as-planned', recordedUntil: '2024-05' } as const
const open = (history: History) => openWhatIf(history, '2024-05', ahead)
const leaving = (...organisationIds: string[]) => ({ ...nobodyLeaves, organisationIds })
const adding = (more: Partial<Adding>): Adding => ({ ...nothingAdded, ...more })

describe('a promise that stops', () => {
  // From one funder 60, from the other 40 a month, until the end of 2026.
  const history = givenPaid({ from: '2022-01', months: 60, funders: { a: 6_000, b: 4_000 } })
  const funding = (one: History) => {
    const { flags } = open(one).ask(leaving('a'), nothingAdded, 3)
    return [flags.with, flags.without].map((months) => months.map((month) => month.funding.score))
  }

  it('is a cliff in the month after: half a year with less than half of the income follows', () => {
    // 60 of 100 from one funder is a warning. In June 40 a month follow on five months of 100 and one of 40; in July on four and two,
    // of which they are more than half.
    expect(funding(history)).toEqual([
      [2, 2, 2, 2],
      [2, 3, 2, 2],
    ])
  })

  it('is one as well where it has no plan of instalments', () => {
    const paid = history.receipts?.filter((one) => one.receivedOn < '2024-05') ?? null
    expect(funding({ ...history, instalments: [], receipts: paid })[1]).toEqual([2, 3, 2, 2])
  })

  it('is not what others promise in the same month', () => {
    const pledges = [promise('gift', 'club'), promise('next', 'bank', { confirmedOn: '2024-05-10' })]
    const instalments = [instalment('gift', '2024-06-10', 3), instalment('next', '2024-06-10', 4)]
    const { money } = open({ ...town, pledges, instalments }).ask(leaving('club'), nothingAdded, 2)
    expect(money.with.months.map((one) => one.incomeMinor)).toEqual([0, 3])
    expect(money.without.months.map((one) => one.incomeMinor)).toEqual([0, 0])
  })
})

describe('a question', () => {
  it('reads nothing again where nothing changes', () => {
    const whatIf = open(town)
    for (const about of [nobodyLeaves, leaving('stranger')]) {
      const { flags } = whatIf.ask(about, nothingAdded, 4)
      for (const [index, one] of flags.without.entries()) expect(one).toBe(flags.with[index])
    }
    const signs = readThrough(whatIf.signs(nobodyLeaves, nothingAdded)(4))
    for (const [index, one] of signs.without.entries()) expect(one).toBe(signs.with[index])
  })

  it('is not asked beyond the months it was opened for', () => {
    const whatIf = open(town)
    const about = whatIf.about(leaving('club'), nothingAdded, 6)
    expect(about(6)).toEqual(whatIf.ask(leaving('club'), nothingAdded, 6))
    expect(() => about(7)).toThrow('a horizon of 7 months is not possible')
    expect(() => whatIf.about(leaving('club'), nothingAdded, 37)).toThrow(RangeError)
    expect(() => whatIf.signs(leaving('club'), nothingAdded)(37)).toThrow(RangeError)
  })

  it('names who and what goes in order, and whose lines judge', () => {
    const organisations = ['zoo', 'office', 'council', 'bureau'].map((id) => ({
      id,
      sector: 'other',
      legalStatus: 'public',
      parentId: ['office', 'bureau'].includes(id) ? 'council' : null,
    }))
    const whatIf = openWhatIf({ ...town, organisations }, '2024-05', ahead, [
      { from: '2024-01', position: 3, values: { cliffMonths: { watch: 6, warning: 3, critical: 1 } } },
    ])
    const about = { ...leaving('zoo', 'council'), spaceIds: ['yard', 'hall'] }
    const answer = whatIf.ask(about, nothingAdded, 1)
    expect(answer.gone).toEqual({
      organisationIds: ['bureau', 'council', 'office', 'zoo'],
      alongIds: ['bureau', 'office'],
      spaceIds: ['hall', 'yard'],
    })
    expect(answer.parametersVersion).toBe(answer.thresholds[0]?.version)
    expect(answer.parametersVersion).toMatch(/\+3$/)
  })
})

describe('newcomers', () => {
  const history: History = {
    ...town,
    initiatives: [
      initiative('garden', '2024-02-10'),
      initiative('meals', '2024-02-10'),
      initiative('over', '2024-02-10', { endedOn: '2024-04-10' }),
    ],
    participations: [
      part('garden', 'school', '2024-05-01'),
      part('garden', 'zoo', '2024-05-02'),
      part('garden', 'bank', null, '2024-05-02'),
      part('garden', 'choir', null, '2024-05-01'),
      part('over', 'club'),
      part('meals', 'club'),
      part('meals', 'bank'),
    ],
    receipts: [receipt('gift', '2024-02-25')],
  }
  const joins = (initiativeId: string | null) => ({ sector: 'sport', initiativeId })

  it('are tied to those who are in what they join on the day', () => {
    const of = (...partners: ReturnType<typeof joins>[]) =>
      open(history).ask(nobodyLeaves, adding({ partners }), 1).network
    // What happens on the day itself is not seen yet: the choir is still there, the zoo and the school not yet.
    expect(of().after).toEqual({ partners: 3, parts: 1, largest: 3 })
    expect(of(joins('garden'))).toMatchObject({ after: { partners: 4, parts: 1, largest: 4 }, newBridgeIds: [] })
    expect(of(joins('garden'), joins('garden')).after).toEqual({ partners: 5, parts: 1, largest: 5 })
    expect(of(joins(null), joins('unknown'), joins('over')).after).toEqual({ partners: 3, parts: 1, largest: 3 })
  })

  it('are tied to each other, and to nobody who leaves', () => {
    const of = (...leave: string[]) =>
      open(history).ask(leaving(...leave), adding({ partners: [joins('meals'), joins(null), joins('meals')] }), 1)
        .network
    expect(of('bank')).toMatchObject({
      before: { partners: 3, parts: 1, largest: 3 },
      // The club and the two newcomers; the choir alone.
      after: { partners: 4, parts: 2, largest: 3 },
      cutOffIds: ['choir'],
      newBridgeIds: [],
    })
    expect(of('bank', 'club', 'choir').after).toEqual({ partners: 2, parts: 1, largest: 2 })
  })

  it('are tied to nobody where there are too many of them', () => {
    const crew = Array.from({ length: 15 }, (_, nth) => `p${nth}`)
    const joined = (partners: string[]) => {
      const participations = partners.map((id) => part('garden', id))
      return open({ ...history, participations }).ask(nobodyLeaves, adding({ partners: [joins('garden')] }), 1).network
    }
    expect(joined(crew.slice(1)).after).toEqual({ partners: 15, parts: 1, largest: 15 })
    expect(joined(crew).after).toEqual({ partners: 15, parts: 1, largest: 15 })
  })

  it('begin ties among themselves where they begin something together', () => {
    const initiatives = [{ organisationIds: ['club', 'x', 'y'], months: 6 }]
    const { network } = open(history).ask(nobodyLeaves, adding({ initiatives }), 1)
    expect(network).toMatchObject({ after: { partners: 5, parts: 1, largest: 5 }, newBridgeIds: ['club'] })
  })

  it('stand in for partners who leave, each for one', () => {
    const short = (...partners: ReturnType<typeof joins>[]) =>
      open(history)
        .ask(leaving('club', 'bank'), adding({ partners }), 1)
        .initiatives.below.map((one) => [one.initiativeId, ...one.reasons.map((each) => each.reason)])
    const fewer = ['meals', 'fewer-than-two-partners']
    expect(short()).toEqual([['garden', 'fewer-than-two-partners'], fewer])
    expect(short(joins('meals'), joins(null))).toEqual([['garden', 'fewer-than-two-partners'], fewer])
    expect(short(joins('meals'), joins('meals'))).toEqual([['garden', 'fewer-than-two-partners']])
  })
})
