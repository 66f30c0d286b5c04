import type { Person } from '@commonweal/contracts/people'
import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
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
    <Dialog title={t('people:access.suspendTitle', { name })} lead={t('people:access.suspendBody')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={suspend.error} atFields={fieldOfProblem} />
          <Textarea
            required
            data-autofocus
            maxLength={4000}
            label={t('people:access.reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="red" loading={suspend.isPending}>
              {t('people:access.suspend')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
