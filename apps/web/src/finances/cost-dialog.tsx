import type { CostRow } from '@commonweal/contracts/finances'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { CurrencyField } from '../money/currency-field.tsx'
import { decimalOf, minorOf } from '../money/money.ts'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { useSaveCost } from './finances.queries.ts'
import '../words/of/common.ts'
import '../words/of/finances.ts'
import '../words/of/pledges.ts'

const fieldOfProblem = { 'initiative-unknown': 'initiativeId' } as const

interface Props {
  /** The cost to put right; null adds one. */
  readonly cost: CostRow | null
  readonly initiativeField: ThingField
  readonly onClose: () => void
}

export function CostDialog({ cost, initiativeField: InitiativeField, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const save = useSaveCost(community.id, cost)
  const form = useForm({
    initialValues: {
      label: cost?.label ?? '',
      amount: cost ? decimalOf(cost.amountMinor, cost.currency) : '',
      currency: cost?.currency ?? community.currency,
      dueOn: cost?.dueOn ?? '',
      initiativeId: cost?.initiativeId ?? '',
    },
    validate: {
      label: (label) => (label.trim() ? null : t('common:form.field.required')),
      amount: (typed, { currency }) =>
        currency && minorOf(typed, currency) ? null : t('common:form.field.amount', { example: '1250.00' }),
      currency: (currency) => (currency ? null : t('common:form.field.choice')),
      dueOn: (day) => (day ? null : t('common:form.field.day')),
    },
  })

  const send = form.onSubmit(({ label, amount, currency, dueOn, initiativeId }) =>
    save.mutate(
      {
        label: label.trim(),
        amountMinor: minorOf(amount, currency) ?? 0,
        currency,
        dueOn,
        initiativeId: initiativeId || null,
      },
      {
        onSuccess: () => {
          announce(t('finances:costs.done'))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )

  return (
    <FormDialog
      title={t(cost ? 'finances:costs.editTitle' : 'finances:costs.addTitle')}
      error={save.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={save.isPending}
      action={t('common:save')}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('finances:costs.label')}
        {...form.getInputProps('label')}
      />
      <TextInput required inputMode="decimal" label={t('finances:amount')} {...form.getInputProps('amount')} />
      <CurrencyField isRequired label={t('finances:currency')} {...form.getInputProps('currency')} />
      <TextInput required type="date" label={t('finances:costs.dueOn')} {...form.getInputProps('dueOn')} />
      <InitiativeField
        label={t('common:form.optionalLabel', { label: t('finances:costs.initiative') })}
        description={t('pledges:emptyMeansCommunity')}
        {...form.getInputProps('initiativeId')}
      />
    </FormDialog>
  )
}
