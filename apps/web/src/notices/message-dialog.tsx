import type { MessageDraft } from '@commonweal/contracts/notices'
import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useWriteMessage } from './notices.queries.ts'
import '../words/of/common.ts'
import '../words/of/notices.ts'

interface Props {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly objectKind: MessageDraft['objectKind']
  readonly objectId: string
  readonly onClose: () => void
}

export function MessageDialog({ organisation: { id, name }, objectKind, objectId, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const write = useWriteMessage(community.id)
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (value) => (value.trim() ? null : t('common:form.field.required')) },
  })
  const send = form.onSubmit(({ text }) =>
    write.mutate(
      { toOrganisationId: id, objectKind, objectId, text: text.trim() },
      {
        onSuccess: ({ recipients }) => {
          announce(t('notices:message.sent', { count: recipients }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('notices:message.title', { name })}
      lead={t('notices:message.lead', { name })}
      error={write.error}
      onSubmit={send}
      isSending={write.isPending}
      action={t('notices:message.send')}
      onClose={onClose}
    >
      <Textarea
        required
        data-autofocus
        maxLength={4000}
        label={t('notices:message.text')}
        description={t('notices:message.textHint')}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  )
}
