import type { Person } from '@commonweal/contracts/people'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { useEndRepresentation } from './people.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

const fieldOfProblem = { 'dates-in-wrong-order': 'on' } as const

interface Props {
  readonly person: Person
  readonly representation: Person['representations'][number]
  readonly onClose: () => void
}

export function EndRepresentationDialog({ person, representation, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const end = useEndRepresentation(id, person.id)
  const { organisationId, organisation, from } = representation
  const names = { name: person.displayName, organisation }
  const form = useForm({
    initialValues: { on: today },
    validate: { on: (value) => (value ? null : t('common:form.field.day')) },
  })
  const send = form.onSubmit(({ on }) =>
    end.mutate(
      { organisationId, on },
      {
        onSuccess: () => {
          announce(t('people:representations.ended', names))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <Dialog title={t('people:representations.endTitle', names)} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={end.error} atFields={fieldOfProblem} />
          <TextInput
            type="date"
            required
            data-autofocus
            label={t('people:representations.endOn')}
            min={from ?? undefined}
            {...form.getInputProps('on')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={end.isPending}>
              {t('people:representations.end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
