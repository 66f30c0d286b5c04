import { initiativeKinds } from '@commonweal/domain/initiatives/initiative'
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useToday } from '../session/community.tsx'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import type { InitiativeValues } from './initiative-values.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'
import '../words/of/problems.ts'

export type InitiativeFormState = UseFormReturnType<InitiativeValues>

/** Where the problems of starting and editing belong. */
export const initiativeFieldOfProblem = {
  'initiative-title-taken': 'title',
  'dates-in-wrong-order': 'plannedEndOn',
  'step-in-future': 'startedOn',
} as const

export function useInitiativeForm(initialValues: InitiativeValues): InitiativeFormState {
  const { t } = useWords()
  return useForm<InitiativeValues>({
    initialValues,
    validate: {
      title: (title) => (title.trim() ? null : t('common:form.field.required')),
      plannedEndOn: (end, { startedOn }) =>
        end && startedOn && end < startedOn ? t('problems:dates-in-wrong-order') : null,
    },
    onSubmitPreventDefault: 'always',
  })
}

interface Props {
  readonly form: InitiativeFormState
  readonly onSubmit: (values: InitiativeValues) => void
  readonly isSending: boolean
  readonly error: unknown
  readonly submitLabel: string
  readonly cancel: ReactNode
  readonly notice?: ReactNode
  readonly isNew: boolean
  /** Who begins it, where it is new. */
  readonly partners?: ReactNode
}

export function InitiativeForm(props: Props) {
  const { form, onSubmit, isSending, error, submitLabel, cancel, notice, isNew, partners } = props
  const { t } = useWords()
  const today = useToday()
  const send = form.onSubmit(onSubmit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())
  return (
    <form noValidate onSubmit={send}>
      <FormGrid>
        {notice}
        <FormProblem error={error} atFields={initiativeFieldOfProblem} />
        <FormPart title={t('initiatives:facts')}>
          <TextInput required maxLength={200} label={t('initiatives:field.title')} {...form.getInputProps('title')} />
          <NativeSelect
            required
            label={t('initiatives:field.kind')}
            data={initiativeKinds.map((value) => ({ value, label: t(`initiatives:kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <TextInput
            maxLength={100}
            label={t('initiatives:field.theme')}
            description={t('initiatives:field.themeHint')}
            {...form.getInputProps('theme')}
          />
          {isNew && (
            <TextInput
              type="date"
              max={today}
              label={t('initiatives:field.startedOn')}
              description={t('initiatives:field.startedOnHint')}
              {...form.getInputProps('startedOn')}
            />
          )}
          <TextInput type="date" label={t('initiatives:field.plannedEndOn')} {...form.getInputProps('plannedEndOn')} />
          <TextInput
            type="date"
            label={t('initiatives:field.reviewOn')}
            description={t('initiatives:field.reviewOnHint')}
            {...form.getInputProps('reviewOn')}
          />
          <Textarea
            wrapperProps={{ 'data-wide': true }}
            maxLength={4000}
            label={t('initiatives:field.summary')}
            description={t('initiatives:field.summaryHint')}
            {...form.getInputProps('summary')}
          />
        </FormPart>
        {partners}
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
