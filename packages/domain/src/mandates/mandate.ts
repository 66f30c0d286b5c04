import type { LegalStatus } from '../partners/sectors.ts'
import { allow, refuse, type Ruling } from '../ruling.ts'

export type MandateProblem = 'mandate-needs-public-body'

export interface MandateValues {
  readonly endsOn: string
  readonly label: string
}

/** Judges a day on which those who lead an organisation change: only a public body has voters or a term to answer to. */
export function setMandate(
  organisation: { readonly legalStatus: LegalStatus },
  draft: MandateValues,
): Ruling<MandateValues, MandateProblem> {
  if (organisation.legalStatus !== 'public')
    return refuse('mandate-needs-public-body', { legalStatus: organisation.legalStatus })
  return allow({ endsOn: draft.endsOn, label: draft.label.trim() })
}
