import * as contract from '@commonweal/contracts/people'
import type { Role } from '@commonweal/domain/access/permissions'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { pagesAhead } from '../http/ahead.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'people'] as const

export const fetchPeople = (communityId: string, query: contract.PersonListQuery, signal?: AbortSignal) =>
  call(contract.listPeople, { params: { communityId }, query }, signal)

export const peoplePages = (communityId: string, filters: Omit<contract.PersonListQuery, 'cursor' | 'limit'>) =>
  searchedPages(
    [...root(communityId), 'list', filters],
    (from, signal) => fetchPeople(communityId, { ...filters, ...from }, signal),
    () => pagesAhead(contract.listPeople, { params: { communityId }, query: filters }),
  )

/** A few people whose name has these letters, to choose one. */
export const personChoices = (communityId: string, q: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'choices', q],
    queryFn: async ({ signal }) => {
      const { items } = await fetchPeople(communityId, { limit: 20, ...(q ? { q } : {}) }, signal)
      return items.map(({ id, displayName: name }) => ({ id, name }))
    },
    placeholderData: keepPreviousData,
  })

export const personQuery = (communityId: string, personId: string) =>
  queryOptions({
    queryKey: [...root(communityId), personId],
    queryFn: ({ signal }) => call(contract.readPerson, { params: { communityId, personId } }, signal),
  })

export function useGiveRole(communityId: string, personId: string) {
  return usePersonChange(communityId, (role: Role | null) =>
    call(contract.giveRole, { params: { communityId, personId }, body: { role } }),
  )
}

export function useSuspendPerson(communityId: string, personId: string) {
  return usePersonChange(communityId, (reason: string) =>
    call(contract.suspendPerson, { params: { communityId, personId }, body: { reason } }),
  )
}

export function useReadmitPerson(communityId: string, personId: string) {
  return usePersonChange(communityId, () => call(contract.readmitPerson, { params: { communityId, personId } }))
}

export function useAppoint(communityId: string, personId: string) {
  return usePersonChange(communityId, (body: contract.RepresentationDraft) =>
    call(contract.appointRepresentative, { params: { communityId, personId }, body }),
  )
}

export function useEndRepresentation(communityId: string, personId: string, organisationId: string) {
  return usePersonChange(communityId, (on: string) =>
    call(contract.endRepresentation, { params: { communityId, personId }, body: { organisationId, on } }),
  )
}

/** A change of a person; partners show who acts for them, and my own rights may have changed. */
function usePersonChange<Input>(communityId: string, mutationFn: (input: Input) => Promise<contract.Person>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: async (person) => {
      queries.setQueryData(personQuery(communityId, person.id).queryKey, person)
      await Promise.all([
        ...['people', 'partners', 'activity'].map((noun) =>
          queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
        ),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ])
    },
  })
}
