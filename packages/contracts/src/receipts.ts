import { LARGEST_MINOR } from '@commonweal/domain/values/money'
import * as Type from 'typebox'
import { Pledge } from './pledges.ts'
import { defineRoute } from './route.ts'
import { Day, Id, idParams, Nullable, Shape, Text } from './values.ts'

const receipt = {
  receivedOn: Day,
  amountMinor: Type.Optional(
    Nullable(Type.Integer({ minimum: -LARGEST_MINOR, maximum: LARGEST_MINOR, description: 'Negative: handed back' })),
  ),
  quantity: Type.Optional(Nullable(Type.Number({ minimum: -1e9, maximum: 1e9 }))),
}
export const ReceiptDraft = Shape(receipt, { $id: 'ReceiptDraft' })
export type ReceiptDraft = Type.Static<typeof ReceiptDraft>
export const ReceiptCorrection = Shape({ ...receipt, reason: Text }, { $id: 'ReceiptCorrection' })
export type ReceiptCorrection = Type.Static<typeof ReceiptCorrection>

const ReceiptParams = Shape({ communityId: Id, pledgeId: Id, receiptId: Id })

export const recordReceipt = defineRoute({
  operation: 'recordReceipt',
  summary: 'Something arrived, or (negative) was handed back; welcome in every state of the pledge',
  method: 'POST',
  url: '/communities/:communityId/pledges/:pledgeId/receipts',
  access: 'pledges:receive',
  params: idParams('pledgeId'),
  body: ReceiptDraft,
  success: { 201: Pledge },
  problems: ['receipt-not-of-pledge', 'receipt-in-future', 'quantity-too-fine', 'more-handed-back-than-received'],
})

export const correctReceipt = defineRoute({
  operation: 'correctReceipt',
  summary: 'A receipt was written down wrongly; what it said before stays on record',
  method: 'POST',
  url: '/communities/:communityId/pledges/:pledgeId/receipts/:receiptId/correct',
  access: 'pledges:receive',
  params: ReceiptParams,
  body: ReceiptCorrection,
  success: { 200: Pledge },
  problems: [
    'receipt-not-of-pledge',
    'receipt-in-future',
    'quantity-too-fine',
    'more-handed-back-than-received',
    'reason-missing',
  ],
})

export const strikeReceipt = defineRoute({
  operation: 'strikeReceipt',
  summary: 'A receipt never arrived; what it said stays on record',
  method: 'POST',
  url: '/communities/:communityId/pledges/:pledgeId/receipts/:receiptId/strike',
  access: 'pledges:receive',
  params: ReceiptParams,
  body: Shape({ reason: Text }, { $id: 'ReceiptStrike' }),
  success: { 200: Pledge },
  problems: ['more-handed-back-than-received', 'reason-missing'],
})
