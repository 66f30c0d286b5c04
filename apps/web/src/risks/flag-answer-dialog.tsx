import type { HandledFlag } from '@commonweal/contracts/handling'
import type { HandlingKind } from '@commonweal/domain/risks/handling'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { useHandleFlag } from './kept.queries.ts'
import '../words/of/common.ts'
import '../words/of/handling.ts'
import '../words/of/problems.ts'
import '../words/of/risks.ts'

interface Props {
  readonly flag: HandledFlag
  readonly kind: HandlingKind
  readonly initiativeField: ThingField
  readonly onClose: () => void
}

/** Says what we do about a flag, with what that kind of answer owes. */
export function FlagAnswerDialog({ flag, kind, initiativeField: InitiativeField, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const handle = useHandleFlag(id, flag)
  const owesNote = kind !== 'acknowledge'
  const form = useForm({
    initialValues: { note: '', day: '', initiativeId: '' },
    validate: {
      note: (note) =>
        owesNote && !note.trim() ? t(kind === 'mitigate' ? 'handling:whatMissing' : 'problems:reason-missing') : null,
      day: (day) => (kind === 'accept' && !day ? t('common:form.field.day') : null),
    },
  })
  const fields = { note: 'note', reason: 'note', until: 'day', reviewOn: 'day' } as const
  const send = form.onSubmit(({ note, day, initiativeId }) =>
    handle.mutate(
      { kind, note: note.trim(), day, initiativeId },
      {
        onSuccess: () => {
          announce(t('handling:done'))
          onClose()
        },
        onError: (error) => {
          const found = errorsByField(t, error, { 'day-not-ahead': 'day', 'initiative-unknown': 'initiativeId' })
          form.setErrors(
            Object.fromEntries(
              Object.entries(found).map(([name, said]) => [fields[name as keyof typeof fields] ?? name, said]),
            ),
          )
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('handling:dialogTitle', { what: t(`handling:do.${kind}`), flag: t(`risks:flag.${flag}`) })}
      lead={t(`handling:lead.${kind}`)}
      error={handle.error}
      onSubmit={send}
      isSending={handle.isPending}
      action={t(`handling:do.${kind}`)}
      onClose={onClose}
    >
      <Textarea
        required={owesNote}
        data-autofocus
        rows={3}
        maxLength={4000}
        label={t(`handling:note.${kind}`)}
        {...form.getInputProps('note')}
      />
      {kind === 'mitigate' && (
        <InitiativeField
          label={t('common:form.optionalLabel', { label: t('handling:initiative') })}
          description={t('handling:initiativeHint')}
          {...form.getInputProps('initiativeId')}
        />
      )}
      {(kind === 'mitigate' || kind === 'accept') && (
        <TextInput
          type="date"
          min={today}
          required={kind === 'accept'}
          label={t(kind === 'accept' ? 'handling:until' : 'handling:review')}
          {...form.getInputProps('day')}
        />
      )}
    </FormDialog>
  )
}
