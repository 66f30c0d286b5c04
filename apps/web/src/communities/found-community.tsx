import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRef, type FormEvent, type ReactNode } from 'react'
import { CurrencyField } from '../money/currency-field.tsx'
import { timezonesBesides } from '../time/timezones.ts'
import { errorsByField } from '../ui/form-errors.ts'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { countriesBesides } from '../words/countries.ts'
import { useWords } from '../words/words.tsx'
import { useFoundCommunity } from './communities.queries.ts'
import '../words/of/common.ts'
import '../words/of/communities.ts'

const fieldOfProblem = { 'community-slug-taken': 'slug', 'timezone-unknown': 'timezone' } as const

interface Props {
  readonly onFounded: (community: { slug: string; name: string }) => void
  readonly cancel: ReactNode
}

export function FoundCommunity({ onFounded, cancel }: Props) {
  const { t, locale } = useWords()
  const found = useFoundCommunity()
  const isSaved = useRef(false)
  const form = useForm({
    initialValues: {
      name: '',
      slug: '',
      country: '',
      timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: 'EUR',
    },
    validate: {
      name: (value) => (value.trim() ? null : t('common:form.field.required')),
      slug: (value) => (/^[a-z0-9][a-z0-9-]{1,62}$/.test(value) ? null : t('communities:found.slugForm')),
      country: (value) => (value ? null : t('common:form.field.choice')),
      currency: (value) => (value ? null : t('common:form.field.choice')),
    },
  })
  const { slug } = form.values
  const slugHint = slug ? t('communities:found.slugAt', { slug }) : t('communities:found.slugHint')
  const changeName = (name: string) =>
    form.setValues({
      name,
      ...(form.isDirty('slug') && form.values.slug !== slugOf(form.values.name) ? {} : { slug: slugOf(name) }),
    })
  const save = ({ name, slug, country, timezone, currency }: typeof form.values) =>
    found.mutate(
      { name: name.trim(), slug, country, timezone, currency },
      {
        onSuccess: (community) => {
          isSaved.current = true
          onFounded({ slug: community.slug, name: name.trim() })
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    )
  const send = (event: FormEvent<HTMLFormElement>) =>
    form.onSubmit(save, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())(event)
  return (
    <form noValidate onSubmit={send}>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <FormGrid>
        <FormProblem error={found.error} atFields={fieldOfProblem} />
        <FormPart title={t('communities:found.facts')}>
          <TextInput
            required
            maxLength={200}
            label={t('communities:found.name')}
            description={t('communities:found.nameHint')}
            {...form.getInputProps('name')}
            onChange={(event) => changeName(event.currentTarget.value)}
          />
          <TextInput
            required
            maxLength={63}
            label={t('communities:found.slug')}
            description={slugHint}
            {...form.getInputProps('slug')}
          />
          <NativeSelect
            required
            label={t('communities:found.country')}
            data={[{ value: '', label: t('common:form.choose') }, ...countriesBesides('', locale)]}
            {...form.getInputProps('country')}
          />
          <CurrencyField isRequired label={t('communities:found.currency')} {...form.getInputProps('currency')} />
          <NativeSelect
            required
            label={t('communities:found.timezone')}
            data={timezonesBesides(form.values.timezone)}
            {...form.getInputProps('timezone')}
          />
        </FormPart>
        <Group>
          <Button type="submit" loading={found.isPending}>
            {t('communities:found.submit')}
          </Button>
          {cancel}
        </Group>
      </FormGrid>
    </form>
  )
}

/** A name as an address: small letters without marks, digits, hyphens. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
}
