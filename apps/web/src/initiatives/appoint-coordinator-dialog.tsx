import type { Initiative } from '@commonweal/contracts/initiatives'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Own } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { useAppointCoordinator } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const fieldOfProblem = { 'person-unknown': 'personId', 'already-coordinating': 'personId' } as const

interface Props {
  readonly initiative: Initiative
  readonly personField: PickerField
  readonly onClose: () => void
}

/** A person coordinates from a day on. */
export function AppointCoordinatorDialog({ initiative, personField, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const appoint = useAppointCoordinator(community.id, initiative.id)
  const form = useForm({
    initialValues: { personId: '', name: '', from: today },
    validate: { personId: (value) => (value ? null : t('common:form.field.choice')) },
  })
  const { personId, name } = form.values
  const send = form.onSubmit(({ from }) =>
    appoint.mutate(
      { personId, from: from || null },
      {
        onSuccess: () => {
          announce(t('initiatives:coordinators.added', { name }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('initiatives:coordinators.addTitle')}
      lead={<Own>{initiative.title}</Own>}
      error={appoint.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={appoint.isPending}
      action={t('initiatives:coordinators.add')}
      onClose={onClose}
    >
      {personField({
        label: t('initiatives:coordinators.person'),
        value: personId ? { id: personId, name } : null,
        onChange: (chosen) => form.setValues({ personId: chosen?.id ?? '', name: chosen?.name ?? '' }),
        error: form.errors['personId'],
      })}
      <TextInput type="date" label={t('initiatives:partners.from')} {...form.getInputProps('from')} />
    </FormDialog>
  )
}
