import * as contract from '@commonweal/contracts/access'
import type { Role } from '@commonweal/domain/access/permissions'
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { forgetCommunities } from '../http/early.ts'
import { keepToken } from '../http/token.ts'
import { tellOtherTabs } from './other-tabs.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(contract.readMe, {}, signal),
  staleTime: 5 * 60_000,
})

export const demoSignInsQuery = queryOptions({
  queryKey: ['demo', 'sign-ins'],
  queryFn: ({ signal }) => call(contract.listDemoSignIns, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => call(contract.signIn, { body }),
    onSuccess: (session) => beginSession(queries, session),
  })
}

export function useSignInToDemo() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (role: Role) => call(contract.signInToDemo, { body: { role } }),
    onSuccess: (session) => beginSession(queries, session),
  })
}

/** Ends the session everywhere in this browser, even where the server cannot be reached. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(contract.signOut, {}),
    onSettled: () => {
      keepToken(null)
      forgetCommunities()
      queries.clear()
      tellOtherTabs('signed-out')
    },
  })
}

/** Whoever was here before, from now on it is this session. */
export function beginSession(queries: QueryClient, session: contract.Session): void {
  keepToken(session.accessToken)
  queries.removeQueries({ queryKey: ['me'] })
  tellOtherTabs('signed-in')
}
