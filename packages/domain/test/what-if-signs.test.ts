import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { secondaryFlagNames } from '../src/risks/secondary/flag-names.ts'
import { secondaryFacts } from '../src/risks/secondary/secondary-facts.ts'
import { secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { monthsAhead } from '../src/risks/what-if/months-ahead.ts'
import { type Leaving, nobodyLeaves, nothingAdded } from '../src/risks/what-if/question.ts'
import { readThrough, signFactsAfter, type SignsAhead, type SignsAnswer } from '../src/risks/what-if/signs-ahead.ts'
import { openWhatIf, type WhatIf } from '../src/risks/what-if/stress-test.ts'
import { whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { dayNumber } from '../src/values/day.ts'
import { addMonths, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitrarySecondaryHistory } from './given-secondary.ts'
import { town } from './given-town.ts'
import { runs } from './property-runs.ts'

const someone = fc.uniqueArray(fc.constantFrom('school', 'library', 'council', 'bank', 'club', 'choir'), {
  minLength: 1,
  maxLength: 4,
})
const someMonth = fc.integer({ min: 10, max: 60 }).map((index) => monthFromIndex(monthIndex('2019-01') + index))
const ways = fc.constantFrom('as-last-year' as const, 'as-planned' as const)
const without = (organisationIds: readonly string[]): Leaving => ({ ...nobodyLeaves, organisationIds })
const HORIZON = 18

function signsOf(whatIf: WhatIf, leaving: Leaving, horizonMonths = HORIZON): SignsAnswer {
  return readThrough(whatIf.signs(leaving, nothingAdded)(horizonMonths))
}

function timelineOf(history: History, month: string): SignsAhead[] {
  return secondaryTimeline(history, month, addMonths(month, HORIZON)).months.map((one) => ({
    month: one.month,
    signs: Object.fromEntries(
      secondaryFlagNames.map((name) => [name, { level: one.flags[name].heldLevel, score: one.flags[name].score }]),
    ),
  }))
}

describe('the other signs of a question what if', () => {
  it('read as the timeline of the history carried on, and of one edited by hand', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, someone, ways, (history, month, ids, goesOn) => {
        const whatIf = openWhatIf(history, month, { goesOn, recordedUntil: month })
        const answer = signsOf(whatIf, without(ids))
        const carriedOn = monthsAhead(history, month, addMonths(month, 37), goesOn)
        const edited = withoutLeaving(carriedOn, `${month}-01`, whoLeaves(history, without(ids)))
        expect(answer.with).toEqual(timelineOf(carriedOn, month))
        expect(answer.without).toEqual(timelineOf(edited, month))
      }),
      runs(40),
    )
  })

  it('say nothing new where nobody leaves, and the same about a horizon whichever was asked about before', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, someone, (history, month, ids) => {
        const ahead = { goesOn: 'as-last-year', recordedUntil: month } as const
        const whatIf = openWhatIf(history, month, ahead)
        // A reading that is given up half way leaves nothing behind.
        const about = whatIf.signs(without(ids), nothingAdded)
        const givenUp = about(36)
        for (let step = 0; step < 20; step += 1) givenUp.next()
        expect(signsOf(whatIf, nobodyLeaves).raised).toEqual([])
        const six = signsOf(openWhatIf(history, month, ahead), without(ids), 6)
        expect(signsOf(whatIf, without(ids), 6)).toEqual(six)
        for (const horizon of [18, 6, 30]) readThrough(about(horizon))
        expect(readThrough(about(6))).toEqual(six)
      }),
      runs(20),
    )
  })

  it('leave out what the community has switched off, from its month on', () => {
    const [month, later] = ['2022-01', '2022-04']
    const thresholds = [{ from: later, position: 1, values: { switchedOff: ['youth' as const] } }]
    const [history] = fc.sample(arbitrarySecondaryHistory, { numRuns: 1, seed: 5 })
    if (history === undefined) throw new Error('no history')
    const ahead = { goesOn: 'as-planned', recordedUntil: month } as const
    const answer = signsOf(openWhatIf(history, month, ahead, thresholds), without(['school']))
    for (const one of [...answer.with, ...answer.without]) expect('youth' in one.signs).toBe(one.month < later)
  })

  it('stand nowhere before the month after the first fact, and everywhere from then on', () => {
    const story = withCoordinators()
    const begins = { ...story, initiatives: story.initiatives.map((one) => ({ ...one, startedOn: '2020-02-10' })) }
    const signs = (history: History) => {
      const whatIf = openWhatIf(history, '2020-01', { goesOn: 'as-planned', recordedUntil: '2020-01' })
      return signsOf(whatIf, nobodyLeaves, 3).with
    }
    const nowhere = Object.fromEntries(secondaryFlagNames.map((name) => [name, { level: 'none', score: null }]))
    expect(signs({ ...begins, initiatives: [], participations: [] }).map((one) => one.signs)).toEqual(
      Array.from({ length: 4 }, () => nowhere),
    )
    // Everything begins in February.
    const read = signs(begins)
    expect(read.slice(0, 2).map((one) => one.signs)).toEqual([nowhere, nowhere])
    // Two persons coordinate everything; a level is entered at the second reading.
    expect(read.map(({ month, signs: { personalisation } }) => [month, personalisation?.score])).toEqual([
      ['2020-01', null],
      ['2020-02', null],
      ['2020-03', 3],
      ['2020-04', 3],
    ])
    expect(read.map((one) => one.signs.personalisation?.level)).toEqual(['none', 'none', 'none', 'watch'])
    expect(read).toEqual(timelineOf(begins, '2020-01').slice(0, 4))
  })

  it('keep the hours of who stops where they were: a month of the past knows nothing of the departure', () => {
    const history: History = {
      ...town,
      coordinations: [{ initiativeId: 'garden', personId: 'ada', from: '2024-02-10', to: '2024-12-31', hours: 90 }],
      representations: [
        { personId: 'ada', organisationId: 'club', capacity: 'partner', isPaid: null, from: null, to: null },
      ],
    }
    const [february, may] = [monthIndex('2024-02'), monthIndex('2024-05')]
    const changed = datedFacts(withoutLeaving(history, '2024-05-01', whoLeaves(history, without(['club']))))
    const read = signFactsAfter(secondaryFacts(datedFacts(history)), changed, may)
    expect(read.at(february).coordinationsBegun.map((one) => [one.minutes, one.to])).toEqual([
      [90 * 60, dayNumber('2024-12-31')],
    ])
    expect(read.at(may).coordinationsEnded.map((one) => [one.personId, one.to])).toEqual([
      ['ada', dayNumber('2024-05-01')],
    ])
    expect(read.at(monthIndex('2024-12')).coordinationsEnded).toEqual([])
  })

  it('rise where everybody who coordinates acts for one organisation, and it leaves', () => {
    const story = withCoordinators()
    const whatIf = openWhatIf(story, '2024-01', { goesOn: 'as-last-year', recordedUntil: '2024-01' })
    const { raised, without: ahead } = signsOf(whatIf, without(['council']), 15)
    expect(raised.map((one) => one.flag)).toContain('sector-failure')
    const { signs } = ahead.at(-1) as SignsAhead
    expect(signs.personalisation?.score).toBeNull()
    const stays = signsOf(whatIf, without(['o1']), 15).without.at(-1)
    expect(stays?.signs.personalisation?.score).not.toBeNull()
  })
})

