import type { FundingPicture } from '@commonweal/contracts/finances'
import { fundingPicture } from '@commonweal/domain/finances/funding-picture'
import type { Scope } from '../database/scope.ts'
import { ProblemError } from '../http/problem-error.ts'
import { loadFundingFacts } from './funding-picture.store.ts'

/** The funding picture of the community, or of one initiative, as of today, with the names a page shows. */
export async function readFundingPicture(scope: Scope, initiativeId: string | null): Promise<FundingPicture> {
  const facts = await loadFundingFacts(scope, initiativeId)
  if (!facts.isInitiativeKnown) throw new ProblemError('initiative-unknown', { initiativeId })
  const { pledges, instalments, costs, isReceiptsKnown } = facts
  const picture = fundingPicture(pledges, instalments, isReceiptsKnown ? facts.receipts : null, costs, scope.today)
  const organisations = new Map(pledges.map((one) => [one.organisationId, one.organisation]))
  const initiatives = new Map(pledges.map((one) => [one.initiativeId, one.initiative]))
  return {
    asOf: scope.today,
    isReceiptsKnown,
    lines: picture.lines.map((line) => ({
      ...line,
      byRoute: line.byRoute.map(({ key, ...share }) => ({ route: key, ...share })),
      byOrganisation: line.byOrganisation.map(({ key, ...share }) => ({
        organisationId: key,
        organisation: organisations.get(key) ?? '',
        ...share,
      })),
      byInitiative: line.byInitiative.map(({ key, ...share }) => ({
        initiativeId: key,
        initiative: initiatives.get(key) ?? null,
        ...share,
      })),
    })),
    costs: picture.costs,
  } as FundingPicture
}
