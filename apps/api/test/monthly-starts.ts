import { v7 as uuidv7 } from 'uuid'
import { initiatives, participations } from '../src/initiatives/initiatives.table.ts'
import type { Place } from './cast.ts'
import type { TestApp } from './test-app.ts'

/**
 * Joint initiatives of all three organisations, one begun on the third of each month from..to, running three months.
 * Each is known from its own day, or from the instant given: then it is a late fact.
 */
export async function monthlyStarts(
  { house }: TestApp,
  { communityId, organisations }: Place,
  months: { readonly from: string; readonly to: string; readonly recordedAt?: Date },
): Promise<string[]> {
  const ids: string[] = []
  const [year = 0, month = 0] = months.from.split('-').map(Number)
  for (let at = new Date(Date.UTC(year, month - 1, 3)); at.toISOString().slice(0, 7) <= months.to;) {
    const startedOn = at.toISOString().slice(0, 10)
    const end = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 3, 3)).toISOString().slice(0, 10)
    const known = { communityId, recordedAt: months.recordedAt ?? at }
    const initiativeId = uuidv7()
    await house.db.insert(initiatives).values({
      ...known,
      id: initiativeId,
      title: `Begun ${startedOn}`,
      kind: 'joint',
      state: 'completed',
      startedOn,
      plannedEndOn: end,
      endedOn: end,
    })
    await house.db.insert(participations).values(
      Object.values(organisations).map((organisationId) => ({
        ...known,
        id: uuidv7(),
        initiativeId,
        organisationId,
        role: 'contributor' as const,
        fromOn: startedOn,
        toOn: end,
      })),
    )
    ids.push(initiativeId)
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 3))
  }
  return ids
}
