import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useSaveMandate, type KnownMandate } from './mandates.queries.ts'
import '../words/of/common.ts'
import '../words/of/mandates.ts'

interface Props {
  readonly partnerId: string
  /** The one to put right; null puts down another. */
  readonly mandate: KnownMandate | null
  readonly onClose: () => void
}

/** Says on which day those who lead a public body change, and why. */
export function MandateDialog({ partnerId, mandate, onClose }: Props) {
  const { t } = useWords()
  const announce = useAnnounce()
  const save = useSaveMandate(useCommunity().id, partnerId, mandate)
  const form = useForm({
    initialValues: { label: mandate?.label ?? '', endsOn: mandate?.endsOn ?? '' },
    validate: {
      label: (label) => (label.trim() ? null : t('common:form.field.required')),
      endsOn: (day) => (day ? null : t('common:form.field.day')),
    },
  })
  const send = form.onSubmit(({ label, endsOn }) =>
    save.mutate(
      { label: label.trim(), endsOn },
      {
        onSuccess: () => {
          announce(t('mandates:done'))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, {})),
      },
    ),
  )
  return (
    <FormDialog
      title={t(mandate ? 'mandates:edit' : 'mandates:add')}
      lead={t('mandates:hint')}
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
        label={t('mandates:label')}
        placeholder={t('mandates:example')}
        {...form.getInputProps('label')}
      />
      <TextInput required type="date" label={t('mandates:endsOn')} {...form.getInputProps('endsOn')} />
    </FormDialog>
  )
}
