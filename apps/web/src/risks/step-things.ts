import type { Step } from '@commonweal/domain/risks/explain/way'
import type { FactKind } from './fact-link.tsx'

/** The initiatives, partners or pledges a step names. */
export function stepThings(step: Step): { readonly kind: FactKind; readonly ids: readonly string[] } {
  switch (step.kind) {
    case 'prolong':
      return { kind: 'initiative', ids: step.initiativeIds }
    case 'return':
      return { kind: 'organisation', ids: step.organisationIds }
    case 'receive':
    case 'renew':
      return { kind: 'pledge', ids: step.pledgeIds }
    default:
      return { kind: 'pledge', ids: [] }
  }
}
