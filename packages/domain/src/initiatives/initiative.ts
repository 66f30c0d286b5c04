import { allow, refuse, type Ruling } from '../ruling.ts'

export const initiativeKinds = ['joint', 'micro', 'experiment', 'infrastructure'] as const
export type InitiativeKind = (typeof initiativeKinds)[number]

export const initiativeStates = [
  'idea',
  'seeking-partners',
  'active',
  'paused',
  'completed',
  'sunset',
  'abandoned',
] as const
export type InitiativeState = (typeof initiativeStates)[number]

export const endStates = ['completed', 'sunset', 'abandoned'] as const
export type EndState = (typeof endStates)[number]

export const participationRoles = ['lead', 'co-lead', 'contributor', 'supporter', 'beneficiary'] as const
export type ParticipationRole = (typeof participationRoles)[number]

export const initiativeVerbs = ['seek-partners', 'start', 'pause', 'resume', 'complete', 'sunset', 'abandon'] as const
export type InitiativeVerb = (typeof initiativeVerbs)[number]

/** The one table of an initiative's life: from which states a verb leads to which. */
export const initiativeSteps: Record<
  InitiativeVerb,
  { readonly from: readonly InitiativeState[]; readonly to: InitiativeState }
> = {
  'seek-partners': { from: ['idea'], to: 'seeking-partners' },
  start: { from: ['idea', 'seeking-partners'], to: 'active' },
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  complete: { from: ['active', 'paused'], to: 'completed' },
  sunset: { from: ['active', 'paused'], to: 'sunset' },
  abandon: { from: ['idea', 'seeking-partners', 'active', 'paused'], to: 'abandoned' },
}

const needsReason: readonly InitiativeVerb[] = ['pause', 'sunset', 'abandon']

export type InitiativeProblem =
  | 'initiative-step-not-possible'
  | 'reason-missing'
  | 'step-before-last-step'
  | 'step-in-future'

export interface InitiativeStep {
  readonly state: InitiativeState
  readonly on: string
  readonly reason: string | null
  /** What came of it, and what was learned: told at an end, and only there. */
  readonly outcome: string | null
  readonly lesson: string | null
}

interface StepDraft {
  readonly on: string
  readonly reason: string | null
  readonly outcome: string | null
  readonly lesson: string | null
}

/**
 * Judges one dated step of an initiative. last: present state and the day it began (null where unknown).
 * An initiative that ends early owes a reason; outcome and lesson are asked for at an end and may be empty, for both can be
 * told later.
 */
export function stepInitiative(
  last: { readonly state: InitiativeState; readonly on: string | null },
  verb: InitiativeVerb,
  draft: StepDraft,
  today: string,
): Ruling<InitiativeStep, InitiativeProblem> {
  const step = initiativeSteps[verb]
  if (!step.from.includes(last.state)) return refuse('initiative-step-not-possible', { state: last.state, verb })
  if (draft.on > today) return refuse('step-in-future', { on: draft.on, today })
  if (last.on && draft.on < last.on) return refuse('step-before-last-step', { on: draft.on, lastStepOn: last.on })
  if (needsReason.includes(verb) && !draft.reason?.trim()) return refuse('reason-missing', { verb })
  return allow({
    state: step.to,
    on: draft.on,
    reason: draft.reason?.trim() || null,
    outcome: (isEnded(step.to) && draft.outcome?.trim()) || null,
    lesson: (isEnded(step.to) && draft.lesson?.trim()) || null,
  })
}

/**
 * Judges a review: a living initiative was looked at on a day that is not ahead, and goes on until the next review, which
 * lies after it.
 */
export function reviewInitiative(
  state: InitiativeState,
  draft: { readonly on: string; readonly nextOn: string; readonly note: string | null },
  today: string,
): Ruling<
  { readonly reviewOn: string; readonly note: string | null },
  'initiative-ended' | 'step-in-future' | 'dates-in-wrong-order'
> {
  if (isEnded(state)) return refuse('initiative-ended', { state })
  if (draft.on > today) return refuse('step-in-future', { on: draft.on, today })
  if (draft.nextOn <= draft.on) return refuse('dates-in-wrong-order', { from: draft.on, to: draft.nextOn })
  return allow({ reviewOn: draft.nextOn, note: draft.note?.trim() || null })
}

export function possibleInitiativeVerbs(state: InitiativeState): InitiativeVerb[] {
  return initiativeVerbs.filter((verb) => initiativeSteps[verb].from.includes(state))
}

export function isEnded(state: InitiativeState): state is EndState {
  return (endStates as readonly string[]).includes(state)
}

/**
 * Review-due is derived, never stored: a living initiative whose review date, or planned end where no review date is set,
 * lies behind today.
 */
export function isReviewDue(
  initiative: {
    readonly state: InitiativeState
    readonly reviewOn: string | null
    readonly plannedEndOn: string | null
  },
  today: string,
): boolean {
  if (isEnded(initiative.state)) return false
  const due = initiative.reviewOn ?? initiative.plannedEndOn
  return due !== null && due < today
}
