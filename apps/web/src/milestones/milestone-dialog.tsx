import type { Milestone } from '@commonweal/contracts/milestones'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useSaveMilestone } from './milestones.queries.ts'
import '../words/of/common.ts'
import '../words/of/milestones.ts'

interface Props {
  readonly initiativeId: string
  /** The milestone to put right; null adds one. */
  readonly milestone: Milestone | null
  readonly onClose: () => void
}

export function MilestoneDialog({ initiativeId, milestone, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const save = useSaveMilestone(community.id, initiativeId, milestone)
  const form = useForm({
    initialValues: { title: milestone?.title ?? '', dueOn: milestone?.dueOn ?? '' },
    validate: { title: (title) => (title.trim() ? null : t('common:form.field.required')) },
  })
  const send = form.onSubmit(({ title, dueOn }) =>
    save.mutate(
      { title: title.trim(), dueOn: dueOn || null },
      {
        onSuccess: (saved) => {
          announce(t(milestone ? 'milestones:changed' : 'milestones:added', { title: saved.title }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error)),
      },
    ),
  )
  return (
    <FormDialog
      title={t(milestone ? 'milestones:editTitle' : 'milestones:addTitle')}
      error={save.error}
      onSubmit={send}
      isSending={save.isPending}
      action={t('common:save')}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('milestones:field.title')}
        description={t('milestones:field.titleHint')}
        {...form.getInputProps('title')}
      />
      <TextInput
        type="date"
        label={t('milestones:field.dueOn')}
        description={t('milestones:field.dueOnHint')}
        {...form.getInputProps('dueOn')}
      />
    </FormDialog>
  )
}
