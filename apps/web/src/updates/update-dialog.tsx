import type { Update } from '@commonweal/contracts/updates'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { AttachmentField } from './attachment-field.tsx'
import { useSaveUpdate } from './updates.queries.ts'
import { choicesOf, useAttachments } from './use-attachments.ts'
import '../words/of/common.ts'
import '../words/of/updates.ts'

interface Props {
  readonly initiativeId: string
  /** The update to put right; null posts one. */
  readonly update: Update | null
  readonly onClose: () => void
}

/** Tells how it goes, with pictures and documents. */
export function UpdateDialog({ initiativeId, update, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const save = useSaveUpdate(community.id, initiativeId, update)
  const attachments = useAttachments(initiativeId, update?.files ?? [])
  const [isTried, setTried] = useState(false)
  const form = useForm({
    initialValues: { title: update?.title ?? '', text: update?.text ?? '' },
    validate: {
      title: (title) => (title.trim() ? null : t('common:form.field.required')),
      text: (text) => (text.trim() ? null : t('common:form.field.required')),
    },
  })
  const isDescribed = attachments.list.every(({ isImage, alt }) => !isImage || alt.trim())

  const send = form.onSubmit(({ title, text }) => {
    if (!attachments.isSettled || !isDescribed) return
    save.mutate(
      { title: title.trim(), text: text.trim(), files: choicesOf(attachments.list) },
      {
        onSuccess: () => {
          announce(t(update ? 'updates:changed' : 'updates:posted'))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error)),
      },
    )
  })

  return (
    <FormDialog
      title={t(update ? 'updates:editTitle' : 'updates:postTitle')}
      error={save.error}
      onSubmit={(event) => {
        setTried(true)
        send(event)
      }}
      isSending={save.isPending}
      action={update ? t('common:save') : t('updates:send')}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('updates:field.title')}
        {...form.getInputProps('title')}
      />
      <Textarea
        required
        autosize
        minRows={5}
        maxRows={16}
        maxLength={10_000}
        label={t('updates:field.text')}
        description={t('updates:field.textHint')}
        {...form.getInputProps('text')}
      />
      <AttachmentField attachments={attachments} isTried={isTried} />
      {isTried && !attachments.isSettled && <p role="status">{t('updates:files.waiting')}</p>}
    </FormDialog>
  )
}
