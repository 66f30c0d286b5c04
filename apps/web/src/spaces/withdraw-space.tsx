import type { Space } from '@commonweal/contracts/spaces'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { useWithdrawSpace } from './spaces.queries.ts'
import '../words/of/common.ts'
import '../words/of/problems.ts'
import '../words/of/spaces.ts'

const fieldOfProblem = { 'reason-missing': 'reason', 'dates-in-wrong-order': 'on', 'space-still-booked': 'on' } as const

/** A button while the space is offered, and the question for day and reason behind it. */
export function WithdrawSpace({ space }: { space: Space }) {
  const { t } = useWords()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  if (space.to !== null && space.to <= today) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('spaces:withdraw.action')}
      </Button>
      {isOpen && <WithdrawDialog space={space} onClose={() => setOpen(false)} />}
    </>
  )
}

function WithdrawDialog({ space, onClose }: { space: Space; onClose: () => void }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const withdraw = useWithdrawSpace(id, space.id)
  const form = useForm({
    initialValues: { on: today, reason: '' },
    validate: {
      on: (day) => (day ? null : t('common:form.field.day')),
      reason: (reason) => (reason.trim() ? null : t('problems:reason-missing')),
    },
  })
  const send = form.onSubmit(({ on, reason }) =>
    withdraw.mutate(
      { on, reason: reason.trim() },
      {
        onSuccess: ({ name }) => {
          announce(t('spaces:withdraw.done', { name }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <Dialog title={t('spaces:withdraw.title', { name: space.name })} lead={t('spaces:withdraw.lead')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={withdraw.error} atFields={fieldOfProblem} />
          <TextInput
            type="date"
            required
            data-autofocus
            label={t('spaces:withdraw.on')}
            min={space.from ?? undefined}
            {...form.getInputProps('on')}
          />
          <Textarea
            required
            maxLength={4000}
            label={t('spaces:withdraw.reason')}
            description={t('spaces:withdraw.reasonHint')}
            {...form.getInputProps('reason')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="red" loading={withdraw.isPending}>
              {t('spaces:withdraw.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
