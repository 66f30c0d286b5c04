import { readListSearch } from '../ui/list-search.ts'

/** What the address of the list may say: words, and an organisation by its id. */
export function readPersonSearch(raw: Record<string, unknown>): { q?: string; organisationId?: string } {
  const { organisationId } = raw
  return {
    ...readListSearch(raw, {}),
    ...(typeof organisationId === 'string' && /^[0-9a-f-]{36}$/.test(organisationId) ? { organisationId } : {}),
  }
}
