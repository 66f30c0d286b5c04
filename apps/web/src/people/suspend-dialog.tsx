import type { Person } from '@commonweal/contracts/people'
import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useSuspendPerson } from './people.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'
import '../words/of/problems.ts'

const fieldOfProblem = { 'reason-missing': 'reason' } as const

export function SuspendDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const suspend = useSuspendPerson(id, person.id)
  const name = person.displayName
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('problems:reason-missing')) },
  })
  const send = form.onSubmit(({ reason }) =>
    suspend.mutate(reason.trim(), {
      onSuccess: () => {
        announce(t('people:access.suspendedDone', { name }))
        onClose()
      },
      onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
    }),
  )
  return (
    <FormDialog
      title={t('people:access.suspendTitle', { name })}
      lead={t('people:access.suspendBody')}
      error={suspend.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={suspend.isPending}
      action={t('people:access.suspend')}
      isDangerous
      onClose={onClose}
    >
      <Textarea
        required
        data-autofocus
        maxLength={4000}
        label={t('people:access.reason')}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
