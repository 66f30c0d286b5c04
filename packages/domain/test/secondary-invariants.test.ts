import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagLevels } from '../src/risks/flag-level.ts'
import type { History } from '../src/risks/history.ts'
import { evaluateSecondary, secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { secondaryFlagNames } from '../src/risks/secondary/flag-names.ts'
import { timeline } from '../src/risks/timeline.ts'
import { monthsOfStory, relabelled, shuffled } from './given-history.ts'
import { arbitrarySecondaryHistory } from './given-secondary.ts'
import { runs } from './property-runs.ts'

const { from, to } = monthsOfStory
const months = (history: History) => secondaryTimeline(history, from, to).months
const index = fc.integer({ min: 1, max: 71 })

/** What names things by their ids, and the order of equals among them. */
const naming = new Set(['contributors', 'topPersonIds', 'organisationIds', 'organisationId', 'change'])

function withoutIds(history: History): string {
  return JSON.stringify(months(history), (key, value: unknown) => (naming.has(key) ? null : value))
}

describe('every secondary reading', () => {
  it('is the same alone as in any timeline', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, index, (history, at) => {
        const reading = months(history)[at]
        expect(JSON.stringify(evaluateSecondary(history, reading?.month ?? from))).toBe(JSON.stringify(reading))
      }),
      runs(40),
    )
  })

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, fc.infiniteStream(fc.nat()), (history, numbers) => {
        expect(JSON.stringify(months(shuffled(history, numbers)))).toBe(JSON.stringify(months(history)))
      }),
      runs(40),
    )
  })

  it('does not depend on what things are called', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        expect(withoutIds(relabelled(history))).toBe(withoutIds(history))
      }),
      runs(40),
    )
  })

  it('counts a fact told twice once', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        const twice = <Fact>(facts: readonly Fact[] | null | undefined) => facts && [...facts, ...facts]
        const told: History = {
          ...history,
          organisations: [...history.organisations, ...history.organisations],
          initiatives: [...history.initiatives, ...history.initiatives],
          participations: [...history.participations, ...history.participations],
          bookings: twice(history.bookings) ?? null,
          pledges: twice(history.pledges) ?? null,
          coordinations: twice(history.coordinations) ?? null,
          representations: twice(history.representations) ?? null,
          spaces: twice(history.spaces) ?? null,
          mandates: twice(history.mandates) ?? null,
        }
        expect(JSON.stringify(months(told))).toBe(JSON.stringify(months(history)))
      }),
      runs(30),
    )
  })

  it('sees nothing dated on or after its day', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, index, (history, at) => {
        const month = months(history)[at]?.month ?? from
        const isBefore = (day: string | null) => day === null || day < `${month}-01`
        const open = <Fact extends { readonly to: string | null }>(one: Fact): Fact =>
          isBefore(one.to) ? one : { ...one, to: null }
        const known: History = {
          ...history,
          initiatives: history.initiatives
            .filter((one) => isBefore(one.startedOn))
            .map((one) => (isBefore(one.endedOn) ? one : { ...one, endedOn: null, endState: null })),
          participations: history.participations.filter((one) => isBefore(one.from)).map(open),
          memberships: history.memberships?.filter((one) => isBefore(one.from)).map(open) ?? null,
          bookings: history.bookings?.filter((one) => isBefore(one.startsOn)) ?? null,
          pledges: history.pledges?.filter((one) => isBefore(one.confirmedOn)) ?? null,
          receipts: history.receipts?.filter((one) => isBefore(one.receivedOn)) ?? null,
          // The end and the hours of a coordination are known from its beginning, as those of a pledge are.
          coordinations: history.coordinations?.filter((one) => isBefore(one.from)) ?? null,
          representations: history.representations?.filter((one) => isBefore(one.from)).map(open) ?? null,
          spaces: history.spaces?.filter((one) => isBefore(one.from)).map(open) ?? null,
        }
        expect(JSON.stringify(evaluateSecondary(known, month))).toBe(JSON.stringify(evaluateSecondary(history, month)))
      }),
      runs(40),
    )
  })

  it('keeps shares and measures within their ranges', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        for (const { flags, measures } of months(history)) {
          const shares = [
            flags['sector-failure'].value,
            flags['public-dominance'].value,
            flags.places.value,
            flags.youth.value,
            flags.volunteering.value,
            flags['sector-failure'].reported['blauNormalised'],
            flags['one-organisation'].reported['largestCut'],
            flags.youth.reported['proxyRatio'],
            flags.places.reported['lostShare'],
            flags.personalisation.persons?.['topShare'],
            flags.volunteering.persons?.['retention'],
            measures?.repeatShare,
            measures?.newPartnerRate,
            measures?.tieTurnover,
            measures?.oneInitiativeShare,
            measures?.income.funder?.hhi,
            measures?.income.route?.hhi,
          ].filter((share) => share !== null && share !== undefined)
          expect(shares.filter((share) => !(Number(share) >= 0 && Number(share) <= 1 + 1e-12))).toEqual([])
          const { assortativity, eiIndex } = flags['sector-failure'].reported
          for (const mixing of [assortativity, eiIndex]) {
            if (mixing !== null && mixing !== undefined) expect(Math.abs(Number(mixing))).toBeLessThanOrEqual(1 + 1e-12)
          }
          const factors = [flags.personalisation.value, flags['one-organisation'].value].filter((one) => one !== null)
          expect(factors.filter((factor) => factor < 1)).toEqual([])
          expect(flags.youth.interval === null || flags.youth.interval.low <= Number(flags.youth.value)).toBe(true)
        }
      }),
      runs(30),
    )
  })

  it('rises by its rule and falls one level at a time, and nothing unread moves it', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, fc.integer({ min: 24, max: 60 }), (history, cut) => {
        const through = months(history)[cut]?.month ?? to
        for (const name of secondaryFlagNames) {
          let held = 0
          for (const { flags } of months(history)) {
            const level = flagLevels.indexOf(flags[name].heldLevel)
            expect(level).toBeGreaterThanOrEqual(held - 1)
            if (flags[name].score === null) expect(level).toBe(held)
            held = level
          }
          const dark = months({ ...history, dataCompleteThrough: `${through}-15` })
          const last = dark[cut]?.flags[name].heldLevel
          expect(new Set(dark.slice(cut + 1).map(({ flags }) => flags[name].heldLevel))).toEqual(new Set([last]))
          expect(new Set(dark.slice(cut + 1).map(({ flags }) => flags[name].level))).toEqual(
            new Set(cut === 71 ? [] : ['insufficient-data']),
          )
        }
      }),
      runs(20),
    )
  })

  it('leaves the two main flags as they are', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        const { coordinations: _c, representations: _r, spaces: _s, mandates: _m, coreSectors: _k, ...plain } = history
        expect(JSON.stringify(timeline(history, from, to))).toBe(JSON.stringify(timeline(plain, from, to)))
      }),
      runs(20),
    )
  })

  it('judges no public dominance where a community does not want to be independent', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        for (const { flags } of months({ ...history, wantsIndependence: false })) {
          expect(flags['public-dominance'].score).toBeNull()
          expect(flags['public-dominance'].heldLevel).toBe('none')
        }
      }),
      runs(20),
    )
  })

  it('finds the same partners active as the flag of stagnation does', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, (history) => {
        const main = timeline(history, from, to).months
        months(history).forEach(({ flags }, at) => {
          const now = main[at]?.stagnation.families.participation.now ?? null
          const seen = flags['one-organisation'].reported['partnersRunning']
          if (now !== null && seen !== undefined) expect(seen).toBe(now)
        })
      }),
      runs(30),
    )
  })
})
