import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { Missing } from '../ui/shown.tsx'
import { useKnownOn } from './known-on.tsx'
import { FactLink } from './fact-link.tsx'
import { factsQuery } from './risks.queries.ts'

/** The organisation a value names; its name comes with the facts of the month. */
export function FunderName({
  organisationId,
  month,
  isAsked,
}: {
  organisationId: string
  month: string
  isAsked: boolean
}) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...factsQuery(id, month, useKnownOn()), enabled: isAsked })
  if (!data) return <Missing />
  return <FactLink kind="organisation" id={organisationId} name={data.names[organisationId]} />
}
