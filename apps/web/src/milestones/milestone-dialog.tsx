import type { Milestone } from '@commonweal/contracts/milestones'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
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
    <Dialog title={t(milestone ? 'milestones:editTitle' : 'milestones:addTitle')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={save.error} />
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
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
