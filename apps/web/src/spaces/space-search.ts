import type { spaceSorts } from '@commonweal/contracts/spaces'
import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import { readListSearch } from '../ui/list-search.ts'

const sorts = ['name', '-name', 'capacity', '-capacity'] as const satisfies readonly (typeof spaceSorts)[number][]
export const stepFree = ['yes', 'no'] as const
export const offered = ['now', 'not'] as const

/** What the address of the list may say. */
export const readSpaceSearch = (raw: Record<string, unknown>) => {
  const { hostId, initiativeId } = raw
  return {
    ...readListSearch(raw, {
      kind: spaceKinds,
      stepFree,
      feature: accessibilityFeatures,
      offered,
      sort: sorts,
    }),
    ...(isId(hostId) ? { hostId } : {}),
    // For which a space is sought: handed on to the space that is chosen.
    ...(isId(initiativeId) ? { initiativeId } : {}),
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/i.test(value)

export type SpaceSearch = ReturnType<typeof readSpaceSearch>
