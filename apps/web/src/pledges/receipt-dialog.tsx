import type { Pledge } from '@commonweal/contracts/pledges'
import type { ReceiptDraft } from '@commonweal/contracts/receipts'
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import { useForm } from '@mantine/form'
import { decimalOf } from '../money/money.ts'
import { useCommunity, useToday } from '../session/community.tsx'
import { sayDay } from '../time/days.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { readAmount, readQuantity } from './measure-text.ts'
import { useCorrectReceipt, useRecordReceipt } from './pledges.queries.ts'
import '../words/of/common.ts'
import '../words/of/pledges.ts'
import '../words/of/problems.ts'

interface Props {
  readonly pledge: Pledge
  /** The receipt to put right; null records a new one. */
  readonly receipt: Pledge['receipts'][number] | null
  readonly onClose: () => void
}

const fieldOfProblem = {
  'receipt-not-of-pledge': 'much',
  'quantity-too-fine': 'much',
  'more-handed-back-than-received': 'much',
  'receipt-in-future': 'receivedOn',
  'reason-missing': 'reason',
} as const

/** Says what arrived, or puts right what was said of it. */
export function ReceiptDialog({ pledge, receipt, onClose }: Props) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const record = useRecordReceipt(id, pledge.id)
  const correct = useCorrectReceipt(id, pledge.id, receipt?.id ?? '')
  const { currency, unit } = pledge
  const hasBoth = pledge.amountMinor !== null && pledge.quantity !== null
  const old = receipt?.amountMinor ?? receipt?.quantity ?? null

  const form = useForm({
    initialValues: {
      measure: (receipt ? receipt.amountMinor : pledge.amountMinor) === null ? 'quantity' : 'amount',
      much: writeOf(receipt, currency),
      isBack: (old ?? 0) < 0,
      receivedOn: receipt?.receivedOn ?? today,
      reason: '',
      isStruck: false,
    },
    validate: {
      much: (typed, { measure, isStruck }) =>
        isStruck || readMuch(typed, measure, currency) ? null : t('pledges:receipt.which'),
      receivedOn: (day) => (day ? null : t('common:form.field.day')),
      reason: (reason) => (receipt && !reason.trim() ? t('problems:reason-missing') : null),
    },
  })

  const draftOf = ({ measure, much, isBack, receivedOn }: typeof form.values): ReceiptDraft => {
    const parts = (readMuch(much, measure, currency) ?? 0) * (isBack ? -1 : 1)
    return measure === 'amount' ? { receivedOn, amountMinor: parts } : { receivedOn, quantity: parts }
  }
  const ends = {
    onSuccess: () => {
      announce(
        t(
          !receipt
            ? 'pledges:receipt.done'
            : form.values.isStruck
              ? 'pledges:receipt.struck'
              : 'pledges:receipt.corrected',
        ),
      )
      onClose()
    },
    onError: (error: unknown) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
  }
  const send = form.onSubmit((values) => {
    if (!receipt) return record.mutate(draftOf(values), ends)
    correct.mutate({ reason: values.reason.trim(), draft: values.isStruck ? null : draftOf(values) }, ends)
  })
  const named = form.values.measure === 'amount' ? (currency ?? '') : (unit ?? '')

  return (
    <FormDialog
      title={
        receipt
          ? t('pledges:receipt.correctTitle', { day: sayDay(receipt.receivedOn, locale) })
          : t('pledges:receipt.title')
      }
      lead={receipt && t('pledges:receipt.correctLead')}
      error={record.error ?? correct.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={record.isPending || correct.isPending}
      action={t(receipt ? 'pledges:receipt.correct' : 'pledges:receipt.submit')}
      onClose={onClose}
    >
      {receipt && (
        <Checkbox
          label={t('pledges:receipt.strike')}
          description={t('pledges:receipt.strikeHint')}
          {...form.getInputProps('isStruck', { type: 'checkbox' })}
        />
      )}
      {!form.values.isStruck && (
        <>
          {hasBoth && (
            <NativeSelect
              label={t('pledges:receipt.which')}
              data={[
                { value: 'amount', label: t('pledges:field.amount') },
                { value: 'quantity', label: unit ?? t('pledges:field.quantity') },
              ]}
              {...form.getInputProps('measure')}
            />
          )}
          <TextInput
            required
            data-autofocus
            inputMode="decimal"
            label={`${t(form.values.measure === 'amount' ? 'pledges:field.amount' : 'pledges:field.quantity')} (${named})`}
            {...form.getInputProps('much')}
          />
          <Checkbox label={t('pledges:receipt.back')} {...form.getInputProps('isBack', { type: 'checkbox' })} />
          <TextInput
            type="date"
            required
            max={today}
            label={t('pledges:field.receivedOn')}
            {...form.getInputProps('receivedOn')}
          />
        </>
      )}
      {receipt && (
        <Textarea required maxLength={4000} label={t('pledges:receipt.reason')} {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  )
}

function readMuch(typed: string, measure: string, currency: string | null): number | null {
  const read = measure === 'amount' ? readAmount(typed, currency ?? 'EUR') : readQuantity(typed)
  return read === null || read === 0 ? null : read
}

function writeOf(receipt: Props['receipt'], currency: string | null): string {
  if (!receipt) return ''
  if (receipt.amountMinor !== null && currency) return decimalOf(Math.abs(receipt.amountMinor), currency)
  return String(Math.abs(receipt.quantity ?? 0))
}
