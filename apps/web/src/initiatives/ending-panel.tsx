import type { Initiative } from '@commonweal/contracts/initiatives'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './initiative-view.module.css'
import { useTellEnding } from './initiatives.queries.ts'
import { leadersOf } from './leaders.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

/** What came of an ended initiative, and what was learned. */
export function EndingPanel({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const leaders = leadersOf(initiative, useToday()).map(({ organisationId }) => organisationId)
  const mayEdit = useMay()('initiatives:edit', leaders)
  const [isTelling, setTelling] = useState(false)
  const { state, outcome, lesson } = initiative
  if (!isEnded(state)) return null
  return (
    <Section
      title={t('initiatives:ending.title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={() => setTelling(true)}>
            {t('initiatives:ending.tell')}
          </Button>
        )
      }
    >
      <Facts
        items={[
          { label: t('initiatives:field.outcome'), value: <Told text={outcome} /> },
          { label: t('initiatives:field.lesson'), value: <Told text={lesson} /> },
        ]}
      />
      {isTelling && <EndingDialog initiative={initiative} onClose={() => setTelling(false)} />}
    </Section>
  )
}

function Told({ text }: { text: string | null }) {
  if (!text) return <Missing />
  return (
    <span className={classes.told}>
      <Own>{text}</Own>
    </span>
  )
}

function EndingDialog({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const tell = useTellEnding(community.id, initiative.id)
  const form = useForm({ initialValues: { outcome: initiative.outcome ?? '', lesson: initiative.lesson ?? '' } })
  const send = form.onSubmit(({ outcome, lesson }) =>
    tell.mutate(
      { body: { outcome: outcome.trim() || null, lesson: lesson.trim() || null }, revision: initiative.revision },
      {
        onSuccess: () => {
          announce(t('initiatives:ending.done'))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('initiatives:ending.title')}
      lead={<Own>{initiative.title}</Own>}
      error={tell.error}
      onSubmit={send}
      isSending={tell.isPending}
      action={t('common:save')}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        maxLength={4000}
        label={t('initiatives:field.outcome')}
        description={t('initiatives:stepOutcomeHint')}
        {...form.getInputProps('outcome')}
      />
      <Textarea
        maxLength={4000}
        label={t('initiatives:field.lesson')}
        description={t('initiatives:stepLessonHint')}
        {...form.getInputProps('lesson')}
      />
    </FormDialog>
  )
}
