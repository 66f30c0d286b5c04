import type { History } from '@commonweal/domain/risks/history'

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Names for the ids that a text mentions, so that a page can link them without asking again. A pledge is named by who
 * promised and for what.
 */
export function namesIn(history: History, text: string): Record<string, string> {
  const mentioned = new Set(text.match(uuids))
  const organisations = new Map(history.organisations.map(({ id, name }) => [id, name]))
  const initiatives = new Map(history.initiatives.map(({ id, title }) => [id, title]))
  const names: Record<string, string> = {}
  for (const id of mentioned) {
    const name = organisations.get(id) ?? initiatives.get(id)
    if (name) names[id] = name
  }
  for (const { id, organisationId, initiativeId } of history.pledges ?? []) {
    if (!mentioned.has(id)) continue
    const parts = [organisations.get(organisationId), initiativeId === null ? null : initiatives.get(initiativeId)]
    const known = parts.filter((part) => part)
    if (known.length > 0) names[id] = known.join(' · ')
  }
  return names
}