/** Five organisations that begin something together each month; the two who coordinate act for the council alone. */
function withCoordinators(): History {
  const ids = ['council', 'o1', 'o2', 'o3', 'o4']
  const initiatives = Array.from({ length: 48 }, (_, index) => ({
    id: `i${index}`,
    kind: 'joint',
    startedOn: `${addMonths('2020-01', index)}-10`,
    plannedEndOn: `${addMonths('2020-01', index + 9)}-10`,
    endedOn: null,
    endState: null,
  }))
  const span = { from: null, to: null }
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: ids.map((id) => ({
      id,
      sector: id === 'council' ? 'local-government' : 'ngo',
      legalStatus: id === 'council' ? 'public' : 'civic',
      parentId: null,
    })),
    memberships: null,
    initiatives,
    participations: initiatives.flatMap(({ id }, index) =>
      ['council', `o${1 + (index % 4)}`, `o${1 + ((index + 1) % 4)}`].map((organisationId, at) => ({
        initiativeId: id,
        organisationId,
        role: at === 0 ? 'lead' : 'contributor',
        ...span,
      })),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
    coordinations: initiatives.map(({ id }, index) => ({
      initiativeId: id,
      personId: index % 2 === 0 ? 'ada' : 'ben',
      ...span,
      hours: null,
    })),
    representations: ['ada', 'ben'].map((personId) => ({
      personId,
      organisationId: 'council',
      capacity: 'partner',
      isPaid: null,
      ...span,
    })),
    coreSectors: ['local-government'],
  }
}
