import { allow, refuse, type Ruling } from '../ruling.ts'

export const milestoneVerbs = ['reach', 'drop', 'reopen'] as const
export type MilestoneVerb = (typeof milestoneVerbs)[number]

export const milestoneStandings = ['open', 'overdue', 'reached', 'dropped'] as const
export type MilestoneStanding = (typeof milestoneStandings)[number]

export type MilestoneProblem = 'milestone-step-not-possible' | 'reason-missing' | 'step-in-future'

/** How a milestone was settled; all null while it is open. */
export interface MilestoneSettling {
  readonly reachedOn: string | null
  readonly droppedOn: string | null
  /** What is worth saying about reaching it, or why it was dropped. */
  readonly note: string | null
}

/** Where a milestone stands today. Overdue is derived, never stored: it is open and its day lies behind. */
export function milestoneStanding(
  milestone: { readonly dueOn: string | null; readonly reachedOn: string | null; readonly droppedOn: string | null },
  today: string,
): MilestoneStanding {
  if (milestone.reachedOn !== null) return 'reached'
  if (milestone.droppedOn !== null) return 'dropped'
  return milestone.dueOn !== null && milestone.dueOn < today ? 'overdue' : 'open'
}

/** How many of the milestones that still count are reached: those dropped do not count. */
export function milestoneProgress(
  milestones: readonly { readonly reachedOn: string | null; readonly droppedOn: string | null }[],
): { readonly reached: number; readonly counted: number } {
  const counted = milestones.filter(({ droppedOn }) => droppedOn === null)
  return { reached: counted.filter(({ reachedOn }) => reachedOn !== null).length, counted: counted.length }
}

/**
 * Judges a step of a milestone: an open one is reached or dropped on a day that is not ahead, dropping owes a reason;
 * a settled one can be opened again, which takes back what was said of it.
 */
export function settleMilestone(
  present: Pick<MilestoneSettling, 'reachedOn' | 'droppedOn'>,
  verb: MilestoneVerb,
  draft: { readonly on: string; readonly note: string | null },
  today: string,
): Ruling<MilestoneSettling, MilestoneProblem> {
  const isSettled = present.reachedOn !== null || present.droppedOn !== null
  if (isSettled !== (verb === 'reopen')) return refuse('milestone-step-not-possible', { verb })
  if (verb === 'reopen') return allow({ reachedOn: null, droppedOn: null, note: null })
  if (draft.on > today) return refuse('step-in-future', { on: draft.on, today })
  const note = draft.note?.trim() || null
  if (verb === 'drop' && note === null) return refuse('reason-missing', { verb })
  return allow({ reachedOn: verb === 'reach' ? draft.on : null, droppedOn: verb === 'drop' ? draft.on : null, note })
}
