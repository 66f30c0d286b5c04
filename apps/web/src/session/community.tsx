import type { MyCommunity } from '@commonweal/contracts/access'
import { may, type Permission } from '@commonweal/domain/access/permissions'
import { createContext, use, useState, type ReactNode } from 'react'
import { todayIn } from '../time/days.ts'

const Context = createContext<MyCommunity | null>(null)

export function CommunityProvider({ community, children }: { community: MyCommunity; children: ReactNode }) {
  return <Context value={community}>{children}</Context>
}

/** The community this page is about, with my role in it; throws outside of a community's pages. */
export function useCommunity(): MyCommunity {
  const community = use(Context)
  if (!community) throw new Error('useCommunity needs a CommunityProvider above')
  return community
}

/** Whether I may do this to something that belongs to these organisations: to hide a button; the server judges. */
export function useMay(): (permission: Permission, ownerIds?: readonly string[]) => boolean {
  const { role, organisations } = useCommunity()
  const organisationIds = organisations.map(({ id }) => id)
  return (permission, ownerIds = organisationIds) => may({ role, organisationIds }, permission, ownerIds)
}

/** The day it is in the community now. */
export function useToday(): string {
  const { timezone } = useCommunity()
  const [now] = useState(() => new Date())
  return todayIn(timezone, now)
}
