import { dayFromNumber } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import { type DatedFacts } from '../dated-facts.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { type FlagReading, flagReading, type FlagStand, pointStreaks } from '../flag-reading.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { formingThrough, jointBeginning } from '../stagnation/life-stage.ts'
import { type SecondaryFlagName, secondaryFlagNames } from './flag-names.ts'
import { membershipFlow } from './membership-flow.ts'
import { networkMeasures, type NetworkMeasures } from './network-measures.ts'
import type { SecondaryFacts } from './secondary-facts.ts'
import { type Signal, unread, type WindowSize } from './signal.ts'
import { signReader } from './sign-reader.ts'
import { slidingSums } from './sliding-sums.ts'
import { tieHistory } from './tie-history.ts'

/** A secondary flag in one month: its level and what it was read from. */
export interface SecondaryFlag extends FlagReading, Omit<Signal, 'score' | 'reason'> {
  /** The lines in force for this flag. */
  readonly lines: Readonly<Record<string, unknown>>
  /** Set by judgement, not by evidence; to be said wherever it is shown. */
  readonly isExpertSet: boolean
}

export interface SecondaryReading {
  readonly flags: Readonly<Record<SecondaryFlagName, SecondaryFlag>>
  /** What lies in the window, against what a flag needs. */
  readonly window: WindowSize
  /** Null where the month cannot be read. */
  readonly measures: NetworkMeasures | null
}

export interface SecondaryFold {
  /** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
  readonly next: (month: number, unreadable: Reason | null) => SecondaryReading
  /** As `next` for a month of which no more is asked than where the flags stand. */
  readonly pass: (month: number, unreadable: Reason | null) => Readonly<Record<SecondaryFlagName, FlagStand>>
}

const lineNames = {
  'sector-failure': 'sectorFailure',
  personalisation: 'personalisation',
  'one-organisation': 'oneOrganisation',
  'public-dominance': 'publicDominance',
  places: 'places',
  youth: 'youth',
  volunteering: 'volunteering',
} as const satisfies Record<SecondaryFlagName, keyof Parameters['secondary']>

/** The secondary flags as a fold over months, each with a state of its own. Source: docs/indicators.md §6, §7. */
export function secondaryFold(facts: DatedFacts, own: SecondaryFacts, parameters: Parameters): SecondaryFold {
  const { history } = facts
  const lines = parameters.secondary
  const { windowMonths } = lines
  const reader = signReader(facts, own, parameters)
  const past = tieHistory(windowMonths, parameters.stagnation.novelty.mostPartnersForPairs)
  const otherIncome = slidingSums(windowMonths)
  const flow = membershipFlow(windowMonths)
  const beginning = jointBeginning(parameters.stagnation)
  const states = new Map<SecondaryFlagName, FlagState>()
  const streaks = new Map(secondaryFlagNames.map((name) => [name, pointStreaks()]))

  const absorb = (month: number) => {
    const monthFacts = facts.at(month - 1)
    const ownFacts = own.at(month - 1)
    beginning.absorb(monthFacts)
    past.absorb(month - 1, monthFacts)
    flow.absorb(monthFacts)
    for (const { unit, amount } of ownFacts.otherIncome) otherIncome.add(unit, amount)
    reader.moveTo(month)
    for (const one of [past, flow, otherIncome]) one.slideTo(month)
  }

  const moveOn = (name: SecondaryFlagName, month: number, unreadable: Reason | null, isForming: boolean) => {
    const signal = unreadable === null ? reader.read(name, month) : unread(unreadable)
    const streak = streaks.get(name) ?? pointStreaks()
    streak.add(month, signal.parts)
    const before = states.get(name) ?? quietFlag
    const step = stepFlag(before, month, signal.score, lines.levels, parameters.flags, isForming ? 'watch' : null)
    states.set(name, step.state)
    return { signal, before, step, evidenceOnset: streak.earliest() }
  }
  /** Moves all flags on; what each of them comes to. */
  const flagsIn = <Flag>(
    month: number,
    unreadable: Reason | null,
    flagOf: (name: SecondaryFlagName, moved: ReturnType<typeof moveOn>, isForming: boolean) => Flag,
  ) => {
    absorb(month)
    const through = formingThrough(beginning.begunOn(), parameters.stagnation)
    const isForming = through === null || dayFromNumber(firstDayNumber(month)) <= through
    return Object.fromEntries(
      secondaryFlagNames.map((name) => [name, flagOf(name, moveOn(name, month, unreadable, isForming), isForming)]),
    ) as Record<SecondaryFlagName, Flag>
  }

  const readFlag = (
    name: SecondaryFlagName,
    month: number,
    { signal, before, step, evidenceOnset }: ReturnType<typeof moveOn>,
    isForming: boolean,
  ): SecondaryFlag => {
    const { score, reason, ...rest } = signal
    const { isExpertSet, ...inForce } = lines[lineNames[name]]
    return {
      ...flagReading({
        before,
        step,
        month,
        score,
        reason: score === null ? (reason ?? 'too-few') : null,
        isCapped: isForming,
        points: signal.parts,
        evidenceOnset,
        contributors: signal.contributors,
        dataCompleteThrough: history.dataCompleteThrough,
        rule: `${name} ${engine} ${parameters.version}`,
        thresholds: lines.levels,
        staleAfterMonths: parameters.flags.staleAfterMonths,
      }),
      ...rest,
      lines: inForce,
      isExpertSet,
    }
  }

  return {
    next(month, unreadable) {
      const flags = flagsIn(month, unreadable, (name, moved, isForming) => readFlag(name, month, moved, isForming))
      const isFlowKnown = history.memberships !== null
      return {
        flags,
        window: reader.window(),
        measures:
          unreadable === null
            ? networkMeasures(
                past,
                reader.work.ties,
                reader.graph(),
                isFlowKnown ? flow.read() : null,
                reader.income.spread(),
                units(otherIncome.entries()),
              )
            : null,
      }
    },
    pass: (month, unreadable) =>
      flagsIn(month, unreadable, (_, { step, signal }) => ({ level: step.state.level, score: signal.score })),
  }
}

function units(entries: readonly (readonly [string, number])[]): NetworkMeasures['otherIncome'] {
  return entries.filter(([, amount]) => amount !== 0).map(([unit, amount]) => ({ unit, amount }))
}
