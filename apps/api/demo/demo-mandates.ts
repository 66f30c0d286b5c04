import { storyDay } from './demo-calendar.ts'
import type { DemoFile } from './demo-rows.ts'

/** The election the story runs up to: five months after its end, a month before what the town promised ends. */
export const electionAt = 64

export function mandateFile(): DemoFile {
  return {
    columns: ['organisation_id', 'ends_on', 'label'],
    rows: [{ organisation_id: 'council', ends_on: storyDay(electionAt, 10), label: 'Council election' }],
  }
}
