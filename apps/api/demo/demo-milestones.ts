import { storyDay } from './demo-calendar.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

interface DemoMilestone {
  readonly initiativeId: string
  readonly title: string
  readonly due?: readonly [offset: number, day: number]
  readonly reached?: readonly [offset: number, day: number]
  readonly dropped?: readonly [offset: number, day: number]
  readonly note?: string
}

const told: readonly DemoMilestone[] = [
  {
    initiativeId: 'i-062',
    title: 'Twelve pupils know how to explain fractions',
    due: [54, 30],
    reached: [55, 6],
    note: 'Fourteen, and two who would rather read aloud.',
  },
  { initiativeId: 'i-062', title: 'Three afternoons a week without a gap', due: [58, 15] },
  { initiativeId: 'i-062', title: 'The younger ones run an afternoon alone', due: [62, 30] },
  {
    initiativeId: 'i-064',
    title: 'Every shop in Mill Lane has had its evening of training',
    due: [57, 31],
    reached: [57, 28],
    note: 'The pharmacy asked for a second one.',
  },
  {
    initiativeId: 'i-064',
    title: 'A bus line of its own',
    due: [58, 30],
    dropped: [58, 4],
    note: 'The regular line stops there now; nobody needs another.',
  },
  { initiativeId: 'i-064', title: 'Benches within sight of each other', due: [61, 20] },
  {
    initiativeId: 'i-069',
    title: 'All lists have said yes',
    due: [59, 5],
    reached: [59, 3],
    note: 'The last one by postcard.',
  },
  { initiativeId: 'i-069', title: 'Questions collected in every school', due: [61, 10] },
  { initiativeId: 'i-069', title: 'Three evenings before the election', due: [64, 1] },
  { initiativeId: 'i-071', title: 'A hall with a stage' },
]

/** What some of the initiatives under way mean to have done, around the end of the story. */
export function milestoneFile(): DemoFile {
  const dayOf = (when: readonly [number, number] | undefined) => (when ? storyDay(...when) : null)
  const rows = told.map((one, index): DemoRow => ({
    id: `m-${String(index + 1).padStart(2, '0')}`,
    initiative_id: one.initiativeId,
    title: one.title,
    due_on: dayOf(one.due),
    reached_on: dayOf(one.reached),
    dropped_on: dayOf(one.dropped),
    note: one.note ?? null,
  }))
  return { columns: ['id', 'initiative_id', 'title', 'due_on', 'reached_on', 'dropped_on', 'note'], rows }
}
