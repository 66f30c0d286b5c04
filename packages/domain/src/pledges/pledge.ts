import { allow, refuse, type Ruling } from '../ruling.ts'

export const pledgeKinds = ['cash', 'in-kind', 'space-hours', 'staff-time', 'volunteer-time', 'freedom-grant'] as const
export type PledgeKind = (typeof pledgeKinds)[number]

export const pledgeRoutes = [
  'partner-co-funding',
  'own-legal-body',
  'sponsorship',
  'paid-services',
  'grant-national',
  'grant-european',
  'local-budget',
  'donation',
] as const
export type PledgeRoute = (typeof pledgeRoutes)[number]

export const pledgeRelations = ['co-owner', 'co-funder', 'sponsor', 'donor', 'buyer'] as const
export type PledgeRelation = (typeof pledgeRelations)[number]

export const pledgeStatuses = [
  'offered',
  'accepted',
  'confirmed',
  'declined',
  'withdrawn',
  'cancelled',
  'written-off',
] as const
export type PledgeStatus = (typeof pledgeStatuses)[number]

export const pledgeVerbs = ['accept', 'confirm', 'decline', 'withdraw', 'cancel', 'write-off'] as const
export type PledgeVerb = (typeof pledgeVerbs)[number]

/**
 * The one table of a pledge's life: from which states a verb leads to which. An offer can be taken back until it is
 * confirmed; a confirmed pledge binds, and ends only by the receiving side (cancelled: it falls away by agreement;
 * written off: it is no longer expected).
 */
export const pledgeSteps: Record<PledgeVerb, { readonly from: readonly PledgeStatus[]; readonly to: PledgeStatus }> = {
  accept: { from: ['offered'], to: 'accepted' },
  confirm: { from: ['accepted'], to: 'confirmed' },
  decline: { from: ['offered'], to: 'declined' },
  withdraw: { from: ['offered', 'accepted'], to: 'withdrawn' },
  cancel: { from: ['accepted', 'confirmed'], to: 'cancelled' },
  'write-off': { from: ['confirmed'], to: 'written-off' },
}

/** Verbs that owe the other side a reason. */
const needsReason: readonly PledgeVerb[] = ['decline', 'withdraw', 'cancel', 'write-off']

export const closedStatuses = ['declined', 'withdrawn', 'cancelled', 'written-off'] as const

export type PledgeStepProblem =
  | 'pledge-step-not-possible'
  | 'reason-missing'
  | 'step-before-last-step'
  | 'step-in-future'

export interface PledgeStep {
  readonly status: PledgeStatus
  readonly on: string
  readonly reason: string | null
}

/**
 * Judges one dated step of a pledge. last: the present status and the day it began (null where unknown); on, today: ISO days.
 * Refuses a verb the status does not know, a day before the last step or after today, and a missing reason.
 */
export function stepPledge(
  last: { readonly status: PledgeStatus; readonly on: string | null },
  verb: PledgeVerb,
  draft: { readonly on: string; readonly reason: string | null },
  today: string,
): Ruling<PledgeStep, PledgeStepProblem> {
  const step = pledgeSteps[verb]
  if (!step.from.includes(last.status)) return refuse('pledge-step-not-possible', { status: last.status, verb })
  if (draft.on > today) return refuse('step-in-future', { on: draft.on, today })
  if (last.on && draft.on < last.on) return refuse('step-before-last-step', { on: draft.on, lastStepOn: last.on })
  if (needsReason.includes(verb) && !draft.reason?.trim()) return refuse('reason-missing', { verb })
  return allow({ status: step.to, on: draft.on, reason: draft.reason?.trim() || null })
}

/** Verbs possible from a status, in the order of the table; the page shows them as buttons. */
export function possiblePledgeVerbs(status: PledgeStatus): PledgeVerb[] {
  return pledgeVerbs.filter((verb) => pledgeSteps[verb].from.includes(status))
}

/** Terms and plan can change until the pledge is confirmed; afterwards others rely on them. */
export function isEditable(status: PledgeStatus): boolean {
  return status === 'offered' || status === 'accepted'
}

export function isClosed(status: PledgeStatus): boolean {
  return (closedStatuses as readonly PledgeStatus[]).includes(status)
}
