import type { Person } from '@commonweal/contracts/people'
import { capacities, type Capacity } from '@commonweal/domain/people/person'
import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { useAppoint } from './people.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

const fieldOfProblem = { 'organisation-unknown': 'organisationId', 'already-representing': 'organisationId' } as const
const paidAnswers = { yes: true, no: false, unknown: null } as const

interface Props {
  readonly person: Person
  readonly organisationField: PickerField
  readonly onClose: () => void
}

/** A person acts for an organisation from a day, in a capacity. */
export function AppointDialog({ person, organisationField, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const appoint = useAppoint(id, person.id)
  const form = useForm({
    initialValues: {
      organisationId: '',
      organisation: '',
      capacity: 'partner' as Capacity,
      paid: 'unknown' as keyof typeof paidAnswers,
      from: today,
    },
    validate: { organisationId: (value) => (value ? null : t('common:form.field.choice')) },
  })
  const { organisationId, organisation } = form.values
  const send = form.onSubmit(({ capacity, paid, from }) =>
    appoint.mutate(
      { organisationId, capacity, isPaid: paidAnswers[paid], from: from || null },
      {
        onSuccess: () => {
          announce(t('people:representations.added', { name: person.displayName, organisation }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('people:representations.addTitle', { name: person.displayName })}
      error={appoint.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={appoint.isPending}
      action={t('people:representations.add')}
      onClose={onClose}
    >
      {organisationField({
        label: t('people:field.organisation'),
        isRequired: true,
        value: organisationId ? { id: organisationId, name: organisation } : null,
        onChange: (chosen) => form.setValues({ organisationId: chosen?.id ?? '', organisation: chosen?.name ?? '' }),
        error: form.errors['organisationId'],
      })}
      <NativeSelect
        label={t('people:field.capacity')}
        data={capacities.map((value) => ({ value, label: t(`common:capacity.${value}`) }))}
        {...form.getInputProps('capacity')}
      />
      <NativeSelect
        label={t('people:field.paid')}
        data={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: t(`people:paid.${value}`) }))}
        {...form.getInputProps('paid')}
      />
      <TextInput type="date" label={t('people:field.from')} {...form.getInputProps('from')} />
    </FormDialog>
  )
}
