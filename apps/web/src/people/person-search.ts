import { roles, type Role } from '@commonweal/domain/access/permissions'
import { readListSearch } from '../ui/list-search.ts'

/** The roles of a community, and having none. */
export const roleChoices = [...roles, 'none'] as const

/** What the address of the list may say: words, a role, and an organisation by its id. */
export function readPersonSearch(raw: Record<string, unknown>): {
  q?: string
  role?: Role | 'none'
  organisationId?: string
} {
  const { organisationId } = raw
  return {
    ...readListSearch(raw, { role: roleChoices }),
    ...(typeof organisationId === 'string' && /^[0-9a-f-]{36}$/.test(organisationId) ? { organisationId } : {}),
  }
}
