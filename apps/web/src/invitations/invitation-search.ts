import type { invitationSorts, invitationStates } from '@commonweal/contracts/invitations'
import { readListSearch } from '../ui/list-search.ts'

export const shownStates = [
  'open',
  'accepted',
  'revoked',
  'expired',
] as const satisfies readonly (typeof invitationStates)[number][]
/** The first one is the order without a choice. */
export const invitationListSorts = [
  '-sent',
  'sent',
  'name',
  '-name',
] as const satisfies readonly (typeof invitationSorts)[number][]

/** What the address of the list may say. */
export const readInvitationSearch = (raw: Record<string, unknown>) =>
  readListSearch(raw, { state: shownStates, sort: invitationListSorts })
