import { pledgeKinds, pledgeRelations, pledgeRoutes } from '@commonweal/domain/pledges/pledge'
import { measuresOfKind } from '@commonweal/domain/pledges/pledge-offer'
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { CurrencyField } from '../money/currency-field.tsx'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { readAmount, readQuantity } from './measure-text.ts'
import { takesAmount, takesQuantity, type PledgeValues } from './pledge-values.ts'
import '../words/of/common.ts'
import '../words/of/pledges.ts'
import '../words/of/problems.ts'

export type PledgeFormState = UseFormReturnType<PledgeValues>

/** Where the problems of offering and editing belong. */
export const pledgeFieldOfProblem = {
  'organisation-unknown': 'organisationId',
  'initiative-unknown': 'initiativeId',
  'initiative-not-open': 'initiativeId',
  'quantity-too-fine': 'quantity',
  'dates-in-wrong-order': 'to',
} as const

export function usePledgeForm(initialValues: PledgeValues): PledgeFormState {
  const { t } = useWords()
  const example = t('common:form.field.amount', { example: '1250.00' })
  return useForm<PledgeValues>({
    initialValues,
    validate: {
      organisationId: (id) => (id ? null : t('common:form.field.choice')),
      amount: (typed, { kind, currency, quantity }) => {
        if (!takesAmount(kind)) return null
        const read = currency ? readAmount(typed, currency) : null
        if (typed.trim()) {
          const isOneOnly = measuresOfKind[kind] === 'either' && quantity.trim()
          return isOneOnly ? t('problems:pledge-measure-not-valid') : read ? null : example
        }
        return measuresOfKind[kind] === 'amount' || !quantity.trim() ? example : null
      },
      currency: (code, { kind, amount }) =>
        takesAmount(kind) && amount.trim() && !code ? t('common:form.field.choice') : null,
      quantity: (typed, { kind, amount }) => {
        if (!takesQuantity(kind)) return null
        if (typed.trim()) return readQuantity(typed) ? null : t('problems:quantity-too-fine')
        return takesAmount(kind) && amount.trim() ? null : t('common:form.field.required')
      },
      unit: (unit, { kind, quantity }) =>
        takesQuantity(kind) && quantity.trim() && !unit.trim() ? t('common:form.field.required') : null,
      to: (to, { from }) => (from && to && to < from ? t('problems:dates-in-wrong-order') : null),
    },
  })
}

interface Props {
  readonly form: PledgeFormState
  readonly onSubmit: (values: PledgeValues) => void
  readonly isSending: boolean
  readonly error: unknown
  readonly submitLabel: string
  readonly cancel: ReactNode
  readonly notice?: ReactNode
  /** Whose and what for; only while it is offered, later it stays. */
  readonly sides: { readonly organisationField: ThingField; readonly initiativeField: ThingField } | null
}

export function PledgeForm({ form, onSubmit, isSending, error, submitLabel, cancel, notice, sides }: Props) {
  const { t } = useWords()
  const send = form.onSubmit(onSubmit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())
  const { kind, route } = form.values
  return (
    <form noValidate onSubmit={send}>
      <FormGrid>
        {notice}
        <FormProblem error={error} atFields={pledgeFieldOfProblem} />
        {sides && (
          <FormPart title={t('pledges:whose')}>
            <sides.organisationField
              isRequired
              label={t('pledges:field.organisation')}
              {...form.getInputProps('organisationId')}
            />
            <sides.initiativeField
              label={t('common:form.optionalLabel', { label: t('pledges:field.initiative') })}
              description={t('pledges:emptyMeansCommunity')}
              {...form.getInputProps('initiativeId')}
            />
          </FormPart>
        )}
        <FormPart title={t('pledges:what')}>
          <NativeSelect
            required
            label={t('pledges:field.kind')}
            description={t(`pledges:measure.${measuresOfKind[kind]}`)}
            data={pledgeKinds.map((value) => ({ value, label: t(`pledges:kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <NativeSelect
            required
            label={t('pledges:field.route')}
            description={t(`pledges:routeBody.${route}`)}
            data={pledgeRoutes.map((value) => ({ value, label: t(`pledges:route.${value}`) }))}
            {...form.getInputProps('route')}
          />
          {takesAmount(kind) && (
            <>
              <TextInput
                required={measuresOfKind[kind] === 'amount'}
                inputMode="decimal"
                label={t('pledges:field.amount')}
                {...form.getInputProps('amount')}
              />
              <CurrencyField label={t('pledges:field.currency')} {...form.getInputProps('currency')} />
            </>
          )}
          {takesQuantity(kind) && (
            <>
              <TextInput
                required={measuresOfKind[kind] === 'quantity'}
                inputMode="decimal"
                label={t('pledges:field.quantity')}
                {...form.getInputProps('quantity')}
              />
              <TextInput maxLength={40} label={t('pledges:field.unit')} {...form.getInputProps('unit')} />
            </>
          )}
          <NativeSelect
            label={t('pledges:field.relation')}
            data={[
              { value: '', label: t('pledges:relation.none') },
              ...pledgeRelations.map((value) => ({ value, label: t(`pledges:relation.${value}`) })),
            ]}
            {...form.getInputProps('relation')}
          />
        </FormPart>
        <FormPart title={t('pledges:field.period')}>
          <TextInput type="date" label={t('pledges:field.from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={t('pledges:field.to')} {...form.getInputProps('to')} />
        </FormPart>
        <p>{t(sides ? 'pledges:offer.planNext' : 'pledges:editNote')}</p>
        <Group>
          <Button type="submit" loading={isSending}>
            {submitLabel}
          </Button>
          {cancel}
        </Group>
      </FormGrid>
    </form>
  )
}
