import { listInitiatives } from '@commonweal/contracts/initiatives'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../../../http/call.ts'
import { useCommunity } from '../../../../session/community.tsx'

const choicesQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'initiatives', 'choices'],
    queryFn: ({ signal }) => call(listInitiatives, { params: { communityId }, query: { limit: 200 } }, signal),
  })

/** Initiatives that are not over, for choosing one. */
export function useInitiativeChoices(): { value: string; label: string }[] {
  const { id } = useCommunity()
  const { data } = useQuery(choicesQuery(id))
  const open = (data?.items ?? []).filter(({ state }) => !isEnded(state))
  return open.map(({ id: value, title: label }) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}
