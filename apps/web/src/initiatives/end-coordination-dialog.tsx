import type { Initiative } from '@commonweal/contracts/initiatives'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { useEndCoordination } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const fieldOfProblem = { 'dates-in-wrong-order': 'on' } as const

interface Props {
  readonly initiative: Initiative
  readonly coordination: Initiative['coordinators'][number]
  readonly onClose: () => void
}

/** Asks for the day on which a person stops coordinating. */
export function EndCoordinationDialog({ initiative, coordination: { id, displayName: name, from }, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const end = useEndCoordination(community.id, initiative.id, id)
  const form = useForm({
    initialValues: { on: today },
    validate: { on: (value) => (value ? null : t('common:form.field.day')) },
  })
  const send = form.onSubmit(({ on }) =>
    end.mutate(on, {
      onSuccess: () => {
        announce(t('initiatives:coordinators.ended', { name }))
        onClose()
      },
      onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
    }),
  )
  return (
    <Dialog title={t('initiatives:coordinators.endTitle', { name })} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={end.error} atFields={fieldOfProblem} />
          <TextInput
            type="date"
            required
            data-autofocus
            label={t('initiatives:partners.endOn')}
            min={from ?? undefined}
            {...form.getInputProps('on')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={end.isPending}>
              {t('initiatives:coordinators.end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
