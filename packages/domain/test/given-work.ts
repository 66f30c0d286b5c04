import type { History, InitiativeFact } from '../src/risks/history.ts'
import type { Day } from '../src/values/day.ts'

interface Work {
  readonly id: string
  readonly startedOn: Day
  readonly plannedEndOn?: Day
  readonly endedOn?: Day
  /** From its start on, unless a day says when they came; and until when, where they left. */
  readonly partners?: readonly (string | readonly [organisationId: string, from: Day | null, to?: Day])[]
}

/** A community of which only its initiatives and who takes part in them are kept. */
export function givenWork(work: readonly Work[]): History {
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [],
    memberships: null,
    initiatives: work.map(({ id, startedOn, plannedEndOn, endedOn }): InitiativeFact => ({
      id,
      kind: 'joint',
      startedOn,
      plannedEndOn: plannedEndOn ?? null,
      endedOn: endedOn ?? null,
      endState: endedOn === undefined ? null : 'completed',
    })),
    participations: work.flatMap(({ id, partners = [] }) =>
      partners.map((partner) => {
        const [organisationId, from, to = null] = typeof partner === 'string' ? [partner, null] : partner
        return { initiativeId: id, organisationId, role: 'contributor', from, to }
      }),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
  }
}
