import * as contract from '@commonweal/contracts/communities'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

/** What the community wants and whether it closes: every noun may ask it. */
export const settingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'settings'],
    queryFn: ({ signal }) => call(contract.readSettings, { params: { communityId } }, signal),
  })
