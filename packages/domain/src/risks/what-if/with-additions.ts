import { dayFromNumber } from '../../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import type { History, InstalmentFact, PledgeFact } from '../history.ts'
import type { Adding } from './question.ts'

/** Ids of what is only supposed; no record of a community begins like this. */
const SUPPOSED = 'supposed'

/** The same history with the supposed pledges, partners and initiatives, all from `month` on. Promises are kept when they fall due. */
export function withAdditions(history: History, month: Month, adding: Adding): History {
  const { pledges, partners, initiatives } = adding
  if (pledges.length + partners.length + initiatives.length === 0) return history
  const from = `${month}-01`
  const newPledges = pledges.map((draft, index): { pledge: PledgeFact; dues: InstalmentFact[] } => {
    const id = `${SUPPOSED} pledge ${index + 1}`
    const totalTo = (parts: number) => Math.floor((draft.amountMinor * parts) / draft.months)
    return {
      pledge: {
        id,
        initiativeId: null,
        organisationId: draft.organisationId ?? `${SUPPOSED} funder ${index + 1}`,
        kind: 'cash',
        route: draft.route,
        amountMinor: draft.amountMinor,
        currency: history.currency,
        quantity: null,
        unit: null,
        confirmedOn: from,
        from,
        to: dayFromNumber(firstDayNumber(monthIndex(month) + draft.months) - 1),
        status: 'confirmed',
      },
      dues: Array.from({ length: draft.months }, (_, part) => ({
        pledgeId: id,
        dueOn: `${addMonths(month, part)}-05`,
        amountMinor: totalTo(part + 1) - totalTo(part),
        quantity: null,
      })),
    }
  })
  const newPartners = partners.map((draft, index) => ({ ...draft, id: `${SUPPOSED} partner ${index + 1}` }))
  const newInitiatives = initiatives.map((draft, index) => ({ ...draft, id: `${SUPPOSED} initiative ${index + 1}` }))
  const dues = newPledges.flatMap((one) => one.dues)
  const span = { from: null, to: null }

  return {
    ...history,
    organisations: [
      ...history.organisations,
      ...newPartners.map(({ id, sector }) => ({ id, sector, legalStatus: 'unknown', parentId: null })),
    ],
    memberships: history.memberships && [
      ...history.memberships,
      ...newPartners.map(({ id }) => ({ organisationId: id, state: 'active', from, to: null })),
    ],
    initiatives: [
      ...history.initiatives,
      ...newInitiatives.map(({ id, months }) => ({
        id,
        kind: 'joint',
        startedOn: from,
        plannedEndOn: `${addMonths(month, months)}-01`,
        endedOn: null,
        endState: null,
      })),
    ],
    participations: [
      ...history.participations,
      ...newInitiatives.flatMap(({ id, organisationIds }) =>
        organisationIds.map((organisationId, index) => ({
          initiativeId: id,
          organisationId,
          role: index === 0 ? 'lead' : 'contributor',
          ...span,
        })),
      ),
      ...newPartners.flatMap(({ id, initiativeId }) =>
        initiativeId === null ? [] : [{ initiativeId, organisationId: id, role: 'contributor', from, to: null }],
      ),
    ],
    pledges: history.pledges && [...history.pledges, ...newPledges.map((one) => one.pledge)],
    instalments: history.instalments && [...history.instalments, ...dues],
    receipts: history.receipts && [
      ...history.receipts,
      ...dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    ],
  }
}
