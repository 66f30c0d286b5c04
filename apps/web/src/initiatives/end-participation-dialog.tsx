import type { Initiative } from '@commonweal/contracts/initiatives'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { useLeaveInitiative } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const fieldOfProblem = { 'dates-in-wrong-order': 'on' } as const

interface Props {
  readonly initiative: Initiative
  readonly participation: Initiative['participations'][number]
  readonly onClose: () => void
}

/** Asks for the day on which a partner stops taking part. */
export function EndParticipationDialog({ initiative, participation: { id, name, from }, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const leave = useLeaveInitiative(community.id, initiative.id, id)
  const form = useForm({
    initialValues: { on: today },
    validate: { on: (value) => (value ? null : t('common:form.field.day')) },
  })
  const send = form.onSubmit(({ on }) =>
    leave.mutate(on, {
      onSuccess: () => {
        announce(t('initiatives:partners.ended', { name }))
        onClose()
      },
      onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
    }),
  )
  return (
    <Dialog
      title={t('initiatives:partners.endTitle', { name })}
      lead={t('initiatives:partners.endBody')}
      onClose={onClose}
    >
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={leave.error} atFields={fieldOfProblem} />
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
            <Button type="submit" loading={leave.isPending}>
              {t('initiatives:partners.end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
