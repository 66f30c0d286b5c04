import type { History } from '@commonweal/domain/risks/history'

/** Names of what the history knows, by id. */
export interface Names {
  readonly organisation: (id: string) => string | undefined
  readonly initiative: (id: string) => string | undefined
  readonly space: (id: string) => string | undefined
}

export function namesOf(history: History): Names {
  const organisations = new Map(history.organisations.map((one) => [one.id, one.name]))
  const initiatives = new Map(history.initiatives.map((one) => [one.id, one.title]))
  const spaces = new Map((history.spaces ?? []).map((one) => [one.id, one.name]))
  return {
    organisation: (id) => organisations.get(id),
    initiative: (id) => initiatives.get(id),
    space: (id) => spaces.get(id),
  }
}
