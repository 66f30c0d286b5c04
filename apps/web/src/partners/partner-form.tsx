import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useToday } from '../session/community.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { countriesBesides } from '../words/countries.ts'
import { useWords, type Say } from '../words/words.tsx'
import { PartnerPicker } from './partner-picker.tsx'
import type { PartnerValues } from './partner-values.ts'
import '../words/of/common.ts'
import '../words/of/partners.ts'

export type PartnerFormState = UseFormReturnType<PartnerValues>

/** Where the problems of adding and editing belong. */
export const partnerFieldOfProblem = {
  'organisation-name-taken': 'name',
  'organisation-identifier-taken': 'identifier',
  'organisation-unknown': 'parentId',
  'parent-not-possible': 'parentId',
  'step-in-future': 'joinedOn',
} as const

export function usePartnerForm(initialValues: PartnerValues): PartnerFormState {
  const { t } = useWords()
  return useForm<PartnerValues>({
    initialValues,
    validate: {
      name: (name) => (name.trim() ? null : t('common:form.field.required')),
      sector: (sector) => (sector ? null : t('common:form.field.choice')),
      website: (website) => (/^(https?:\/\/\S+)?$/.test(website.trim()) ? null : t('common:form.field.website')),
    },
    onSubmitPreventDefault: 'always',
  })
}

interface Props {
  readonly form: PartnerFormState
  readonly onSubmit: (values: PartnerValues) => void
  readonly isSending: boolean
  readonly error: unknown
  readonly submitLabel: string
  readonly cancel: ReactNode
  readonly notice?: ReactNode
  /** The organisation itself cannot stand above itself. */
  readonly self?: string
  readonly isNew: boolean
}

export function PartnerForm({ form, onSubmit, isSending, error, submitLabel, cancel, notice, self, isNew }: Props) {
  const { t, locale } = useWords()
  const today = useToday()
  const send = form.onSubmit(onSubmit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())
  return (
    <form noValidate onSubmit={send}>
      <FormGrid>
        {notice}
        <FormProblem error={error} atFields={partnerFieldOfProblem} />
        <FormPart title={t('partners:facts')}>
          <TextInput required maxLength={200} label={t('partners:field.name')} {...form.getInputProps('name')} />
          <Choices form={form} t={t} />
          <PartnerPicker
            label={t('partners:field.parent')}
            description={t('partners:field.parentHint')}
            value={form.values.parentId ? { id: form.values.parentId, name: form.values.parentName } : null}
            onChange={(parent) => form.setValues({ parentId: parent?.id ?? '', parentName: parent?.name ?? '' })}
            error={form.errors['parentId']}
            without={self ? [self] : []}
          />
          <NativeSelect
            label={t('partners:field.country')}
            data={[{ value: '', label: t('common:unknown') }, ...countriesBesides(form.values.country, locale)]}
            {...form.getInputProps('country')}
          />
          <TextInput
            maxLength={60}
            label={t('partners:field.scheme')}
            description={t('partners:field.schemeHint')}
            {...form.getInputProps('scheme')}
          />
          <TextInput maxLength={60} label={t('partners:field.identifier')} {...form.getInputProps('identifier')} />
          <TextInput
            type="url"
            maxLength={300}
            label={t('partners:field.website')}
            placeholder="https://"
            {...form.getInputProps('website')}
          />
          <Checkbox
            label={t('partners:field.isPassThrough')}
            description={t('partners:field.isPassThroughHint')}
            checked={form.values.isPassThrough === 'yes'}
            onChange={(event) => form.setFieldValue('isPassThrough', event.currentTarget.checked ? 'yes' : 'no')}
          />
        </FormPart>
        <FormPart title={t('partners:needs')} isWide>
          <Textarea
            maxLength={4000}
            label={t('partners:field.brings')}
            description={t('partners:field.bringsHint')}
            {...form.getInputProps('brings')}
          />
          <Textarea
            maxLength={4000}
            label={t('partners:field.seeks')}
            description={t('partners:field.seeksHint')}
            {...form.getInputProps('seeks')}
          />
        </FormPart>
        {isNew && (
          <FormPart title={t('partners:membership.title')}>
            <TextInput
              type="date"
              max={today}
              label={t('partners:field.joinedOn')}
              description={t('partners:field.joinedOnHint')}
              {...form.getInputProps('joinedOn')}
            />
          </FormPart>
        )}
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

function Choices({ form, t }: { form: PartnerFormState; t: Say }) {
  return (
    <>
      <NativeSelect
        required
        label={t('partners:field.sector')}
        data={[
          { value: '', label: t('common:form.choose') },
          ...sectors.map((value) => ({ value, label: t(`partners:sector.${value}`) })),
        ]}
        {...form.getInputProps('sector')}
      />
      <NativeSelect
        required
        label={t('partners:field.legalStatus')}
        data={legalStatuses.map((value) => ({ value, label: t(`partners:legalStatus.${value}`) }))}
        {...form.getInputProps('legalStatus')}
      />
    </>
  )
}
