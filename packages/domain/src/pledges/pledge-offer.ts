import { isEnded, type InitiativeState } from '../initiatives/initiative.ts'
import { allow, refuse, type Ruling } from '../ruling.ts'
import { hundredthsOf } from '../values/money.ts'
import type { Measured } from './measured.ts'
import { isEditable, type PledgeKind, type PledgeRelation, type PledgeRoute, type PledgeStatus } from './pledge.ts'

/** What a pledge promises. from–to is the time it is meant for, not when it falls due. */
export interface PledgeTerms extends Measured {
  readonly kind: PledgeKind
  readonly route: PledgeRoute
  readonly relation: PledgeRelation | null
  readonly currency: string | null
  readonly unit: string | null
  readonly from: string | null
  readonly to: string | null
}

export type PledgeTermsProblem = 'pledge-measure-not-valid' | 'quantity-too-fine' | 'dates-in-wrong-order'

/** Which measures a kind is counted in. A freedom grant is hours, a small budget, or both; every other kind is one of them. */
export const measuresOfKind: Record<PledgeKind, 'amount' | 'quantity' | 'either' | 'any'> = {
  cash: 'amount',
  'in-kind': 'either',
  'space-hours': 'quantity',
  'staff-time': 'quantity',
  'volunteer-time': 'quantity',
  'freedom-grant': 'any',
}

/**
 * Judges the terms of a pledge: money as amount with currency, hours and goods as quantity (to the hundredth) with unit,
 * never both in one but for a freedom grant; neither of them zero; the end not before the beginning.
 */
export function judgeTerms(terms: PledgeTerms): Ruling<PledgeTerms, PledgeTermsProblem> {
  const { kind, amountMinor, currency, quantity, unit, from, to } = terms
  const expected = measuresOfKind[kind]
  const hasAmount = amountMinor !== null
  const hasQuantity = quantity !== null
  const isMeasured =
    expected === 'any'
      ? hasAmount || hasQuantity
      : hasAmount !== hasQuantity && (expected === 'either' || hasAmount === (expected === 'amount'))
  const isNamed = hasAmount === (currency !== null) && hasQuantity === Boolean(unit?.trim())
  const isSomething = (amountMinor ?? 1) > 0 && (quantity ?? 1) > 0
  if (!isMeasured || !isNamed || !isSomething) return refuse('pledge-measure-not-valid', { kind, expected })
  if (quantity !== null && hundredthsOf(quantity) === null) return refuse('quantity-too-fine', { quantity })
  if (from && to && to < from) return refuse('dates-in-wrong-order', { from, to })
  return allow({ ...terms, unit: unit?.trim() ?? null })
}

export interface NewPledge extends PledgeTerms {
  readonly status: 'offered'
}

/**
 * An organisation offers a pledge, to an initiative or (null) to the community. Nothing can be pledged to an initiative
 * that has ended.
 */
export function offerPledge(
  initiative: { readonly state: InitiativeState } | null,
  terms: PledgeTerms,
): Ruling<NewPledge, PledgeTermsProblem | 'initiative-not-open'> {
  if (initiative && isEnded(initiative.state)) return refuse('initiative-not-open', { state: initiative.state })
  const judged = judgeTerms(terms)
  return judged.allowed ? allow({ ...judged.value, status: 'offered' }) : judged
}

/** Terms change until the pledge is confirmed. */
export function editPledge(
  pledge: { readonly status: PledgeStatus },
  terms: PledgeTerms,
): Ruling<PledgeTerms, PledgeTermsProblem | 'pledge-not-editable'> {
  if (!isEditable(pledge.status)) return refuse('pledge-not-editable', { status: pledge.status })
  return judgeTerms(terms)
}
