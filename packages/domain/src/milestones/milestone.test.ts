import { describe, expect, it } from 'vitest'
import { milestoneProgress, milestoneStanding, settleMilestone } from './milestone.ts'

const open = { reachedOn: null, droppedOn: null }
const reached = { reachedOn: '2026-05-01', droppedOn: null }
const dropped = { reachedOn: null, droppedOn: '2026-05-01' }
const today = '2026-05-15'

describe('milestoneStanding', () => {
  it.each([
    ['open', { ...open, dueOn: null }],
    ['open', { ...open, dueOn: '2026-05-15' }],
    ['overdue', { ...open, dueOn: '2026-05-14' }],
    ['reached', { ...reached, dueOn: '2026-04-01' }],
    ['dropped', { ...dropped, dueOn: '2026-04-01' }],
  ])('%s: %j', (standing, milestone) => {
    expect(milestoneStanding(milestone, today)).toBe(standing)
  })
})

it('progress leaves out what was dropped', () => {
  expect(milestoneProgress([open, reached, dropped, reached])).toEqual({ reached: 2, counted: 3 })
  expect(milestoneProgress([])).toEqual({ reached: 0, counted: 0 })
})

describe('settleMilestone', () => {
  const draft = { on: '2026-05-10', note: ' Forty came ' }

  it('an open one is reached with a note, or dropped with a reason; a settled one can be opened again', () => {
    expect(settleMilestone(open, 'reach', draft, today)).toEqual({
      allowed: true,
      value: { reachedOn: '2026-05-10', droppedOn: null, note: 'Forty came' },
    })
    expect(settleMilestone(open, 'reach', { on: today, note: ' ' }, today)).toMatchObject({ value: { note: null } })
    expect(settleMilestone(open, 'drop', draft, today)).toMatchObject({
      value: { reachedOn: null, droppedOn: '2026-05-10', note: 'Forty came' },
    })
    for (const settled of [reached, dropped])
      expect(settleMilestone(settled, 'reopen', draft, today)).toMatchObject({ value: { ...open, note: null } })
  })

  it.each([
    ['milestone-step-not-possible', reached, 'reach', draft],
    ['milestone-step-not-possible', reached, 'drop', draft],
    ['milestone-step-not-possible', dropped, 'reach', draft],
    ['milestone-step-not-possible', open, 'reopen', draft],
    ['step-in-future', open, 'reach', { on: '2026-05-16', note: null }],
    ['reason-missing', open, 'drop', { on: '2026-05-10', note: '  ' }],
  ] as const)('%s: %j %s %j', (problem, present, verb, said) => {
    expect(settleMilestone(present, verb, said, today)).toMatchObject({ allowed: false, problem })
  })
})
