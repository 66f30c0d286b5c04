import { organisations } from './demo-organisations.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'
import { storyDay } from './demo-calendar.ts'

/** Months after the beginning at which the paused partner came back: the first of the new feeds. */
export const returnedAt = 41

/** Organisations that are partners throughout a month of the story. */
export function partnersAt(offset: number): string[] {
  return organisations
    .filter(({ joined, left }) => joined !== null && joined <= offset && (left === undefined || offset < left))
    .filter(({ paused }) => paused === undefined || offset < paused || offset >= returnedAt)
    .map(({ id }) => id)
}

export function organisationFile(): DemoFile {
  return {
    columns: ['id', 'name', 'sector', 'legal_status', 'country', 'parent_id', 'brings', 'seeks', 'is_pass_through'],
    rows: organisations.map((one) => ({
      id: one.id,
      name: one.name,
      sector: one.sector,
      legal_status: one.legalStatus,
      country: 'AT',
      parent_id: one.parentId ?? null,
      brings: one.brings,
      seeks: one.seeks,
      is_pass_through: one.isPassThrough ?? false,
    })),
  }
}

/** Every step of every membership; founders begin as active, later partners apply first. */
export function membershipFile(): DemoFile {
  const rows = organisations.flatMap((one): DemoRow[] => {
    if (one.joined === null) return []
    const row = (state: string, from: string, to: string | null, reason: string | null = null): DemoRow => ({
      organisation_id: one.id,
      state,
      from,
      to,
      reason,
    })
    const joinedOn = storyDay(one.joined, 4)
    if (one.joined === 0) return [row('active', joinedOn, null, 'Founding partner')]
    const steps = [
      row('applied', storyDay(one.joined - 1, 6), storyDay(one.joined - 1, 20)),
      row('accepted', storyDay(one.joined - 1, 20), joinedOn),
    ]
    if (one.left !== undefined) {
      const leftOn = storyDay(one.left, 1)
      return [
        ...steps,
        row('active', joinedOn, leftOn),
        row('left', leftOn, null, 'The workshop closed when its master retired'),
      ]
    }
    if (one.paused !== undefined) {
      const pausedOn = storyDay(one.paused, 1)
      const backOn = storyDay(returnedAt, 1)
      return [
        ...steps,
        row('active', joinedOn, pausedOn),
        row('paused', pausedOn, backOn, 'Nobody left to answer the post'),
        row('active', backOn, null, 'Back with a new board'),
      ]
    }
    return [...steps, row('active', joinedOn, null)]
  })
  return { columns: ['organisation_id', 'state', 'from', 'to', 'reason'], rows }
}
