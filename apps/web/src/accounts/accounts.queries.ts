import * as contract from '@commonweal/contracts/accounts'
import * as invitations from '@commonweal/contracts/invitations'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { beginSession } from '../session/session.queries.ts'

export function useSignUp() {
  return useMutation({
    mutationFn: (body: { email: string; displayName: string; password: string }) => call(contract.signUp, { body }),
  })
}

export function useConfirmSignUp() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => call(contract.confirmSignUp, { body: { token } }),
    onSuccess: (session) => beginSession(queries, session),
  })
}

export function useAskPasswordReset() {
  return useMutation({
    mutationFn: (body: contract.PasswordForgotten) => call(contract.askPasswordReset, { body }),
  })
}

export function useResetPassword(token: string) {
  return useMutation({
    mutationFn: (password: string) => call(contract.resetPassword, { body: { token, password } }),
  })
}

export function useChangePassword() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) => call(contract.changePassword, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: mySessionsQuery.queryKey }),
  })
}

export const mySessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => call(contract.listMySessions, {}, signal),
})

export function useEndMySession() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) => call(contract.endMySession, { params: { sessionId } }),
    onSettled: askedAgain(() => queries.invalidateQueries({ queryKey: mySessionsQuery.queryKey })),
  })
}

/** What an invitation link stands for; asked once, since asking is counted. */
export const invitationSeen = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(invitations.readInvitation, { body: { token } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useAcceptInvitation(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(invitations.acceptInvitation, { body: { token } }),
    onSuccess: () => queries.removeQueries({ queryKey: ['me'] }),
  })
}

export function useAcceptAsNew(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { displayName: string; password: string }) =>
      call(invitations.acceptInvitationAsNew, { body: { token, ...body } }),
    onSuccess: (session) => beginSession(queries, session),
  })
}
