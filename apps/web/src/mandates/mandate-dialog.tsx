import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
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
    <Dialog title={t(mandate ? 'mandates:edit' : 'mandates:add')} lead={t('mandates:hint')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={save.error} />
          <TextInput
            required
            data-autofocus
            maxLength={200}
            label={t('mandates:label')}
            placeholder={t('mandates:example')}
            {...form.getInputProps('label')}
          />
          <TextInput required type="date" label={t('mandates:endsOn')} {...form.getInputProps('endsOn')} />
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
