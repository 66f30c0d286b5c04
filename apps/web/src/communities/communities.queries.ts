import * as contract from '@commonweal/contracts/communities'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'

/** Founds a community; from then on it is one of mine. */
export function useFoundCommunity() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: contract.CommunityDraft) => call(contract.foundCommunity, { body }),
    onSuccess: () => queries.removeQueries({ queryKey: ['me'], exact: true }),
  })
}

/** Says what the community wants; the signs are read by it. */
export function useEditSettings(communityId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.SettingsEdit; revision: number }) =>
      call(contract.editSettings, { params: { communityId }, body, revision }),
    onSettled: askedAgain(() =>
      Promise.all(
        ['settings', 'risks', 'activity'].map((noun) =>
          queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
        ),
      ),
    ),
  })
}
