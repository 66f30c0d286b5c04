import { type Day, dayNumber } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import type { DatedFacts } from '../dated-facts.ts'
import { funderOf } from '../funders.ts'
import type { MandateFact } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { coordinationWork } from './coordination-work.ts'
import { personFlagNames, type SecondaryFlagName } from './flag-names.ts'
import { type IncomeGroups, incomeGroups } from './income-groups.ts'
import { meetingHours } from './meeting-hours.ts'
import { graphFigures, type GraphFigures } from './network-measures.ts'
import { readOneOrganisation } from './one-organisation.ts'
import { readPersonalisation } from './personalisation.ts'
import { readPlaces } from './places.ts'
import { type PublicInputs, readPublicDominance } from './public-dominance.ts'
import type { SecondaryFacts } from './secondary-facts.ts'
import { readSectorFailure } from './sector-failure.ts'
import { share, type Signal, unread, type WindowSize } from './signal.ts'
import { readVolunteering } from './volunteering.ts'
import { type WorkWindow, workWindow } from './work-window.ts'
import { readYouth } from './youth.ts'

/** What the signs are read from, kept up month by month; reads a sign when it is asked, without the memory of its level. */
export interface SignReader {
  /** Takes the facts of the month before `month` and moves to the first day of it; months in order. */
  readonly moveTo: (month: number) => void
  readonly window: () => WindowSize
  /** What the sign reads at the first day of `month`, where there is enough to read it from. */
  readonly read: (name: SecondaryFlagName, month: number) => Signal
  readonly work: WorkWindow
  readonly income: IncomeGroups
  readonly graph: () => GraphFigures
}

/** With `only`, what no other sign is read from is not kept up. */
export function signReader(
  facts: DatedFacts,
  own: SecondaryFacts,
  parameters: Parameters,
  only: SecondaryFlagName | null = null,
): SignReader {
  const { history } = facts
  const lines = parameters.secondary
  const { windowMonths } = lines
  const isFor = (...names: readonly SecondaryFlagName[]) => only === null || names.includes(only)
  const work = workWindow(facts, parameters, {
    leads: isFor('one-organisation', 'public-dominance'),
    coordination: isFor(...personFlagNames),
    acts: isFor('sector-failure'),
    earlierTies: only === null,
  })
  const graph = graphFigures(work.ties)
  const meetings = meetingHours(windowMonths, lines.places.noDoorMonths)
  const coordination = coordinationWork(windowMonths)
  const income = incomeGroups(facts, windowMonths, parameters.funding)
  const nextMandate = mandates(history.mandates ?? [])
  const funder = funderOf(history)
  const sectorOf = new Map(history.organisations.map((one) => [one.id, one.sector]))

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

  const isCoordinationKept = history.coordinations !== null && history.coordinations !== undefined
  const areContactsKept = history.representations !== null && history.representations !== undefined
  const areMeetingsKept = history.bookings !== null && history.spaces !== null && history.spaces !== undefined
  const { coordination: people, sectors } = work
  const reads: Readonly<Record<SecondaryFlagName, (month: number) => Signal>> = {
    'sector-failure': (month) =>
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
          figures: graph(),
        },
        lines.oneOrganisation,
      ),
    'public-dominance': (month) => readPublicDominance(publicInputs(month), lines.publicDominance),
    places: (month) =>
      readPlaces(areMeetingsKept ? meetings.read(monthsKnown(month) >= lines.places.noDoorMonths) : null, lines.places),
    youth: () => readYouth(sectors.youth(), lines.youth),
    volunteering: () =>
      readVolunteering(
        isCoordinationKept && areContactsKept && coordination.hasHours() ? coordination.hours(work.running()) : null,
        lines.volunteering,
      ),
  }

  return {
    work,
    income,
    graph,
    moveTo(month) {
      const monthFacts = facts.at(month - 1)
      const ownFacts = own.at(month - 1)
      if (isFor('public-dominance')) income.absorb(month - 1, monthFacts)
      work.moveTo(month, monthFacts, ownFacts)
      if (isFor('public-dominance', 'places')) meetings.absorb(month - 1, ownFacts, work.partnersOf)
      if (isFor(...personFlagNames)) coordination.absorb(month - 1, ownFacts, work.coordination.people())
      for (const one of [income, meetings, coordination]) one.slideTo(month)
    },
    window: () => ({ initiatives: work.initiatives(), partners: work.partners() }),
    read(name, month) {
      const isEnough = work.initiatives() >= lines.least.initiatives || work.partners() >= lines.least.partners
      return isEnough ? reads[name](month) : unread('too-few')
    },
  }
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
