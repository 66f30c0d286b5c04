import { type Permission, type Role, verdict } from '../access/permissions.ts'
import type { History } from './history.ts'

/** What has to be allowed for a kind of record to be sent; kinds not named here go to everyone who may read the risks. */
const needs = {
  memberships: 'partners:read',
  bookings: 'bookings:read',
  pledges: 'pledges:read',
  instalments: 'pledges:read',
  receipts: 'pledges:read',
  costs: 'finances:read',
  reserves: 'finances:read',
} as const satisfies Partial<Record<keyof History, Permission>>

export type WithheldSource = keyof typeof needs
export const guardedSources = Object.keys(needs) as readonly WithheldSource[]

/**
 * The history as one role may see it: a kind of record the role may not read is unknown (null) and named in `withheld`, so that
 * nobody takes it for a kind that is not kept. Persons are ids for everyone. A kind nobody keeps is null and not withheld.
 */
export function historySeenBy(
  role: Role,
  history: History,
): { readonly history: History; readonly withheld: readonly WithheldSource[] } {
  const withheld = guardedSources.filter(
    (source) => history[source] !== null && verdict(role, needs[source]) === 'denied',
  )
  if (withheld.length === 0) return { history, withheld }
  return { history: { ...history, ...Object.fromEntries(withheld.map((source) => [source, null])) }, withheld }
}

/** How many facts a history holds, over all kinds. */
export function factCount(history: History): number {
  return Object.values(history).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}
