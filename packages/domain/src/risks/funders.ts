import type { History, OrganisationFact, PledgeFact } from './history.ts'

const CASH_KINDS = ['cash', 'freedom-grant']

/** Each organisation with the funder it counts as: its controlling public body where known, else itself. */
export function funderOf(history: History): (organisationId: string) => string {
  let known: Map<string, OrganisationFact> | null = null
  return (organisationId) => {
    // Who asks about nobody does not pay for everybody.
    const organisations = (known ??= new Map(history.organisations.map((one) => [one.id, one])))
    const seen = new Set<string>()
    let current = organisationId
    while (!seen.has(current)) {
      seen.add(current)
      const parentId = organisations.get(current)?.parentId ?? null
      if (parentId === null || organisations.get(parentId)?.legalStatus !== 'public') break
      current = parentId
    }
    return current
  }
}

/** Pledges in money of the community's own currency count as income; everything else is shown beside it, never summed into it. */
export function isOwnCash(pledge: PledgeFact, currency: string): boolean {
  return CASH_KINDS.includes(pledge.kind) && (pledge.currency === null || pledge.currency === currency)
}

/** Money as that of the community, but in another currency: no reading counts it, for no rate is on record. */
export function isOtherCash(pledge: PledgeFact, currency: string): boolean {
  return CASH_KINDS.includes(pledge.kind) && pledge.currency !== null && pledge.currency !== currency
}

/** Bodies by what the funding flag asks of them. */
export function funderGroups(history: History) {
  const isPublic = (one: { legalStatus: string }) => one.legalStatus === 'public'
  const organisations = [...new Map(history.organisations.map((one) => [one.id, one])).values()]
  return {
    publicFunders: new Set(organisations.filter(isPublic).map((one) => one.id)),
    localPublicFunders: new Set(
      organisations.filter((one) => isPublic(one) && one.sector === 'local-government').map((one) => one.id),
    ),
    privateOrganisations: new Set(organisations.filter((one) => one.legalStatus === 'private').map((one) => one.id)),
  }
}
