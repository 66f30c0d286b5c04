import { readReport } from '@commonweal/contracts/reports'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

/** What the report of one month says beside the two flags. */
export const reportQuery = (communityId: string, month: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'reports', month],
    queryFn: ({ signal }) => call(readReport, { params: { communityId }, query: { month } }, signal),
    staleTime: 60_000,
  })
