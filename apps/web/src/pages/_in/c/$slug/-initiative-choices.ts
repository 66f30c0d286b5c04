import { queryOptions, useQuery } from '@tanstack/react-query'
import { everyItem } from '../../../../http/pages.ts'
import { fetchInitiatives, initiativesRoot } from '../../../../initiatives/initiatives.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/common.ts'

const choicesQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...initiativesRoot(communityId), 'living'],
    queryFn: ({ signal }) =>
      everyItem((page) => fetchInitiatives(communityId, { state: 'living', sort: 'title', ...page }, signal)),
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
  return (data ?? []).map(({ id: value, title: label }) => ({ value, label }))
}
