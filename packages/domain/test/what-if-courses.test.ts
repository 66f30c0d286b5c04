import { describe, expect, it } from 'vitest'
import type { FlagStand } from '../src/risks/flag-reading.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { timeline } from '../src/risks/timeline.ts'
import { monthsAhead } from '../src/risks/what-if/months-ahead.ts'
import { nobodyLeaves, nothingAdded } from '../src/risks/what-if/question.ts'
import { levelsRaised, raisedAmong, raisedFlags } from '../src/risks/what-if/raised-flags.ts'
import { openWhatIf, stressTest } from '../src/risks/what-if/stress-test.ts'
import { whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { leavingOf } from '../src/risks/what-if/worst-departures.ts'
import { addMonths } from '../src/values/month.ts'
import { instalment, part, promise } from './given-town.ts'
import { givenWork } from './given-work.ts'

describe('the months ahead without somebody', () => {
  const partners = ['a', 'b', 'c', 'd', 'e', 'f']
  const work = Array.from({ length: 40 }, (_, index) => ({
    id: `i${index}`,
    startedOn: `${addMonths('2021-01', index)}-${String(3 + (index % 20)).padStart(2, '0')}`,
    plannedEndOn: `${addMonths('2021-01', index + 9)}-20`,
    partners: [
      partners[index % 6] as string,
      partners[(index * 5 + 1) % 6] as string,
      ...(index % 3 === 0 ? ['a'] : []),
    ],
  }))
  const dues = partners.flatMap((id, place) =>
    Array.from({ length: 48 }, (_, index) =>
      instalment(`of ${id}`, `${addMonths('2021-01', index)}-10`, 100 * (place + 1)),
    ),
  )
  const history: History = {
    ...givenWork(work),
    organisations: partners.map((id) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
    memberships: partners.map((organisationId) => ({ organisationId, state: 'active', from: '2021-01-01', to: null })),
    bookings: [],
    // Promises end before anybody leaves: what they had scheduled is the same in a history edited by hand.
    pledges: partners.map((id) =>
      promise(`of ${id}`, id, { amountMinor: null, to: null, confirmedOn: '2021-01-01', from: '2021-01-01' }),
    ),
    instalments: dues,
    receipts: dues.filter((one) => one.dueOn < '2024-05').map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
  }
  const ahead = { goesOn: 'as-last-year', recordedUntil: '2024-05' } as const

  it.each([[['a']], [['f']], [['a', 'b', 'c']], [['e', 'f']], [partners]])(
    '%j read as a timeline without them',
    (organisationIds) => {
      const leaving = { ...nobodyLeaves, organisationIds }
      const answer = stressTest(history, '2024-05', { leaving, adding: nothingAdded, horizonMonths: 12, ...ahead })
      const carriedOn = monthsAhead(history, '2024-05', '2027-06', 'as-last-year')
      const stands = (one: History) =>
        timeline(one, '2024-05', '2025-05').months.map(({ month, stagnation, funding }) => ({
          month,
          stagnation: { level: stagnation.heldLevel, score: stagnation.score },
          funding: { level: funding.heldLevel, score: funding.score },
        }))
      const edited = withoutLeaving(carriedOn, '2024-05-01', whoLeaves(history, leaving))
      expect(answer.flags.with).toEqual(stands(carriedOn))
      expect(answer.flags.without).toEqual(stands(edited))
      expect(answer).toMatchObject({
        month: '2024-05',
        horizonMonths: 12,
        currency: 'EUR',
        parametersVersion: parameters.version,
        initiatives: { running: 9 },
      })
    },
  )

  it('cost what is lost in money, work and ties', () => {
    const whatIf = openWhatIf(history, '2024-05', ahead)
    // Of 2,100 a month f gives 600: eight months are promised still.
    expect(whatIf.weigh(leavingOf('f'), 12)).toMatchObject({ lostMinor: 8 * 600, lostShare: 600 / 2100 })
    expect(whatIf.weigh(leavingOf('f'), 3)).toMatchObject({ lostMinor: 3 * 600, lostShare: 600 / 2100 })
    expect(whatIf.weigh(leavingOf('nobody'), 12)).toMatchObject({
      lostMinor: 0,
      lostShare: 0,
      initiativesBelow: 0,
      cutOff: 0,
    })
    const [all, none] = [partners, []].map((organisationIds) =>
      whatIf.levelsRaisedBy({ ...nobodyLeaves, organisationIds }, nothingAdded, 12),
    )
    expect(none).toBe(0)
    expect(all).toBeGreaterThan(0)
  })

  it('are asked about from one month to three years', () => {
    const { ask } = openWhatIf(history, '2024-05', ahead)
    expect(ask(nobodyLeaves, nothingAdded, 1).flags.with).toHaveLength(2)
    for (const months of [0, 37, 1.5, -1]) expect(() => ask(nobodyLeaves, nothingAdded, months)).toThrow(RangeError)
    expect(() => openWhatIf(history, '2024-06', ahead)).toThrow(RangeError)
  })

  it('with newcomers tie them to those they join', () => {
    const { ask } = openWhatIf(
      {
        ...history,
        participations: [
          ...history.participations,
          part('i39', 'gone', null, '2024-05-01'),
          part('i39', 'later', '2024-06-01'),
        ],
      },
      '2024-05',
      ahead,
    )
    const joined = ask(nobodyLeaves, { ...nothingAdded, partners: [{ sector: 'sport', initiativeId: 'i39' }] }, 6)
    expect(joined.network.after.partners).toBe(joined.network.before.partners + 1)
    const begun = ask(
      nobodyLeaves,
      { ...nothingAdded, initiatives: [{ organisationIds: ['new 1', 'new 2', 'new 3'], months: 6 }] },
      6,
    )
    expect(begun.network.after).toMatchObject({
      partners: begun.network.before.partners + 3,
      parts: begun.network.before.parts + 1,
    })
  })
})

describe('flags that would rise', () => {
  const levels = ['none', 'watch', 'warning', 'critical'] as const
  const course = (stagnation: number[], funding: number[]) =>
    stagnation.map((level, index) => ({
      month: addMonths('2024-05', index),
      stagnation: { level: levels[level] ?? 'none', score: 0 },
      funding: { level: levels[funding[index] ?? 0] ?? 'none', score: 0 },
    }))

  it('are named with the first month in which they stand higher, and both peaks', () => {
    const raised = raisedFlags(course([0, 1, 1, 3], [1, 1, 1, 1]), course([0, 1, 2, 2], [1, 1, 1, 1]))
    expect(raised).toEqual([
      {
        flag: 'stagnation',
        month: '2024-07',
        with: 'watch',
        without: 'warning',
        peakWith: 'critical',
        peakWithout: 'warning',
      },
    ])
    expect(levelsRaised(raised)).toBe(0)
  })

  it('have two levels in that month, and reach their peaks in others', () => {
    const [raised] = raisedFlags(course([0, 0, 1], [0, 0, 0]), course([0, 1, 2], [0, 0, 0]))
    expect(raised).toMatchObject({
      month: '2024-06',
      with: 'none',
      without: 'watch',
      peakWith: 'watch',
      peakWithout: 'warning',
    })
  })

  it('stand nowhere in a month in which nothing is said of them', () => {
    const months = (...stands: (FlagStand | undefined)[]) =>
      stands.map((stand, index) => ({ month: addMonths('2024-05', index), stand }))
    const raised = (before: ReturnType<typeof months>, after: ReturnType<typeof months>) =>
      raisedAmong(['youth'], before, after, ({ stand }) => stand).map((one) => [one.with, one.without])
    const [none, watch] = [
      { level: 'none', score: 0 },
      { level: 'watch', score: 1 },
    ] as const
    expect(raised(months(undefined, none), months(none, undefined))).toEqual([])
    expect(raised(months(undefined, none), months(none, watch))).toEqual([['none', 'watch']])
  })

  it('count by the steps of their peaks', () => {
    const raised = raisedFlags(course([0, 0], [1, 1]), course([0, 2], [1, 2]))
    expect(raised.map((one) => one.flag)).toEqual(['stagnation', 'funding'])
    expect(levelsRaised(raised)).toBe(3)
    expect([raisedFlags(course([2], [2]), course([1], [2])), levelsRaised([])]).toEqual([[], 0])
  })
})
