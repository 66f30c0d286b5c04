import { allow, refuse, type Ruling } from '../ruling.ts'

export const membershipStates = ['applied', 'accepted', 'active', 'paused', 'left', 'declined', 'excluded'] as const
export type MembershipState = (typeof membershipStates)[number]

export const membershipVerbs = ['apply', 'accept', 'decline', 'activate', 'pause', 'leave', 'exclude'] as const
export type MembershipVerb = (typeof membershipVerbs)[number]

/** The one table of membership: from which states a verb leads to which. `null` is an organisation that never applied. */
export const membershipSteps: Record<
  MembershipVerb,
  { readonly from: readonly (MembershipState | null)[]; readonly to: MembershipState }
> = {
  apply: { from: [null, 'left', 'declined', 'excluded'], to: 'applied' },
  accept: { from: ['applied'], to: 'accepted' },
  decline: { from: ['applied'], to: 'declined' },
  activate: { from: ['accepted', 'paused'], to: 'active' },
  pause: { from: ['active'], to: 'paused' },
  leave: { from: ['accepted', 'active', 'paused'], to: 'left' },
  exclude: { from: ['accepted', 'active', 'paused'], to: 'excluded' },
}

/** Verbs that owe the organisation concerned a reason. */
const needsReason: readonly MembershipVerb[] = ['decline', 'exclude', 'pause', 'leave']

export type MembershipProblem =
  | 'membership-step-not-possible'
  | 'reason-missing'
  | 'step-before-last-step'
  | 'step-in-future'

export interface MembershipStep {
  readonly state: MembershipState
  readonly on: string
  readonly reason: string | null
}

/**
 * Judges one dated step of a membership.
 * last: the present state and the day it began (null where there is none); on, today: ISO days.
 * Refuses a verb the state does not know, a day before the last step or after today, and a missing reason.
 */
export function stepMembership(
  last: { readonly state: MembershipState; readonly on: string | null } | null,
  verb: MembershipVerb,
  on: string,
  reason: string | null,
  today: string,
): Ruling<MembershipStep, MembershipProblem> {
  const step = membershipSteps[verb]
  const state = last?.state ?? null
  if (!step.from.includes(state)) return refuse('membership-step-not-possible', { state, verb })
  if (on > today) return refuse('step-in-future', { on, today })
  if (last?.on && on < last.on) return refuse('step-before-last-step', { on, lastStepOn: last.on })
  if (needsReason.includes(verb) && !reason?.trim()) return refuse('reason-missing', { verb })
  return allow({ state: step.to, on, reason: reason?.trim() || null })
}

/** Verbs possible from a state, in the order of the table; the page shows them as buttons. */
export function possibleMembershipVerbs(state: MembershipState | null): MembershipVerb[] {
  return membershipVerbs.filter((verb) => membershipSteps[verb].from.includes(state))
}
