import type { Space } from '@commonweal/contracts/spaces'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
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
    <FormDialog
      title={t('spaces:withdraw.title', { name: space.name })}
      lead={t('spaces:withdraw.lead')}
      error={withdraw.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={withdraw.isPending}
      action={t('spaces:withdraw.submit')}
      isDangerous
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
