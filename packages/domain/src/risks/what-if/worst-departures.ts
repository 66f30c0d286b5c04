import type { History } from '../history.ts'
import type { Month } from '../../values/month.ts'
import { type Leaving, nobodyLeaves, nothingAdded, type Question } from './question.ts'
import type { ThresholdVersion } from '../thresholds.ts'
import { openWhatIf, type WhatIf } from './stress-test.ts'
import type { Weight } from './weight.ts'

/** A departure and what it would cost, before any flag is read. */
export interface Weighed {
  readonly organisationId: string | null
  readonly weight: Weight
}

export interface WorstDeparture {
  /** The organisation, or null for the local government as a whole. */
  readonly organisationId: string | null
  /** Everybody who goes with it, itself included. */
  readonly goneIds: ReadonlySet<string>
  /** Steps of level by which the two flags peak higher than they would. */
  readonly levelsRaised: number
  readonly lostMinor: number
  readonly lostShare: number | null
  readonly initiativesBelow: number
  readonly cutOff: number
}

const SHOWN = 5
/** From each of the three other measures so many are looked at closely; a small network is looked at whole. */
const LOOKED_AT_OF_EACH = 8
const HORIZON_MONTHS = 12

/**
 * The departures that would hurt most within a year, the worst first: by how many steps the flags would peak higher, then by the part of
 * the confirmed money lost, then by initiatives that fall below what they need, then by partners cut off; ties by id. Everybody is
 * weighed; the engine reads the months ahead for those who stand among the first eight in money, initiatives or ties. Source: docs/adr/0087.
 */
export function worstDepartures(
  history: History,
  month: Month,
  ahead: Pick<Question, 'goesOn' | 'recordedUntil'>,
  thresholds: readonly ThresholdVersion[] = [],
): WorstDeparture[] {
  const whatIf = openWhatIf(history, month, ahead, thresholds)
  return worstFirst(departuresToLookAt(whatIf).map((one) => lookAt(whatIf, one)))
}

/**
 * Everybody weighed, and those who stand out in one measure or another: few enough to be read month by month. Who would only be named
 * along with another takes nobody's place.
 */
export function departuresToLookAt(whatIf: WhatIf): Weighed[] {
  const candidates = candidatesOf(whatIf.history).map((organisationId) => ({
    organisationId,
    weight: whatIf.weigh(leavingOf(organisationId), HORIZON_MONTHS),
  }))
  const measures = [
    (weight: Weight) => weight.lostMinor,
    (weight: Weight) => weight.initiativesBelow,
    (weight: Weight) => weight.cutOff,
  ]
  const byThemselves = new Set(candidates.filter((one) => !candidates.some((other) => goesAlong(one, other))))
  const standingOut = measures.flatMap((measure) => {
    const ordered = candidates
      .filter((one) => measure(one.weight) > 0)
      .toSorted((a, b) => measure(b.weight) - measure(a.weight) || byId(a, b))
    return [
      ...ordered.slice(0, LOOKED_AT_OF_EACH),
      ...ordered.filter((one) => byThemselves.has(one)).slice(0, LOOKED_AT_OF_EACH),
    ]
  })
  return [...new Set(standingOut)]
}

/** One of them with the engine's reading of the months ahead. */
export function lookAt(whatIf: WhatIf, { organisationId, weight }: Weighed): WorstDeparture {
  return {
    organisationId,
    goneIds: weight.gone.organisationIds,
    levelsRaised: whatIf.levelsRaisedBy(leavingOf(organisationId), nothingAdded, HORIZON_MONTHS),
    lostMinor: weight.lostMinor,
    lostShare: weight.lostShare,
    initiativesBelow: weight.initiativesBelow,
    cutOff: weight.cutOff,
  }
}

/** The worst of them in order. Who goes along in a worse departure and takes nothing that it does not take is not named again. */
export function worstFirst(departures: readonly WorstDeparture[]): WorstDeparture[] {
  const ordered = departures.toSorted(
    (a, b) =>
      b.levelsRaised - a.levelsRaised ||
      (b.lostShare ?? 0) - (a.lostShare ?? 0) ||
      b.initiativesBelow - a.initiativesBelow ||
      b.cutOff - a.cutOff ||
      byId(a, b),
  )
  const named: WorstDeparture[] = []
  for (const one of ordered) {
    if (named.length === SHOWN) break
    if (!named.some((worse) => isSpokenForBy(one, worse))) named.push(one)
  }
  return named
}

/** Whether somebody goes along where another goes, and takes nothing that the other does not take. */
function goesAlong({ weight: own }: Weighed, { weight: other }: Weighed): boolean {
  return (
    own.gone.organisationIds.size < other.gone.organisationIds.size &&
    [...own.gone.organisationIds].every((id) => other.gone.organisationIds.has(id)) &&
    own.lostMinor <= other.lostMinor &&
    own.initiativesBelow <= other.initiativesBelow &&
    own.cutOff <= other.cutOff
  )
}

function byId(a: Pick<Weighed, 'organisationId'>, b: Pick<Weighed, 'organisationId'>): number {
  return (a.organisationId ?? '') < (b.organisationId ?? '') ? -1 : 1
}

/** Of two in order: the worse one raises at least as many levels. */
function isSpokenForBy(one: WorstDeparture, worse: WorstDeparture): boolean {
  return (
    [...one.goneIds].every((id) => worse.goneIds.has(id)) &&
    one.lostMinor <= worse.lostMinor &&
    one.initiativesBelow <= worse.initiativesBelow &&
    one.cutOff <= worse.cutOff
  )
}

export function leavingOf(organisationId: string | null): Leaving {
  return organisationId === null
    ? { ...nobodyLeaves, isLocalGovernment: true }
    : { ...nobodyLeaves, organisationIds: [organisationId] }
}

/** Each organisation, and the local government as one, be there any; a local government of one body is asked about once, as a whole. */
function candidatesOf(history: History): (string | null)[] {
  const local = history.organisations.filter((one) => one.sector === 'local-government')
  const others = history.organisations.filter((one) => local.length !== 1 || one !== local[0]).map((one) => one.id)
  return [null, ...others]
}
