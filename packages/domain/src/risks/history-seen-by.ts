import { type Permission, type Role, verdict } from '../access/permissions.ts'
import type { History } from './history.ts'

/** What has to be allowed for a kind of record to be sent; kinds not named here go to everyone who may read the risks. */
const needs = {
  memberships: 'partners:read',
  bookings: 'bookings:read',
  spaces: 'spaces:read',
  pledges: 'pledges:read',
  instalments: 'pledges:read',
  receipts: 'pledges:read',
  costs: 'finances:read',
  reserves: 'finances:read',
  coordinations: 'people:read',
  representations: 'people:read',
} as const satisfies Partial<Record<keyof History, Permission>>

/** Kinds of record that may be withheld, and what is only known of persons: whether they are paid, how many hours they coordinate. */
export const guardedSources = [...(Object.keys(needs) as (keyof typeof needs)[]), 'personalTerms'] as const
export type WithheldSource = (typeof guardedSources)[number]

export interface SeenHistory {
  readonly history: History
  readonly withheld: readonly WithheldSource[]
}

/**
 * The history as one role may see it: a kind of record the role may not read is unknown (null) and named in `withheld`, so that
 * nobody takes it for a kind that is not kept. Persons are ids for everyone; pay and hours of a person go to those who look after the
 * people. A kind nobody keeps is null and not withheld. The history given is not changed.
 */
export function historySeenBy(role: Role, history: History): SeenHistory {
  const isWithheld = (source: keyof typeof needs) =>
    (history[source] ?? null) !== null && verdict(role, needs[source]) === 'denied'
  const withheld: WithheldSource[] = (Object.keys(needs) as (keyof typeof needs)[]).filter(isWithheld)
  const seen: History = { ...history, ...Object.fromEntries(withheld.map((source) => [source, null])) }
  if (verdict(role, 'people:manage') === 'always' || !(seen.coordinations || seen.representations))
    return { history: seen, withheld }
  return {
    history: {
      ...seen,
      coordinations: seen.coordinations?.map((one) => ({ ...one, hours: null })) ?? null,
      representations: seen.representations?.map((one) => ({ ...one, isPaid: null })) ?? null,
    },
    withheld: [...withheld, 'personalTerms'],
  }
}

/** Of what is withheld that on which the two flags would rest: no person moves them. */
export function withheldFromFlags(withheld: readonly WithheldSource[]): WithheldSource[] {
  return withheld.filter((source) => !['coordinations', 'representations', 'personalTerms'].includes(source))
}

/** How many facts a history holds, over all kinds. */
export function factCount(history: History): number {
  return Object.values(history).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}
