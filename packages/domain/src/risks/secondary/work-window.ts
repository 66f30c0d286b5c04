import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { DatedFacts, MonthFacts } from '../dated-facts.ts'
import { numbered } from '../numbered.ts'
import type { Parameters } from '../parameters.ts'
import { runningInitiatives } from '../stagnation/running-initiatives.ts'
import { crewKeyParts, type CrewPair, type Crews, crews } from './crews.ts'
import { presence } from './presence.ts'
import { type RunningTies, runningTies } from './running-ties.ts'
import type { SecondaryMonth } from './secondary-facts.ts'
import { type SectorWindow, sectorWindow } from './sector-window.ts'

/** The joint work of the last 12 months and of the first day of a month, by partners, leads, coordinators and sectors. */
export interface WorkWindow {
  /** Takes the facts of the month before `month` and moves to the first day of it. */
  readonly moveTo: (month: number, facts: MonthFacts, own: SecondaryMonth) => void
  readonly ties: RunningTies
  readonly sectors: SectorWindow
  readonly initiatives: () => number
  readonly partners: () => number
  readonly running: () => number
  /** Partners of the initiative on any day of the month before. */
  readonly partnersOf: (initiativeId: string) => number
  /** Who took part in, led and coordinated which initiative of the window, each pair once. */
  readonly seen: Readonly<Record<'participations' | 'leads' | 'coordinations', () => CrewPair[]>>
  /** Who is in each running initiative now. */
  readonly now: Readonly<Record<'partners' | 'leads' | 'coordinators', Crews['working']>>
  /** Sectors with a partner that took part or acted in the window. */
  readonly activeSectors: () => ReadonlySet<string>
  readonly coordination: {
    readonly byPerson: () => ReadonlyMap<string, number>
    /** Initiatives of the window with any coordination. */
    readonly initiatives: () => number
    /** Running initiatives with a coordinator, those of them with one, and that one's share of them by person. */
    readonly running: () => number
    readonly alone: () => number
    readonly aloneBy: () => ReadonlyMap<string, number>
    readonly people: () => Iterable<string>
  }
}

/** What is kept beside who takes part; what is not kept is as if there were none of it. */
export interface KeptWork {
  readonly leads: boolean
  readonly coordination: boolean
  /** Who acted, also without taking part. */
  readonly acts: boolean
  /** Ties of a year ago beside those of now. */
  readonly earlierTies: boolean
}

const everything: KeptWork = { leads: true, coordination: true, acts: true, earlierTies: true }

export function workWindow(facts: DatedFacts, parameters: Parameters, kept: KeptWork = everything): WorkWindow {
  const { windowMonths } = parameters.secondary
  const sectorOf = new Map(facts.history.organisations.map((one) => [one.id, one.sector]))
  const sectors = sectorWindow(sectorOf)
  const ties = runningTies(kept.earlierTies ? windowMonths : null, parameters.stagnation.novelty.mostPartnersForPairs)
  const initiatives = presence(windowMonths)
  const acting = presence(windowMonths)
  const participations = presence(windowMonths, (key, isIn) => sectors.onParticipation(key, isIn))
  const leading = presence(windowMonths, (key, isIn) => sectors.onLead(key, isIn))
  const byPerson = new Map<string, number>()
  const coordinated = new Map<string, number>()
  const coordinating = presence(windowMonths, (key, isIn) => {
    const { initiativeId, name } = crewKeyParts(key)
    add(byPerson, name, isIn ? 1 : -1)
    add(coordinated, initiativeId, isIn ? 1 : -1)
  })
  const aloneBy = new Map<string, number>()
  const working = new Map<string, number>()
  let coordinatedNow = 0
  let aloneNow = 0
  let runningNow = 0

  const partners = crews(participations, (initiativeId, _, after) => ties.change(initiativeId, after))
  const leads = crews(leading)
  const coordinators = crews(coordinating, (_, before, after) => {
    for (const name of before) add(working, name, -1)
    for (const name of after) add(working, name, 1)
    tally(before, -1)
    tally(after, 1)
  })
  const tally = (people: ReadonlySet<string>, by: 1 | -1) => {
    if (people.size > 0) coordinatedNow += by
    const [only] = people
    if (people.size !== 1 || only === undefined) return
    aloneNow += by
    add(aloneBy, only, by)
  }
  const all = [partners, ...(kept.leads ? [leads] : []), ...(kept.coordination ? [coordinators] : [])]
  const flips = new Map<string, boolean>()
  const running = runningInitiatives(parameters.stagnation.quietDays, numbered(), null, (initiativeId, isRunning) =>
    flips.set(initiativeId, isRunning),
  )

  return {
    ties,
    sectors,
    moveTo(month, monthFacts, own) {
      const past = month - 1
      for (const { id, startedOn, plannedEndOn } of monthFacts.starts) {
        sectors.start(id, startedOn, plannedEndOn)
        initiatives.touch(id, past)
        for (const crew of all) crew.start(id)
      }
      for (const { initiativeId, organisationId, on } of monthFacts.joins) {
        partners.join(initiativeId, organisationId)
        sectors.joined(initiativeId, organisationId, on)
      }
      if (kept.leads)
        for (const { initiativeId, organisationId } of own.leadJoins) leads.join(initiativeId, organisationId)
      if (kept.coordination)
        for (const { initiativeId, personId } of own.coordinationsBegun) coordinators.join(initiativeId, personId)
      for (const { initiativeId, organisationId, on } of monthFacts.leaves)
        partners.leave(initiativeId, organisationId, on)
      if (kept.leads)
        for (const { initiativeId, organisationId, on } of own.leadLeaves) leads.leave(initiativeId, organisationId, on)
      if (kept.coordination)
        for (const { initiativeId, personId, to } of own.coordinationsEnded)
          coordinators.leave(initiativeId, personId, to ?? firstDayNumber(month))
      if (kept.acts)
        for (const { organisationId, on } of monthFacts.organisationActs)
          acting.touch(organisationId, monthIndexOfDayNumber(on))

      running.moveTo(month, monthFacts)
      for (const [id, isRunning] of flips) {
        runningNow += isRunning ? 1 : -1
        if (isRunning) initiatives.begin(id)
        else initiatives.end(id, past)
        for (const crew of all) crew.setRunning(id, isRunning)
      }
      flips.clear()
      for (const crew of all) crew.settle(past)
      for (const one of [initiatives, acting, participations, leading, coordinating, ties]) one.slideTo(month)
    },
    initiatives: initiatives.size,
    partners: () => sectors.byPartner().size,
    running: () => runningNow,
    seen: {
      participations: () => participations.keys().map(crewKeyParts),
      leads: () => leading.keys().map(crewKeyParts),
      coordinations: () => coordinating.keys().map(crewKeyParts),
    },
    now: { partners: partners.working, leads: leads.working, coordinators: coordinators.working },
    partnersOf: partners.membersInMonth,
    activeSectors: () =>
      new Set(
        [...sectors.byPartner().keys(), ...acting.keys()].flatMap(
          (organisationId) => sectorOf.get(organisationId) ?? [],
        ),
      ),
    coordination: {
      byPerson: () => byPerson,
      initiatives: () => coordinated.size,
      running: () => coordinatedNow,
      alone: () => aloneNow,
      aloneBy: () => aloneBy,
      people: () => working.keys(),
    },
  }
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by
  if (next === 0) counts.delete(key)
  else counts.set(key, next)
}
