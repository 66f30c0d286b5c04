import * as contract from '@commonweal/contracts/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'invitations'] as const

export const fetchInvitations = (communityId: string, query: contract.InvitationListQuery, signal?: AbortSignal) =>
  call(contract.listInvitations, { params: { communityId }, query }, signal)

export const invitationsPages = (
  communityId: string,
  filters: Omit<contract.InvitationListQuery, 'cursor' | 'limit'>,
) =>
  searchedPages([...root(communityId), 'list', filters], (from, signal) =>
    fetchInvitations(communityId, { ...filters, ...from }, signal),
  )

export function useInvitePerson(communityId: string) {
  return useChange(communityId, (body: contract.InvitationDraft) =>
    call(contract.invitePerson, { params: { communityId }, body }),
  )
}

export function useResendInvitation(communityId: string) {
  return useChange(communityId, (invitationId: string) =>
    call(contract.resendInvitation, { params: { communityId, invitationId } }),
  )
}

export function useRevokeInvitation(communityId: string) {
  return useChange(communityId, (invitationId: string) =>
    call(contract.revokeInvitation, { params: { communityId, invitationId } }),
  )
}

function useChange<Input>(communityId: string, mutationFn: (input: Input) => Promise<contract.Invitation>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: askedAgain(() =>
      Promise.all(
        ['invitations', 'activity'].map((noun) =>
          queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
        ),
      ),
    ),
  })
}
