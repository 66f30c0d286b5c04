import { beginnings, type Idea } from './demo-beginnings.ts'
import { laterDay, laterMonth, storyDay } from './demo-calendar.ts'
import { fading, recovery } from './demo-later-chapters.ts'
import { coordinatorOf } from './demo-people.ts'
import { partnersAt } from './demo-partners.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

export interface Initiative extends Idea {
  readonly id: string
  readonly startedOn: string
  readonly plannedEndOn: string
  readonly endedOn: string | null
  readonly partnerIds: readonly string[]
  readonly chapter: 'beginnings' | 'fading' | 'recovery'
}

/** First month after the story: nothing that ends from here on has ended yet. */
const AFTER_THE_STORY = storyDay(60, 1)

/** The initiatives of the three chapters with their partners: many mixes, then the same circle, then new mixes. */
export function initiatives(next: () => number): Initiative[] {
  const drafts = [
    ...beginnings.map((idea) => ({ idea, chapter: 'beginnings' as const })),
    ...fading.map((idea) => ({ idea, chapter: 'fading' as const })),
    ...recovery.map((idea) => ({ idea, chapter: 'recovery' as const })),
  ]
  return drafts.map(({ idea, chapter }, index) => {
    const startedOn = storyDay(idea.offset, idea.day)
    const plannedEndOn = laterMonth(startedOn, idea.months)
    return {
      ...idea,
      id: `i-${String(index + 1).padStart(3, '0')}`,
      chapter,
      startedOn,
      plannedEndOn,
      endedOn: endOf(idea, plannedEndOn),
      partnerIds: idea.with === undefined ? mixedPartners(idea, next) : [idea.lead, ...idea.with],
    }
  })
}

export function initiativeFile(all: readonly Initiative[]): DemoFile {
  return {
    columns: [
      'id',
      'title',
      'kind',
      'theme',
      'started_on',
      'planned_end_on',
      'ended_on',
      'end_state',
      'state',
      'summary',
      'review_on',
      'outcome',
      'lesson',
    ],
    rows: all.map((one) => ({
      id: one.id,
      title: one.title,
      kind: one.kind ?? 'joint',
      theme: one.theme,
      started_on: one.startedOn,
      planned_end_on: one.plannedEndOn,
      ended_on: one.endedOn,
      end_state: one.endedOn === null ? null : (one.end ?? 'completed'),
      state: one.endedOn === null ? 'active' : (one.end ?? 'completed'),
      summary: one.summary ?? null,
      review_on: one.review === undefined ? null : laterMonth(one.startedOn, one.review),
      outcome: one.outcome ?? null,
      lesson: one.lesson ?? null,
    })),
  }
}

export function participationFile(all: readonly Initiative[]): DemoFile {
  const rows = all.flatMap((one): DemoRow[] =>
    one.partnerIds.map((organisationId, index) => ({
      initiative_id: one.id,
      organisation_id: organisationId,
      role: roleOf(one, index),
      from: one.startedOn,
      to: one.endedOn,
    })),
  )
  return { columns: ['initiative_id', 'organisation_id', 'role', 'from', 'to'], rows }
}

export function coordinationFile(all: readonly Initiative[]): DemoFile {
  const rows = all.flatMap((one): DemoRow[] => {
    const coordinators = one.partnerIds.slice(0, one.partnerIds.length > 3 ? 2 : 1)
    const people = coordinators.map((id) => coordinatorOf(id, one.offset)).filter((person) => person !== null)
    return [...new Set(people)].map((personId, index) => ({
      initiative_id: one.id,
      person_id: personId,
      from: one.startedOn,
      to: one.endedOn,
      hours: (index === 0 ? 6 : 2) * one.months,
    }))
  })
  return { columns: ['initiative_id', 'person_id', 'from', 'to', 'hours'], rows }
}

function mixedPartners(idea: Idea, next: () => number): string[] {
  const others = partnersAt(idea.offset).filter((id) => id !== idea.lead && !idea.without?.includes(id))
  const size = 1 + Math.floor(next() * 3)
  const chosen: string[] = []
  while (chosen.length < size && others.length > 0) {
    chosen.push(...others.splice(Math.floor(next() * others.length), 1))
  }
  return [idea.lead, ...chosen]
}

function endOf(idea: Idea, plannedEndOn: string): string | null {
  if (idea.isLeftOpen === true) return null
  const endedOn = idea.end === 'abandoned' ? laterDay(plannedEndOn, -45) : plannedEndOn
  return endedOn < AFTER_THE_STORY ? endedOn : null
}

function roleOf(one: Initiative, index: number): string {
  if (index === 0) return 'lead'
  if (index === 1 && one.partnerIds.length > 3) return 'co-lead'
  return index === 3 ? 'supporter' : 'contributor'
}
