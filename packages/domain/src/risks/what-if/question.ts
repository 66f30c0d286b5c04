import { addDays, type Day } from '../../values/day.ts'
import type { Month } from '../../values/month.ts'

/** Who or what goes: single organisations, all of a sector, single spaces, or the local government as one. */
export interface Leaving {
  readonly organisationIds: readonly string[]
  readonly sectors: readonly string[]
  readonly spaceIds: readonly string[]
  readonly isLocalGovernment: boolean
}

/** Money promised from the month of the question on, in equal monthly instalments; null: by a funder not known yet. */
export interface AddedPledge {
  readonly organisationId: string | null
  /** The whole promise, minor units of the community's currency. */
  readonly amountMinor: number
  /** 1..36 */
  readonly months: number
  readonly route: string
}

/** An organisation not known yet that becomes a member, and joins one initiative where one is named. */
export interface AddedPartner {
  readonly sector: string
  readonly initiativeId: string | null
}

/** A joint initiative begun in the month of the question by organisations that are known, the first of them leading. */
export interface AddedInitiative {
  readonly organisationIds: readonly string[]
  /** Planned duration, 1..36. */
  readonly months: number
}

export interface Adding {
  readonly pledges: readonly AddedPledge[]
  readonly partners: readonly AddedPartner[]
  readonly initiatives: readonly AddedInitiative[]
}

/** How the months go on for which nothing is recorded yet: new initiatives and bookings as in the last year, or none beyond what is planned. */
export const waysToGoOn = ['as-last-year', 'as-planned'] as const
export type WayToGoOn = (typeof waysToGoOn)[number]

export interface Question {
  readonly leaving: Leaving
  readonly adding: Adding
  /** Months looked ahead, 1..36. */
  readonly horizonMonths: number
  readonly goesOn: WayToGoOn
  /** The first month that is not wholly recorded yet: the present one. The months from here on are assumed. */
  readonly recordedUntil: Month
}

export const nobodyLeaves: Leaving = { organisationIds: [], sectors: [], spaceIds: [], isLocalGovernment: false }
export const nothingAdded: Adding = { pledges: [], partners: [], initiatives: [] }

export const FURTHEST_MONTHS = 36

/**
 * The first month that is not wholly recorded: the month of `today`, or the one after the day to which the facts are complete, where
 * that is earlier. Questions may be asked from this month or an earlier one.
 */
export function recordedUntil(dataCompleteThrough: Day | null, today: Day): Month {
  const present = today.slice(0, 7)
  if (dataCompleteThrough === null) return present
  const next = addDays(dataCompleteThrough, 1).slice(0, 7)
  return next < present ? next : present
}
