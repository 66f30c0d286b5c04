import { listInitiatives } from '@commonweal/contracts/initiatives'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../../../http/call.ts'
import { useCommunity } from '../../../../session/community.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/common.ts'

const choicesQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'initiatives', 'living'],
    queryFn: ({ signal }) =>
      call(listInitiatives, { params: { communityId }, query: { state: 'living', limit: 200 } }, signal),
  })

interface Choice {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

/** Initiatives that are not over, for choosing one; where they did not load, that is what can be read and not chosen. */
export function useInitiativeChoices(): Choice[] {
  const { id } = useCommunity()
  const { t } = useWords()
  const { data, error } = useQuery(choicesQuery(id))
  if (!data && error) return [{ value: 'unanswered', label: t('common:failure.title'), disabled: true }]
  const living = (data?.items ?? []).map(({ id: value, title: label }) => ({ value, label }))
  return living.sort((a, b) => a.label.localeCompare(b.label))
}
