import type { Pledge, PledgeEdit } from '@commonweal/contracts/pledges'
import type { PledgeKind, PledgeRelation, PledgeRoute } from '@commonweal/domain/pledges/pledge'
import { measuresOfKind } from '@commonweal/domain/pledges/pledge-offer'
import { decimalOf } from '../money/money.ts'
import { readAmount, readQuantity } from './measure-text.ts'

/** What the form holds: text as typed. */
export type PledgeValues = {
  organisationId: string
  initiativeId: string
  kind: PledgeKind
  route: PledgeRoute
  relation: PledgeRelation | ''
  amount: string
  currency: string
  quantity: string
  unit: string
  from: string
  to: string
}

export function valuesOf(pledge: Pledge): PledgeValues {
  const { amountMinor, currency } = pledge
  return {
    organisationId: pledge.organisationId,
    initiativeId: pledge.initiativeId ?? '',
    kind: pledge.kind,
    route: pledge.route,
    relation: pledge.relation ?? '',
    amount: amountMinor !== null && currency ? decimalOf(amountMinor, currency) : '',
    currency: currency ?? '',
    quantity: pledge.quantity === null ? '' : String(pledge.quantity),
    unit: pledge.unit ?? '',
    from: pledge.from ?? '',
    to: pledge.to ?? '',
  }
}

export const takesAmount = (kind: PledgeKind) => measuresOfKind[kind] !== 'quantity'
export const takesQuantity = (kind: PledgeKind) => measuresOfKind[kind] !== 'amount'

/** The form's text as the contract wants it; call it only when the form is valid. */
export function termsOf(values: PledgeValues): PledgeEdit {
  const { currency } = values
  const amountMinor = takesAmount(values.kind) ? readAmount(values.amount, currency || 'EUR') : null
  const quantity = takesQuantity(values.kind) ? readQuantity(values.quantity) : null
  return {
    kind: values.kind,
    route: values.route,
    relation: values.relation || null,
    amountMinor,
    currency: amountMinor === null ? null : currency,
    quantity,
    unit: quantity === null ? null : values.unit.trim(),
    from: values.from || null,
    to: values.to || null,
  }
}
