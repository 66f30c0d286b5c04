import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { CurrencyField } from '../money/currency-field.tsx'
import { minorOf } from '../money/money.ts'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useCountReserve } from './finances.queries.ts'
import '../words/of/common.ts'
import '../words/of/finances.ts'

const fieldOfProblem = { 'step-in-future': 'on' } as const

/** Says how much is put by, as counted on a day. */
export function ReserveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const count = useCountReserve(community.id)
  const form = useForm({
    initialValues: { on: today, amount: '', currency: community.currency as string },
    validate: {
      on: (day) => (day ? null : t('common:form.field.day')),
      amount: (typed, { currency }) =>
        currency && typed.trim() && minorOf(typed, currency) !== null
          ? null
          : t('common:form.field.amount', { example: '1250.00' }),
      currency: (currency) => (currency ? null : t('common:form.field.choice')),
    },
  })
  const send = form.onSubmit(({ on, amount, currency }) =>
    count.mutate(
      { on, amountMinor: minorOf(amount, currency) ?? 0, currency },
      {
        onSuccess: () => {
          announce(t('finances:reserves.done'))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('finances:reserves.add')}
      error={count.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={count.isPending}
      action={t('common:save')}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        inputMode="decimal"
        label={t('finances:amount')}
        {...form.getInputProps('amount')}
      />
      <CurrencyField isRequired label={t('finances:currency')} {...form.getInputProps('currency')} />
      <TextInput required type="date" max={today} label={t('finances:reserves.on')} {...form.getInputProps('on')} />
    </FormDialog>
  )
}
