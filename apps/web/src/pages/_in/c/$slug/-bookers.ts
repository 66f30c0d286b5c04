import { queryOptions, useQuery } from '@tanstack/react-query'
import { verdict, type Permission } from '@commonweal/domain/access/permissions'
import { everyItem } from '../../../../http/pages.ts'
import { partnersRoot, fetchPartners } from '../../../../partners/partners.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import '../../../../words/of/bookings.ts'

export const activePartners = (communityId: string) =>
  queryOptions({
    queryKey: [...partnersRoot(communityId), 'all-choices'],
    queryFn: ({ signal }) => everyItem((page) => fetchPartners(communityId, { state: 'active', ...page }, signal)),
  })

/** For whom one can book, pledge or offer: the organisations one acts for first, and for a steward every partner. */
export function useBookers(permission: Permission = 'bookings:request'): { value: string; label: string }[] {
  const { id, role, organisations } = useCommunity()
  const { data } = useQuery({ ...activePartners(id), enabled: verdict(role, permission) === 'always' })
  const choices = [...organisations, ...(data ?? [])].map((one) => [one.id, one.name] as const)
  return [...new Map(choices)].map(([value, label]) => ({ value, label }))
}
