import { type Day, dayFromNumber, dayNumber } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import { type DatedFacts } from '../dated-facts.ts'
import { funderOf } from '../funders.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { type FlagReading, flagReading, pointStreaks } from '../flag-reading.ts'
import type { MandateFact } from '../history.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { formingThrough, jointBeginning } from '../stagnation/life-stage.ts'
import { coordinationWork } from './coordination-work.ts'
import { type SecondaryFlagName, secondaryFlagNames } from './flag-names.ts'
import { incomeGroups } from './income-groups.ts'
import { meetingHours } from './meeting-hours.ts'
import { membershipFlow } from './membership-flow.ts'
import { graphFigures, networkMeasures, type NetworkMeasures } from './network-measures.ts'
import { readOneOrganisation } from './one-organisation.ts'
import { readPersonalisation } from './personalisation.ts'
import { readPlaces } from './places.ts'
import { type PublicInputs, readPublicDominance } from './public-dominance.ts'
import type { SecondaryFacts } from './secondary-facts.ts'
import { readSectorFailure } from './sector-failure.ts'
import { share, type Signal, unread, type WindowSize } from './signal.ts'
import { slidingSums } from './sliding-sums.ts'
import { tieHistory } from './tie-history.ts'
import { readVolunteering } from './volunteering.ts'
import { workWindow } from './work-window.ts'
import { readYouth } from './youth.ts'

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

/** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
export type SecondaryFold = (month: number, unreadable: Reason | null) => SecondaryReading

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
  const work = workWindow(facts, parameters)
  const past = tieHistory(windowMonths, parameters.stagnation.novelty.mostPartnersForPairs)
  const graph = graphFigures(work.ties)
  const meetings = meetingHours(windowMonths, lines.places.noDoorMonths)
  const coordination = coordinationWork(windowMonths)
  const income = incomeGroups(facts, windowMonths, parameters.funding)
  const otherIncome = slidingSums(windowMonths)
  const flow = membershipFlow(windowMonths)
  const beginning = jointBeginning(parameters.stagnation)
  const nextMandate = mandates(history.mandates ?? [])
  const funder = funderOf(history)
  const sectorOf = new Map(history.organisations.map((one) => [one.id, one.sector]))
  const states = new Map<SecondaryFlagName, FlagState>()
  const streaks = new Map(secondaryFlagNames.map((name) => [name, pointStreaks()]))

  const absorb = (month: number) => {
    const monthFacts = facts.at(month - 1)
    const ownFacts = own.at(month - 1)
    beginning.absorb(monthFacts)
    past.absorb(month - 1, monthFacts)
    flow.absorb(monthFacts)
    income.absorb(month - 1, monthFacts)
    for (const { unit, amount } of ownFacts.otherIncome) otherIncome.add(unit, amount)
    work.moveTo(month, monthFacts, ownFacts)
    meetings.absorb(month - 1, ownFacts, work.partnersOf)
    coordination.absorb(month - 1, ownFacts, work.coordination.people())
    for (const one of [past, flow, income, otherIncome, meetings, coordination]) one.slideTo(month)
  }

  const monthsKnown = (month: number) => (own.firstMonth === null ? 0 : month - own.firstMonth)

  const publicInputs = (month: number): PublicInputs => {
    const first = income.firstMonth()
    const isOldEnough = first !== null && month - first >= lines.publicDominance.leastIncomeMonths
    const incomePart = income.isKnown && isOldEnough ? income.publicPart() : null
    const leads = { public: 0, local: 0, whole: 0 }
    for (const [organisationId, count] of work.sectors.leads()) {
      leads.whole += count
      if (facts.publicFunders.has(organisationId)) leads.public += count
      if (facts.localPublicFunders.has(organisationId)) leads.local += count
    }
    const next = nextMandate(firstDayNumber(month))
    return {
      income: incomePart,
      leads,
      hostedMinutes: history.bookings === null ? null : meetings.hosted(facts.publicFunders, facts.localPublicFunders),
      wantsIndependence: history.wantsIndependence ?? null,
      nextMandate: next && {
        ...next,
        incomeShare: incomePart && share(income.ofFunder(funder(next.organisationId)), incomePart.whole),
      },
    }
  }

  const signals = (month: number): Record<SecondaryFlagName, () => Signal> => {
    const { coordination: people, sectors } = work
    const isCoordinationKept = history.coordinations !== null && history.coordinations !== undefined
    const areContactsKept = history.representations !== null && history.representations !== undefined
    const areMeetingsKept = history.bookings !== null && history.spaces !== null && history.spaces !== undefined
    return {
      'sector-failure': () =>
        readSectorFailure(
          {
            participations: sectors.bySector(),
            ...sectors.spans(),
            edges: graph().edges,
            sectorOf,
            active: work.activeSectors(),
            coreSectors: history.coreSectors ?? null,
            isWindowFull: monthsKnown(month) >= windowMonths,
          },
          lines.sectorFailure,
        ),
      personalisation: () =>
        readPersonalisation(
          {
            byPerson: isCoordinationKept ? people.byPerson() : null,
            coordinated: people.initiatives(),
            running: people.running(),
            withoutDeputy: people.alone(),
            aloneBy: people.aloneBy(),
            contacts: areContactsKept ? coordination.contacts(sectors.byPartner().keys()) : null,
          },
          lines.personalisation,
        ),
      'one-organisation': () =>
        readOneOrganisation(
          {
            leads: sectors.leads(),
            participations: sectors.byPartner(),
            running: work.running(),
            partners: work.ties.partners(),
            ...graph(),
          },
          lines.oneOrganisation,
        ),
      'public-dominance': () => readPublicDominance(publicInputs(month), lines.publicDominance),
      places: () =>
        readPlaces(
          areMeetingsKept ? meetings.read(monthsKnown(month) >= lines.places.noDoorMonths) : null,
          lines.places,
        ),
      youth: () => readYouth(sectors.youth(), lines.youth),
      volunteering: () =>
        readVolunteering(
          isCoordinationKept && areContactsKept && coordination.hasHours() ? coordination.hours(work.running()) : null,
          lines.volunteering,
        ),
    }
  }

  const readFlag = (name: SecondaryFlagName, month: number, signal: Signal, isForming: boolean): SecondaryFlag => {
    const { score, reason, ...rest } = signal
    const streak = streaks.get(name) ?? pointStreaks()
    streak.add(month, signal.parts)
    const before = states.get(name) ?? quietFlag
    const step = stepFlag(before, month, score, lines.levels, parameters.flags, isForming ? 'watch' : null)
    states.set(name, step.state)
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
        evidenceOnset: streak.earliest(),
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

  return (month, unreadable) => {
    absorb(month)
    const window = { initiatives: work.initiatives(), partners: work.partners() }
    const isEnough = window.initiatives >= lines.least.initiatives || window.partners >= lines.least.partners
    const through = formingThrough(beginning.begunOn(), parameters.stagnation)
    const isForming = through === null || dayFromNumber(firstDayNumber(month)) <= through
    const read = signals(month)
    const flags = Object.fromEntries(
      secondaryFlagNames.map((name) => {
        const signal = unreadable !== null ? unread(unreadable) : isEnough ? read[name]() : unread('too-few')
        return [name, readFlag(name, month, signal, isForming)]
      }),
    ) as Record<SecondaryFlagName, SecondaryFlag>
    const isFlowKnown = history.memberships !== null
    return {
      flags,
      window,
      measures:
        unreadable === null
          ? networkMeasures(
              past,
              work.ties,
              graph(),
              isFlowKnown ? flow.read() : null,
              income.spread(),
              units(otherIncome.entries()),
            )
          : null,
    }
  }
}

function units(entries: readonly (readonly [string, number])[]): NetworkMeasures['otherIncome'] {
  return entries.filter(([, amount]) => amount !== 0).map(([unit, amount]) => ({ unit, amount }))
}

/** The next end of a mandate on or after a day; of several on one day the first by organisation. */
function mandates(
  known: readonly MandateFact[],
): (today: number) => { organisationId: string; endsOn: Day; days: number } | null {
  const sorted = [...known].sort((a, b) =>
    `${a.endsOn} ${a.organisationId}` < `${b.endsOn} ${b.organisationId}` ? -1 : 1,
  )
  let position = 0
  return (today) => {
    while (position < sorted.length && dayNumber(sorted[position]?.endsOn ?? '') < today) position += 1
    const next = sorted[position]
    return next === undefined
      ? null
      : { organisationId: next.organisationId, endsOn: next.endsOn, days: dayNumber(next.endsOn) - today }
  }
}
