import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import { isTimezone } from '@commonweal/domain/spaces/wall-time'
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useState, type ReactNode } from 'react'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { timezonesBesides } from '../time/timezones.ts'
import { useWords } from '../words/words.tsx'
import { OpeningsField } from './openings-field.tsx'
import { featuresOf, type SpaceValues } from './space-values.ts'
import '../words/of/common.ts'
import '../words/of/problems.ts'
import '../words/of/spaces.ts'

export type SpaceFormState = UseFormReturnType<SpaceValues>

/** Where the problems of offering and editing belong. */
export const spaceFieldOfProblem = {
  'space-needs-address': 'address',
  'space-needs-url': 'url',
  'shared-space-not-digital': 'isShared',
  'shortest-above-longest': 'longest',
  'opening-hours-not-possible': 'openings',
  'timezone-unknown': 'timezone',
  'organisation-unknown': 'hostId',
} as const

export function useSpaceForm(initialValues: SpaceValues, isNew: boolean): SpaceFormState {
  const { t } = useWords()
  const whole = (text: string) => (/^\d{0,7}$/.test(text.trim()) ? null : t('spaces:form.whole'))
  return useForm<SpaceValues>({
    initialValues,
    validate: {
      name: (name) => (name.trim() ? null : t('common:form.field.required')),
      hostId: (host) => (host || !isNew ? null : t('common:form.field.choice')),
      address: (address, { kind }) => (kind === 'digital' || address.trim() ? null : t('problems:space-needs-address')),
      url: (url, { kind }) =>
        url.trim()
          ? /^https?:\/\/\S+$/.test(url.trim())
            ? null
            : t('common:form.field.website')
          : kind === 'physical'
            ? null
            : t('problems:space-needs-url'),
      timezone: (zone) => (!zone.trim() || isTimezone(zone.trim()) ? null : t('problems:timezone-unknown')),
      capacity: whole,
      shortest: whole,
      longest: (longest, { shortest }) =>
        longest && shortest && Number(shortest) > Number(longest)
          ? t('problems:shortest-above-longest')
          : whole(longest),
      bufferBefore: whole,
      bufferAfter: whole,
      ahead: whole,
    },
  })
}

interface Props {
  readonly form: SpaceFormState
  readonly onSubmit: (values: SpaceValues) => void
  readonly isSending: boolean
  readonly error: unknown
  readonly submitLabel: string
  readonly cancel: ReactNode
  readonly notice?: ReactNode
  /** Who can be the host of a new space; a space keeps its host. */
  readonly hostField: ThingField | null
}

export function SpaceForm({
  form,
  onSubmit,
  isSending,
  error,
  submitLabel,
  cancel,
  notice,
  hostField: HostField,
}: Props) {
  const { t } = useWords()
  const [isPossible, setPossible] = useState(true)
  const send = form.onSubmit(
    (values) => {
      if (isPossible) return onSubmit(values)
      form.setFieldError('openings', t('problems:opening-hours-not-possible'))
    },
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  )
  const { kind } = form.values
  return (
    <form noValidate onSubmit={send}>
      <FormGrid>
        {notice}
        <FormProblem error={error} atFields={spaceFieldOfProblem} />
        <FormPart title={t('spaces:facts')}>
          <TextInput required maxLength={200} label={t('spaces:field.name')} {...form.getInputProps('name')} />
          <NativeSelect
            required
            label={t('spaces:field.kind')}
            data={spaceKinds.map((value) => ({ value, label: t(`spaces:kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          {HostField && (
            <HostField
              isRequired
              label={t('spaces:field.host')}
              description={t('spaces:field.hostHint')}
              {...form.getInputProps('hostId')}
            />
          )}
          {kind !== 'digital' && (
            <TextInput required label={t('spaces:field.address')} {...form.getInputProps('address')} />
          )}
          {kind !== 'physical' && (
            <TextInput
              required
              type="url"
              maxLength={300}
              placeholder="https://"
              label={t('spaces:field.url')}
              {...form.getInputProps('url')}
            />
          )}
          <TextInput
            inputMode="numeric"
            label={t('spaces:field.capacity')}
            description={t('spaces:field.capacityHint')}
            {...form.getInputProps('capacity')}
          />
          <NativeSelect
            label={t('spaces:field.timezone')}
            data={[
              { value: '', label: t('spaces:field.timezoneOfCommunity') },
              ...timezonesBesides(form.values.timezone),
            ]}
            {...form.getInputProps('timezone')}
          />
        </FormPart>
        <FormPart title={t('spaces:accessibility')}>
          <NativeSelect
            label={t('spaces:field.stepFree')}
            data={(['unknown', 'yes', 'no'] as const).map((value) => ({
              value,
              label: t(`common:${value}`),
            }))}
            {...form.getInputProps('stepFree')}
          />
          <Features form={form} />
        </FormPart>
        <FormPart title={t('spaces:openings')} isWide>
          <OpeningsField
            value={form.values.openings}
            onChange={(text) => form.setFieldValue('openings', text)}
            onJudge={setPossible}
            error={form.errors['openings']}
          />
        </FormPart>
        <Rules form={form} />
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

function Features({ form }: { form: SpaceFormState }) {
  const { t } = useWords()
  const features = featuresOf(form.values.features)
  const set = (next: readonly string[] | null) =>
    form.setFieldValue('features', next === null ? 'unknown' : next.toSorted().join(','))
  return (
    <>
      <NativeSelect
        label={t('spaces:field.features')}
        value={features === null ? 'unknown' : 'known'}
        data={[
          { value: 'unknown', label: t('spaces:form.notKnown') },
          { value: 'known', label: t('spaces:form.looked') },
        ]}
        onChange={(event) => set(event.currentTarget.value === 'unknown' ? null : [])}
      />
      {features &&
        accessibilityFeatures.map((one) => (
          <Checkbox
            key={one}
            label={t(`spaces:feature.${one}`)}
            checked={features.includes(one)}
            onChange={({ currentTarget: { checked } }) =>
              set(checked ? [...features, one] : features.filter((other) => other !== one))
            }
          />
        ))}
    </>
  )
}

function Rules({ form }: { form: SpaceFormState }) {
  const { t } = useWords()
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: t(`common:${value}`) }))
  const numbers = ['shortest', 'longest', 'bufferBefore', 'bufferAfter', 'ahead'] as const
  return (
    <FormPart title={t('spaces:rules')}>
      <NativeSelect label={t('spaces:field.needsApproval')} data={choices} {...form.getInputProps('needsApproval')} />
      {form.values.kind === 'digital' && (
        <NativeSelect label={t('spaces:field.isShared')} data={choices} {...form.getInputProps('isShared')} />
      )}
      {numbers.map((name) => (
        <TextInput key={name} inputMode="numeric" label={t(`spaces:field.${name}`)} {...form.getInputProps(name)} />
      ))}
      <p data-wide>{t('spaces:form.noLimit')}</p>
    </FormPart>
  )
}
