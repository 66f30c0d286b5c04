import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { timeline } from '../src/risks/timeline.ts'
import { moneyAt, pledgeAhead } from '../src/risks/what-if/money-ahead.ts'
import { monthsAhead } from '../src/risks/what-if/months-ahead.ts'
import { nobodyLeaves, nothingAdded } from '../src/risks/what-if/question.ts'
import { levelsRaised, raisedFlags } from '../src/risks/what-if/raised-flags.ts'
import { openWhatIf, stressTest } from '../src/risks/what-if/stress-test.ts'
import { whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { type WorstDeparture, leavingOf, worstFirst } from '../src/risks/what-if/worst-departures.ts'
import { addMonths, monthIndex } from '../src/values/month.ts'
import { instalment, part, promise, receipt, town } from './given-town.ts'
import { givenWork } from './given-work.ts'

const may = monthIndex('2024-05')

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

  it('count by the steps of their peaks', () => {
    const raised = raisedFlags(course([0, 0], [1, 1]), course([0, 2], [1, 2]))
    expect(raised.map((one) => one.flag)).toEqual(['stagnation', 'funding'])
    expect(levelsRaised(raised)).toBe(3)
    expect([raisedFlags(course([2], [2]), course([1], [2])), levelsRaised([])]).toEqual([[], 0])
  })
})

describe('the worst departures', () => {
  const departure = (organisationId: string | null, more: Partial<WorstDeparture> = {}): WorstDeparture => ({
    organisationId,
    goneIds: new Set([organisationId ?? 'council']),
    levelsRaised: 0,
    lostMinor: 0,
    lostShare: null,
    initiativesBelow: 0,
    cutOff: 0,
    ...more,
  })
  const named = (...all: WorstDeparture[]) => worstFirst(all).map((one) => one.organisationId)

  it('go by levels, then money, then initiatives, then ties, then names', () => {
    expect(
      named(
        departure('e'),
        departure('a', { cutOff: 1 }),
        departure('b', { initiativesBelow: 1 }),
        departure('c', { lostShare: 0.1 }),
        departure('d', { levelsRaised: 1 }),
      ),
    ).toEqual(['d', 'c', 'b', 'a', 'e'])
    expect(named(departure('b'), departure('a'))).toEqual(['a', 'b'])
  })

  it('are five at most', () => {
    expect(named(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => departure(id)))).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('do not name again who goes along in a worse one and takes nothing more', () => {
    const worse = departure('council', {
      goneIds: new Set(['council', 'office']),
      levelsRaised: 2,
      lostMinor: 10,
      lostShare: 0.5,
      initiativesBelow: 2,
      cutOff: 2,
    })
    const along = (more: Partial<WorstDeparture>) =>
      named(worse, departure('office', { levelsRaised: 1, lostMinor: 5, initiativesBelow: 1, cutOff: 1, ...more }))
    expect(along({})).toEqual(['council'])
    expect([
      along({ lostMinor: 11 }),
      along({ initiativesBelow: 3 }),
      along({ cutOff: 3 }),
      along({ goneIds: new Set(['office', 'desk']) }),
    ]).toEqual(Array.from({ length: 4 }, () => ['council', 'office']))
    expect(along({ lostMinor: 10, initiativesBelow: 2, cutOff: 2, levelsRaised: 2 })).toEqual(['council'])
  })
})

describe('money ahead', () => {
  it('knows promises made before the month, and who has proven their word', () => {
    const pledges = [
      promise('gift', 'bank'),
      promise('fee', 'club'),
      promise('next', 'club', { confirmedOn: '2024-05-01' }),
      promise('offer', 'club', { status: 'written-off' }),
      promise('kroner', 'club', { currency: 'SEK' }),
    ]
    const at = (receipts: History['receipts']) =>
      moneyAt(datedFacts({ ...town, pledges, instalments: [], receipts }), may, parameters.funding)
    const proven = (receipts: History['receipts']) => at(receipts).pledges.map((one) => [one.pledge.id, one.isProven])
    const once = receipt('gift', '2024-03-03')
    expect(proven([once])).toEqual([
      ['gift', false],
      ['fee', true],
    ])
    expect(proven([once, receipt('gift', '2024-04-30')])).toEqual([
      ['gift', true],
      ['fee', true],
    ])
    expect(proven([once, receipt('gift', '2024-05-01')])).toEqual([
      ['gift', false],
      ['fee', true],
    ])
    expect(at([])).toMatchObject({ now: may, reservesMinor: 100, isCostKnown: true, isScheduleKnown: true })
  })

  it('of a promise falls due by its plan and lies evenly over its days', () => {
    const facts = datedFacts({
      ...town,
      pledges: [promise('p', 'club', { amountMinor: 60, from: '2024-06-01', to: '2024-07-31' })],
      instalments: [
        instalment('p', '2024-06-10', 3),
        instalment('p', '2024-06-20', 4),
        instalment('p', '2024-07-10', null),
      ],
    })
    const [pledge] = facts.at(monthIndex('2024-01')).pledgesKnown
    if (pledge === undefined) throw new Error('no promise')
    const { due, spread, isProven } = pledgeAhead(pledge, true)
    // Sixty over sixty-one days: 29 in June, rounded down.
    expect([[...due], [...spread], isProven]).toEqual([
      [[may + 1, 7]],
      [
        [may + 1, 29],
        [may + 2, 31],
      ],
      true,
    ])
  })
})
