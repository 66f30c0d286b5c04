import type { History } from '../history.ts'
import type { Leaving } from './question.ts'

export interface Gone {
  readonly organisationIds: ReadonlySet<string>
  /** Those of them nobody named: bodies controlled by a public body that goes. */
  readonly alongIds: ReadonlySet<string>
  readonly spaceIds: ReadonlySet<string>
}

/**
 * Everyone and everything a departure takes: the organisations named, those of the sectors, the bodies that a public body among them
 * controls (they count as one funder everywhere, so they go as one), and the spaces they host. Source: docs/adr/0085.
 */
export function whoLeaves(history: History, leaving: Leaving): Gone {
  const { organisations } = history
  const named = new Set(leaving.organisationIds)
  for (const one of organisations) {
    if (leaving.sectors.includes(one.sector)) named.add(one.id)
    if (leaving.isLocalGovernment && one.sector === 'local-government') named.add(one.id)
  }
  const publicIds = new Set(organisations.filter((one) => one.legalStatus === 'public').map((one) => one.id))
  const gone = new Set(named)
  for (let grew = true; grew;) {
    grew = false
    for (const { id, parentId } of organisations) {
      if (parentId === null || gone.has(id) || !gone.has(parentId) || !publicIds.has(parentId)) continue
      gone.add(id)
      grew = true
    }
  }
  const spaceIds = new Set(leaving.spaceIds)
  for (const { id, hostId } of history.spaces ?? []) if (hostId !== null && gone.has(hostId)) spaceIds.add(id)
  for (const { spaceId, hostId } of history.bookings ?? [])
    if (hostId !== null && gone.has(hostId)) spaceIds.add(spaceId)
  return { organisationIds: gone, alongIds: new Set([...gone].filter((id) => !named.has(id))), spaceIds }
}
